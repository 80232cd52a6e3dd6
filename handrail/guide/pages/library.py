"""All that the public pages show, opened once for the life of the process: content never changes while it runs.

A Book is one nation's part of it. It knows the order of pages, and who names whom.
"""

from collections.abc import Iterator
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings

from handrail.engine.compiled import load_compiled
from handrail.engine.loader import load_map
from handrail.engine.map import Map
from handrail.engine.model import Limit, Nation
from handrail.engine.words.items import Item, Words
from handrail.engine.words.search import Search
from handrail.engine.words.store import open_words
from handrail.guide.pages import COMPILED_TEXTS

NATIONS = tuple(str(nation) for nation in Nation)
_BY_TITLE = frozenset({"role", "right", "route", "term", "question"})


class Book:
    """One nation's pages."""

    def __init__(self, nation: str, words: Words, map_: Map, texts: dict[str, Any]) -> None:
        self.nation, self.words, self.map = nation, words, map_
        self.cases: dict[str, list[dict[str, Any]]] = texts["cases"].get(nation, {})
        self._renamed: dict[str, str] = texts["renamed"].get(nation, {})

    def all(self, kind: str) -> list[Item]:
        """List the items of one kind in the order in which their pages follow one another."""
        return self._ordered[kind] if kind in self._ordered else []

    def get(self, kind: str, item_id: str) -> Item | None:
        """Find one item."""
        return self.words.get(self.nation, f"{kind}:{item_id}")

    def renamed(self, kind: str, item_id: str) -> Item | None:
        """Find the item that had this id once; None where none had."""
        return self.get(kind, self._renamed.get(f"{kind}:{item_id}", ""))

    def found(self, kind: str, ids: Any) -> list[Item]:
        """Find items in the order of their ids; ids that have no page are passed over."""
        return [item for item in (self.get(kind, str(item_id)) for item_id in ids or ()) if item]

    def beside(self, item: Item) -> tuple[Item | None, Item | None]:
        """Give the pages before and after this one."""
        row = self.all(item.kind)
        place = row.index(item)
        return (row[place - 1] if place else None), (row[place + 1] if place + 1 < len(row) else None)

    def limits_of(self, stage_id: str) -> list[Limit]:
        """List a stage's time limits: those that it names in its own order, then those that name it."""
        return self._limits_of[stage_id]

    def naming(self, kind: str, key: str, item_id: str) -> list[Item]:
        """List the items of one kind whose key names an id, or says `all`."""
        return [item for item in self.all(kind) if _names(item.fields.get(key), item_id)]

    @cached_property
    def search(self) -> Search:
        """Search over this nation."""
        return Search(self.words, self.nation)

    @cached_property
    def linked_from(self) -> dict[str, list[Item]]:
        """Map the address of a page to the paths, stages and questions whose words link to it."""
        found: dict[str, list[Item]] = {}
        for item in [*self.all("path"), *self.all("stage"), *self.all("question")]:
            for address in dict.fromkeys(_addresses(item.body_html)):
                found.setdefault(address, []).append(item)
        return found

    @cached_property
    def _limits_of(self) -> dict[str, list[Limit]]:
        limits, found = self.map.limits, {}
        for stage in self.map.stages.values():
            naming = (limit.id for limit in limits.values() if stage.id in limit.stages)
            found[stage.id] = [limits[id_] for id_ in dict.fromkeys([*stage.limits, *naming]) if id_ in limits]
        return found

    @cached_property
    def _ordered(self) -> dict[str, list[Item]]:
        kinds = ("process", "stage", "role", "right", "route", "term", "question", "path", "preparation", "change", "helpline")
        rows = {kind: self.words.of(self.nation, kind) for kind in kinds}
        for kind in _BY_TITLE:
            rows[kind].sort(key=lambda item: item.title.casefold())
        rows["process"].sort(key=lambda item: int(item.fields.get("order") or 0))
        places = {item.id: place for place, item in enumerate(rows["process"])}
        limits = self.words.of(self.nation, "limit")
        rows["limit"] = sorted(limits, key=lambda item: (places.get(item.fields["process"], 99), item.title.casefold()))
        return rows


class Library:
    """The books of every nation that has pages, and what belongs to none."""

    def __init__(self, content_dir: Path) -> None:
        self.words = open_words(content_dir)
        self.texts = load_compiled(COMPILED_TEXTS, content_dir, lambda: _build(content_dir))
        self._content_dir = content_dir
        self._books: dict[str, Book] = {}

    def book(self, nation: str) -> Book | None:
        """Give one nation's book; None where that nation has no pages yet."""
        if nation not in NATIONS or not self.words.of(nation, "stage"):
            return None
        if nation not in self._books:
            self._books[nation] = Book(nation, self.words, load_map(nation, self._content_dir), self.texts)
        return self._books[nation]


@cache
def library() -> Library:
    """Open the library of this process."""
    return Library(settings.CONTENT)


def _build(content_dir: Path) -> dict[str, Any]:
    # Imported by name, only now: a process that finds the compiled file never loads YAML or Markdown.
    built: dict[str, Any] = import_module("handrail.guide.pages.compile").compile_texts(content_dir)
    return built


def _names(value: Any, item_id: str) -> bool:
    return value == "all" or (isinstance(value, list | tuple) and (item_id in value or "all" in value))


def _addresses(html: str) -> Iterator[str]:
    return (part.partition('"')[0] for part in html.split('href="')[1:])
