"""Read the rules from YAML into plain values, for the compiled file. Unknown keys and missing ones stop the load."""

from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from handrail.engine.calendars import read_calendar_data
from handrail.engine.errors import BadContent
from handrail.engine.model import Event, Limit, Nation, Right, Stage
from handrail.engine.yaml12 import read_yaml

_STAGE_ONLY_ON_PAGES = {"sources", "checked_on", "mark", "unconfirmed_part", "reviewed", "also"}
_RIGHT_ONLY_ON_PAGES = {"sources", "checked_on", "unconfirmed_part", "reviewed", "also"}
_LIMIT_ONLY_ON_PAGES = {"reviewed", "also"}


def read_rules(folder: Path) -> dict[str, Any]:
    """Read every rule of every nation from YAML into plain values that JSON can hold."""
    nations = {}
    for nation in Nation:
        events: dict[str, Any] = {}
        for path in sorted((folder / "events" / nation).glob("*.yaml")):
            for id_, raw in (read_yaml(path) or {}).items():
                events[id_] = {"process": path.stem, **_checked(raw, Event, path, id_, {"sources", "mark", "checked_on"})}
        nations[str(nation)] = {
            "events": events,
            "limits": _folder(folder / "limits" / nation, Limit, _LIMIT_ONLY_ON_PAGES),
            "stages": _folder(folder / "map" / nation, Stage, _STAGE_ONLY_ON_PAGES),
            "rights": _folder(folder / "rights" / nation, Right, _RIGHT_ONLY_ON_PAGES),
        }
    sources = {path.stem: read_yaml(path) for path in sorted((folder / "sources").glob("*.yaml"))}
    return {
        "nations": nations, "calendars": read_calendar_data(folder), "sources": sources,
        "renamed": _renamed(folder), "about": read_yaml(folder / "about.yaml"),
    }


def _renamed(folder: Path) -> list[dict[str, str]]:
    path = folder / "renamed.yaml"
    return list((read_yaml(path) or {}).get("renamed") or []) if path.is_file() else []


def _folder(folder: Path, record: type, others: set[str]) -> dict[str, Any]:
    out = {}
    for path in sorted(folder.glob("*.yaml")):
        if not path.name.endswith(".cases.yaml"):
            out[path.stem] = _checked(read_yaml(path), record, path, path.stem, others)
    return out


def _checked(raw: Any, record: type, path: Path, id_: str, others: set[str]) -> dict[str, Any]:
    """Refuse unknown and missing keys; drop what only pages need."""
    if not isinstance(raw, dict):
        raise BadContent(f"{path}: {id_}: found {type(raw).__name__}. Allowed: a mapping of keys to values.")
    known = {f.name for f in fields(record)}
    given = {"id", "nation", "rank", "process"} if record is Event else {"id", "nation"}
    if unknown := sorted(set(raw) - known - others):
        raise BadContent(f"{path}: {id_}: unknown key {unknown[0]!r}. Allowed: {', '.join(sorted(known | others))}.")
    needed = {f.name for f in fields(record) if f.default is MISSING and f.default_factory is MISSING}
    if missing := sorted(needed - given - set(raw)):
        raise BadContent(f"{path}: {id_}: the key {missing[0]!r} is missing. See docs/explain/map-format.md.")
    return {key: value for key, value in raw.items() if key in known}
