"""Walk an item's keys by their shapes: which are prose, which are ids, at what place they stand."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from handrail.engine.check.schema import KINDS, PARTS


class Value(NamedTuple):
    """One value of an item: the way to it (`values.0.unit`), its shape without the star, and itself."""

    key: str
    shape: str
    value: Any


def values_of(kind: str, data: dict[str, Any]) -> Iterator[Value]:
    """Yield every value that the schema knows, nested mappings walked into. Wrong shapes are passed by."""
    yield from _walk(KINDS.get(kind, {}), data, "")


def _walk(keys: dict[str, str], data: dict[str, Any], way: str) -> Iterator[Value]:
    for name, value in data.items():
        shape = keys.get(name, "any").rstrip("*")
        yield Value(f"{way}{name}", shape, value)
        part = shape.partition(":")[2]
        if shape.startswith("map:") and isinstance(value, dict):
            yield from _walk(PARTS[part], value, f"{way}{name}.")
        elif shape.startswith("list:") and isinstance(value, list):
            for place, entry in enumerate(value):
                if isinstance(entry, dict):
                    yield from _walk(PARTS[part], entry, f"{way}{name}.{place}.")


def prose_of(kind: str, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each piece of prose with its key; a list of sentences gives each with its place."""
    for key, shape, value in values_of(kind, data):
        if shape != "text":
            continue
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, list):
            yield from ((f"{key}.{place}", part) for place, part in enumerate(value) if isinstance(part, str))


def mappings_in(value: Any) -> list[dict[str, Any]]:
    """Give the mappings of a list, and none where it is no list: the rules about shapes say so."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def words_in(value: Any) -> list[str]:
    """Give the words and phrases of a list, and none where it is no list."""
    return [str(entry) for entry in value if isinstance(entry, (str, int))] if isinstance(value, list) else []
