"""Which other items an item names: in its keys, and by links in its words."""

import re
from collections.abc import Iterator
from typing import Any

from handrail.guide.open_data.kinds import OWN_PARTS
from handrail.guide.open_data.plain import listed
from handrail.guide.open_data.shelf import Shelf
from handrail.guide.open_data.things import Thing

_HREF = re.compile(r'href="([^"]+)"')
IN_WORDS = "words of the page"
"""What `via` says of a link that stands in prose."""


def links_of(shelf: Shelf, thing: Thing) -> list[dict[str, Any]]:
    """List the items that one names, each once, with the keys that name it."""
    found: dict[str, list[str]] = {}
    for topic, key in (*_named(thing.kind.shapes, thing.data), *_linked(shelf, thing)):
        keys = found.setdefault(topic, [])
        if key not in keys:
            keys.append(key)
    told = ((shelf.find(thing.nation, topic), keys) for topic, keys in found.items())
    return [link_to(other, keys) for other, keys in told if other and other is not thing]


def link_to(thing: Thing, via: list[str]) -> dict[str, Any]:
    """Tell of another item: its topic, its title, its page, where its data is, and what names it."""
    return {"topic": thing.topic, "title": thing.title, "page": thing.page, "data": thing.address, "via": via}


def _named(shapes: dict[str, str], data: dict[str, Any], top: str = "") -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        shape = shapes.get(key, "any").rstrip("*")
        form, _, name = shape.partition(":")
        if value is None or name == "source":
            continue
        if form in ("map", "list"):
            for part in listed(value):
                yield from _named(OWN_PARTS[name], part, top or key)
        else:
            yield from ((topic, top or key) for topic in _topics(form, name.removesuffix("-or-all"), value))


def _topics(form: str, name: str, value: Any) -> Iterator[str]:
    if form == "topics":
        yield from listed(value)
    elif form in ("id", "ids"):
        yield from (f"{name}:{item_id}" for item_id in listed(value))
    elif form == "events":
        yield from (f"event:{part['event'] if isinstance(part, dict) else part}" for part in listed(value))


def _linked(shelf: Shelf, thing: Thing) -> Iterator[tuple[str, str]]:
    pages = shelf.by_page(thing.nation) if thing.nation else {}
    for html in (*thing.rich.values(), thing.body_html):
        for address in _HREF.findall(html):
            if address in pages:
                yield pages[address].topic, IN_WORDS
