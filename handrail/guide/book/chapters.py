"""Which pages stand in the book, and in which order: first what to do, then the way, then what is looked up."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from handrail.engine.words.items import Item
from handrail.guide.pages import evidence
from handrail.guide.pages.library import Book, Library
from handrail.guide.pages.views import PAGES


class Page(NamedTuple):
    """One page of the site, ready to be rendered: its address, its template, and what that shows."""

    address: str
    template: str
    context: dict[str, Any]


class Part(NamedTuple):
    """A chapter: its id, its title, one sentence on it, and its pages."""

    id: str
    title: str
    lead: str
    pages: tuple[Page, ...]


def parts_of(shelf: Library, book: Book) -> list[Part]:
    """List the chapters of one nation's book; those without a page are left out."""
    parts = [
        Part("part-safe", _("Staying safe, and who to call"), "", (_words(shelf, "staying-safe"), _list(book, "helpline"), _words(shelf, "about"))),
        Part("part-begin", _("Where to begin"), _("Pick what has just happened."), _items(book, "path")),
        Part("part-stages", _("The way, stage by stage"), _("What each stage is, what must happen, and what you can do."), _items(book, "stage")),
        Part("part-ready", _("Get ready for a meeting or a hearing"), "", _items(book, "preparation")),
        Part("part-questions", _("Questions people ask"), "", _items(book, "question")),
        Part("part-rights", _("Your rights"), "", _items(book, "right")),
        Part("part-limits", _("Time limits"), _("Where a rule is not confirmed, it is told in words and gives no date."), _items(book, "limit")),
        Part("part-people", _("People and bodies"), "", _items(book, "role")),
        Part("part-routes", _("Ways to put things right"), "", _items(book, "route")),
        Part("part-words", _("Words explained"), "", _items(book, "term")),
        Part("part-sources", _("Where our words come from"), "", tuple(_sources(shelf))),
    ]
    return [part for part in parts if part.pages]


def _items(book: Book, kind: str) -> tuple[Page, ...]:
    template, gather = PAGES[kind]
    return tuple(Page(item.address, template, gather(book, item)) for item in book.all(kind))


def _words(shelf: Library, name: str) -> Page:
    page = shelf.texts["pages"][name]
    return Page(f"/{name}/", "guide/words-page.html", {"heading": page["title"], "page": page})


def _list(book: Book, kind: str) -> Page:
    items: list[Item] = book.all(kind)
    return Page(f"/{book.nation}/{kind}s/", f"guide/{kind}s.html", {"heading": _("Who to call"), "items": items, "nation": book.nation})


def _sources(shelf: Library) -> Iterator[Page]:
    yield Page("/sources/", "guide/sources.html", {"heading": _("All our sources"), **evidence.sources_page(shelf)})
