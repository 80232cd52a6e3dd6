"""Lay out an item's keys for a program: prose as plain text, and one form for each shape.

Content may say one thing in two ways, such as an event as an id or as a mapping. Open data has one: a list where there may be
several, plain text where people read prose, null only where it says something.
"""

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

from handrail.guide.open_data.kinds import APART, OWN_PARTS

_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|tr|blockquote)>|<br ?/?>")
_TAG = re.compile(r"<[^>]*>")
_SAYS_SOMETHING_AS_NULL = ("day", "amount", "id")

Cite = Callable[[Any], dict[str, Any] | None]


def plain_of(html: str) -> str:
    """Turn HTML of ours into plain text, one block a line."""
    text = unescape(_TAG.sub("", _BLOCK_END.sub("\n", html)))
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)


def json_bytes(value: dict[str, Any]) -> bytes:
    """Write plain values as JSON, always the same bytes for the same values."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class Layout:
    """Lays out the keys of one item."""

    def __init__(self, rich: dict[str, str], cite: Cite) -> None:
        """Take the item's prose that is HTML, by its way, and what resolves a source."""
        self._rich, self._cite = rich, cite

    def of(self, data: dict[str, Any], shapes: dict[str, str], way: str = "") -> dict[str, Any]:
        """Lay out a mapping; at the top of an item, without what every item has."""
        found = {}
        for key, value in data.items():
            shape = shapes.get(key, "any").rstrip("*")
            if (way or key not in APART) and (value is not None or shape.partition(":")[0] in _SAYS_SOMETHING_AS_NULL):
                found[key] = self._value(shape, value, f"{way}{key}")
        return found

    def _value(self, shape: str, value: Any, way: str) -> Any:
        form, _, name = shape.partition(":")
        if value is None or form not in _FORMS:
            return self._nested(form, name, value, way) if value is not None else None
        return _FORMS[form](value)

    def _nested(self, form: str, name: str, value: Any, way: str) -> Any:
        if form == "text":
            return [self._prose(part, f"{way}.{place}") for place, part in enumerate(value)] if isinstance(value, list) else self._prose(value, way)
        if name == "source":
            return self._cite(value) if form == "map" else [told for told in map(self._cite, value) if told]
        if form == "map":
            return self.of(value, OWN_PARTS[name], f"{way}.")
        if form == "list":
            return [self.of(part, OWN_PARTS[name], f"{way}.{place}.") for place, part in enumerate(value)]
        return value

    def _prose(self, text: Any, way: str) -> str:
        return plain_of(self._rich[way]) if way in self._rich else " ".join(str(text).split())


def listed(value: Any) -> list[Any]:
    """Give a list, also of a single value."""
    return list(value) if isinstance(value, list | tuple) else [value]


def _event(value: Any) -> dict[str, str]:
    return {"event": value["event"], "nth": value.get("nth", "any")} if isinstance(value, dict) else {"event": value, "nth": "any"}


_FORMS: dict[str, Callable[[Any], Any]] = {
    "line": str,
    "day": str,
    "phrases": lambda value: [str(phrase) for phrase in listed(value)],
    "ids": listed,
    "topics": listed,
    "some": listed,
    "events": lambda value: [_event(part) for part in listed(value)],
}
