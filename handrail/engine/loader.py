"""Load the rules of the map (events, limits, stages, rights, calendars) from `content/`.

YAML is for people; for machines the rules are compiled once into a file of plain values and read from there until
something in `content/` changes (handrail.engine.compiled).
"""

import os
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from handrail.engine.compiled import load_compiled
from handrail.engine.map import Map


def content_dir() -> Path:
    """Where the content stands: HANDRAIL_CONTENT, or `content/` beside the package."""
    return Path(os.environ.get("HANDRAIL_CONTENT") or Path(__file__).resolve().parents[2] / "content")


@cache
def load_map(nation: str = "england", folder: Path | None = None) -> Map:
    """Load one nation's map.

    Args:
        nation: one of the four nations.
        folder: the content folder; the project's own if absent.

    Raises:
        BadContent: a file breaks the format; the message names file, key, found and allowed.
        UnknownId: no such nation.
    """
    where = folder or content_dir()
    return Map.of(nation, load_compiled("rules", where, lambda: _read(where)))


def _read(folder: Path) -> dict[str, Any]:
    # Imported by name, only now: a process that finds the compiled file never loads YAML.
    rules: dict[str, Any] = import_module("handrail.engine.reading").read_rules(folder)
    return rules
