"""The first page: what has happened, in plain words, each a way in."""

from typing import Any, NamedTuple

from django.conf import settings

from handrail.engine.words.addresses import split_topic
from handrail.guide.pages.fragments import per_language
from handrail.guide.pages.library import NATIONS, Book, Library


class Trigger(NamedTuple):
    """Something that has happened: where its words lead, a line on what is there, and the events that it may be."""

    id: str
    words: str
    address: str
    hint: str
    events: tuple[str, ...]


@per_language
def home_page(library: Library, book: Book) -> dict[str, Any]:
    """Gather the first page."""
    home = library.texts["home"]
    triggers = [_trigger(book, raw) for raw in home["triggers"]]
    shortcuts = [(raw["words"], _address(book, raw["link"])) for raw in home.get("shortcuts") or ()]
    has_pages = [nation for nation in NATIONS if library.book(nation)]
    return {"has_demonstration": settings.ENVIRONMENT.has_demonstration_family, "heading": home["heading"], "lead": home["lead"],
            "triggers": triggers, "shortcuts": shortcuts,
            "nations": [(nation, nation in has_pages) for nation in NATIONS]}


def _address(book: Book, link: str) -> str:
    kind, item_id = split_topic(link) or ("", "")
    item = book.get(kind, item_id)
    return item.address if item else f"/{book.nation}/paths/"


def _trigger(book: Book, raw: dict[str, Any]) -> Trigger:
    kind, item_id = split_topic(raw["link"]) or ("", "")
    item = book.get(kind, item_id)
    events = tuple(event for event in raw.get("events") or () if event in book.map.events)
    if item is None:
        return Trigger(raw["id"], raw["words"], f"/{book.nation}/map/", "", events)
    hint = str(item.fields.get("short") or item.title)
    return Trigger(raw["id"], raw["words"], item.address, hint, events)
