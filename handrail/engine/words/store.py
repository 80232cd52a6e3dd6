"""Open the words of a content folder, from the compiled file where there is one that is still true."""

from importlib import import_module
from pathlib import Path
from typing import Any

from handrail.engine.compiled import load_compiled
from handrail.engine.words.items import Words, load_words


def open_words(content_dir: Path) -> Words:
    """Open all words; compiles them first where the compiled file is missing or out of date."""
    return load_words(load_compiled("words", content_dir, lambda: _build(content_dir)))


def _build(content_dir: Path) -> dict[str, Any]:
    # Imported by name, only now: a process that finds the compiled file never loads YAML, Markdown or pyphen.
    built: dict[str, Any] = import_module("handrail.engine.words.compile").compile_words(content_dir)
    return built
