"""All that is open, found by nation, kind and id. Made from the library when first asked, and only then."""

from functools import cached_property
from typing import Any

from handrail.guide.open_data.kinds import NATIONAL, SHARED
from handrail.guide.open_data.things import Thing, of_calendar, of_event, of_holidays, of_item, of_source
from handrail.guide.pages.library import NATIONS, Book, Library

Things = dict[str, Thing]


class Shelf:
    """The open items of every nation that has pages, and of none."""

    def __init__(self, library: Library) -> None:
        """Take an open library; nothing is made yet."""
        self.library = library
        self._things: dict[tuple[str, str], Things] = {}
        self._by_page: dict[str, dict[str, Thing]] = {}

    @cached_property
    def books(self) -> dict[str, Book]:
        """The nations that have pages."""
        return {nation: book for nation in NATIONS if (book := self.library.book(nation))}

    @cached_property
    def version(self) -> str:
        """The version of the content."""
        return next(iter(self.books.values())).map.about["version"]

    def law_as_at(self, nation: str = "") -> str:
        """The day on which the law was last gone through: that of a nation, or the earliest of them."""
        return min(book.map.about["law_as_at"] for name, book in self.books.items() if nation in ("", name))

    def things(self, nation: str, kind: str) -> Things:
        """Give the items of one kind by id, in the order of the site; empty where there are none."""
        if (nation, kind) not in self._things:
            self._things[nation, kind] = {thing.id: thing for thing in (self._national(nation, kind) if nation else self._shared(kind))}
        return self._things[nation, kind]

    def by_page(self, nation: str) -> dict[str, Thing]:
        """Map the address of each page of a nation to what it is about."""
        if nation not in self._by_page:
            every = (thing for kind in NATIONAL for thing in self.things(nation, kind.name).values())
            self._by_page[nation] = {thing.page: thing for thing in every if thing.page}
        return self._by_page[nation]

    def find(self, nation: str, topic: str) -> Thing | None:
        """Find what a topic such as `limit:stage1` names."""
        kind, _, item_id = topic.partition(":")
        shared = any(kind == other.name for other in SHARED)
        return self.things("" if shared else nation, kind).get(item_id)

    def cases(self, thing: Thing) -> list[dict[str, Any]]:
        """The worked cases of a limit."""
        return self.books[thing.nation].cases.get(thing.id, [])

    def _national(self, nation: str, kind: str) -> list[Thing]:
        book = self.books[nation]
        if kind == "event":
            return [of_event(event, nation) for event in book.map.events.values()]
        return [of_item(item) for item in book.all(kind)]

    def _shared(self, kind: str) -> list[Thing]:
        if kind == "source":
            return [of_source(name, record) for name, record in sorted(self.library.words.sources.items())]
        calendars = next(iter(self.books.values())).map.calendars
        if kind == "calendar":
            return [of_calendar(name, calendars) for name in calendars]
        return [of_holidays(name, calendars) for name in calendars.areas] if kind == "holiday-list" else []
