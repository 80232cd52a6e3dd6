"""Rules about keys: no unknown one, none missing, each value of its shape and from its set."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from handrail.engine.check.finding import Finding
from handrail.engine.check.schema import KINDS, PARTS, SETS
from handrail.engine.check.tree import Tree, allowed_in
from handrail.engine.words.raw import Record


class Mapping(NamedTuple):
    """One mapping of an item: its keys, the way to it, and the shapes that its keys may have."""

    record: Record
    way: str
    data: dict[str, Any]
    shapes: dict[str, str]


def unknown_keys(tree: Tree) -> Iterator[Finding]:
    """Find keys that no format knows."""
    for mapping in _mappings(tree):
        for key in mapping.data:
            if key not in mapping.shapes:
                allowed = ", ".join(mapping.shapes)
                yield Finding(mapping.record.path, f"{mapping.way}{key}", "a key that nothing reads", allowed)


def missing_keys(tree: Tree) -> Iterator[Finding]:
    """Find keys that must be there and are not; an empty text, list or null is nothing too, where that says nothing."""
    for mapping in _mappings(tree):
        for key, shape in mapping.shapes.items():
            if shape.endswith("*") and _is_missing(mapping.data, key, shape):
                allowed = f"a value: {_in_words(shape.rstrip('*'))}"
                yield Finding(mapping.record.path, f"{mapping.way}{key}", "nothing", allowed)


def wrong_shapes(tree: Tree) -> Iterator[Finding]:
    """Find values of another shape than their key's, and words that are not in its set."""
    for mapping in _mappings(tree):
        for key, value in mapping.data.items():
            shape = mapping.shapes.get(key, "any").rstrip("*")
            if value is not None and not _fits(shape, value):
                yield Finding(mapping.record.path, f"{mapping.way}{key}", _shown(value), _in_words(shape))


def _mappings(tree: Tree) -> Iterator[Mapping]:
    for record in tree.records:
        if record.kind in KINDS:
            way = f"{record.id}." if record.group else ""
            yield from _nested(Mapping(record, way, record.data, KINDS[record.kind]))


def _nested(mapping: Mapping) -> Iterator[Mapping]:
    yield mapping
    for key, value in mapping.data.items():
        form, _, part = mapping.shapes.get(key, "any").rstrip("*").partition(":")
        if form == "map" and isinstance(value, dict):
            yield from _nested(Mapping(mapping.record, f"{mapping.way}{key}.", value, PARTS[part]))
        elif form == "list" and isinstance(value, list):
            for place, entry in enumerate(value):
                if isinstance(entry, dict):
                    yield from _nested(Mapping(mapping.record, f"{mapping.way}{key}.{place}.", entry, PARTS[part]))


_MAY_BE_NULL = ("day", "amount", "id:role")
_MAY_BE_EMPTY = ("ids", "topics", "events")


def _is_missing(data: dict[str, Any], key: str, shape: str) -> bool:
    if key not in data:
        return True
    value = data[key]
    if value is None:
        return not (shape.rstrip("*") in _MAY_BE_NULL and key in ("from", "to", "amount", "leads"))
    return value in ("", [], {}) and not shape.startswith(_MAY_BE_EMPTY)


def _fits(shape: str, value: Any) -> bool:
    form, _, name = shape.partition(":")
    if form == "one":
        return value in SETS[name]
    if form == "some":
        listed = [value] if value == "all" else value
        return isinstance(listed, list) and all(word in SETS[name] for word in listed)
    if name == "stage-or-all" and value == "all":
        return True
    return _FORMS[form](value)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_event(value: Any) -> bool:
    known = {"event", "nth"}
    return isinstance(value, str) or (
        isinstance(value, dict) and set(value) <= known and value.get("nth", "first") in SETS["nth"]
    )


def _is_prose(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(part, str) for part in value))


def _is_id(value: Any) -> bool:
    return isinstance(value, str)


def _are_ids(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


_FORMS: dict[str, Callable[[Any], bool]] = {
    "text": _is_prose, "line": lambda value: isinstance(value, (str, int, float)), "day": _is_id, "id": _is_id,
    "flag": lambda value: isinstance(value, bool), "number": _is_number, "amount": _is_number, "years": _is_number,
    "phrases": lambda value: isinstance(value, list) and all(isinstance(p, (str, int)) for p in value),
    "ids": _are_ids, "topics": _are_ids, "map": lambda value: isinstance(value, dict), "any": lambda value: True,
    "events": lambda value: all(map(_is_event, value)) if isinstance(value, list) else _is_event(value),
    "list": lambda value: isinstance(value, list) and all(isinstance(entry, dict) for entry in value),
}

_WORDS = {
    "text": "prose", "line": "a line of text", "day": "a day such as 2026-11-22", "flag": "true or false",
    "number": "a number", "amount": "a number or null", "years": "a number", "phrases": "a list of phrases",
    "topics": "a list such as [term:care-order, stage:icpc]", "any": "anything",
    "events": "event ids, or {event, nth: first or later}",
}


def _in_words(shape: str) -> str:
    form, _, name = shape.partition(":")
    if form in ("one", "some"):
        return f"{'one' if form == 'one' else 'a list'} of {allowed_in(name)}"
    if form in ("id", "ids"):
        return f"{'the id of a' if form == 'id' else 'a list of ids of the kind'} {name}"
    if form in ("map", "list"):
        return f"{'a mapping' if form == 'map' else 'a list of mappings'} with {', '.join(PARTS[name])}"
    return _WORDS[form]


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
