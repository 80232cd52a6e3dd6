"""Make the compiled form of the words: read, render and index content/ once. Not loaded when that form is at hand."""

from pathlib import Path
from typing import Any

from handrail.engine.words.fields import mappings_in, prose_of, words_in
from handrail.engine.words.index import build_index
from handrail.engine.words.items import Item, load_words
from handrail.engine.words.markdown import Rendered, is_marked_up, render, render_line
from handrail.engine.words.raw import FILES, FOLDERS, Raw, Record, read_raw
from handrail.engine.words.stem import key_of
from handrail.engine.yaml12 import read_yaml

_KINDS = frozenset({*FOLDERS.values(), *FILES.values(), "source"})


_ABOUT_THE_PAGE = frozenset({"unconfirmed_part"})
"""Prose that speaks of the page and not of its subject: neither found by search nor quoted as an answer."""


def compile_words(content_dir: Path) -> dict[str, Any]:
    """Read all words of all nations.

    Files that cannot be read are left out here; `handrail content check` names them.

    Returns:
        A value that JSON could hold, for `load_words`.
    """
    raw = read_raw(content_dir, _KINDS)
    compiled: dict[str, Any] = {
        "items": [_row(record) for record in raw.records if record.kind != "source"],
        "sources": _sources(raw),
        "nations": _nations(content_dir),
        "search": {},
    }
    by_nation: dict[str, list[Item]] = {}
    for item in load_words(compiled).items:
        if item.kind not in ("process", "change"):  # neither has a page of its own
            by_nation.setdefault(item.nation, []).append(item)
    for nation, items in by_nation.items():
        compiled["search"][nation] = build_index(items, _read_part(content_dir / "search" / f"{nation}.yaml"))
    return compiled


def _sources(raw: Raw) -> dict[str, dict[str, Any]]:
    return {record.id: record.data for record in raw.records if record.kind == "source"}


def _nations(content_dir: Path) -> dict[str, dict[str, Any]]:
    nations = _read_part(content_dir / "search" / "nations.yaml")
    return {
        name: {**about, "keys": [key_of(phrase) for phrase in words_in(about.get("words"))]}
        for name, about in nations.items()
        if isinstance(about, dict)
    }


def _read_part(path: Path) -> dict[str, Any]:
    data = read_yaml(path) if path.is_file() else {}
    return data if isinstance(data, dict) else {}


def _row(record: Record) -> list[Any]:
    """Lay one record out in the order of Item's attributes."""
    data = record.data
    rendered = render(record.body, record.nation) if record.body else Rendered()
    plain, rich = _prose(record)
    said = (words for key, words in plain.items() if key not in _ABOUT_THE_PAGE)
    text = "\n".join(part for part in (*said, rendered.text) if part)
    title = str(data.get("title") or data.get("term") or data.get("name") or record.id)
    sections = rendered.sections if record.kind == "stage" else {}
    return [
        record.kind,
        record.nation,
        record.id,
        title,
        {**data, **_top(plain)},
        rich,
        sections,
        rendered.html,
        text,
        words_in(data.get("also")),
        str(data.get("mark") or ""),
        str(data.get("checked_on") or ""),
        mappings_in(data.get("sources")),
        str(data.get("in_force") or "in-force"),
    ]


def _prose(record: Record) -> tuple[dict[str, str], dict[str, str]]:
    """Give the prose keys as plain text, and as HTML where Markdown does something."""
    plain, rich = {}, {}
    for key, words in prose_of(record.kind, record.data):
        plain[key] = " ".join(words.split())
        if is_marked_up(words):
            rich[key], plain[key] = render_line(words, record.nation)
    return plain, rich


def _top(plain: dict[str, str]) -> dict[str, str]:
    return {key: words for key, words in plain.items() if "." not in key}
