"""The items of the map as pages and search want them: plain, frozen, rendered already.

Made from the compiled form alone: no YAML, no Markdown, no hyphenation is loaded here.
"""

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any

from handrail.engine.words.addresses import address_of


@dataclass(frozen=True, slots=True)
class Item:
    """One stage, role, right, route, limit, term, question, helpline or process of one nation.

    Attributes:
        fields: the keys as written, prose as plain text (links taken out).
        rich: HTML of the prose keys in which Markdown did something; ask `html_of`.
        sections: for a stage, heading to HTML, in the order of the page.
        body_html: the whole Markdown body as HTML ("" where the kind has none).
        text: all prose as plain text, one block a line; the first line is the short answer.
        sources: list of `{source, at?}`.
    """

    kind: str
    nation: str
    id: str
    title: str
    fields: dict[str, Any]
    rich: dict[str, str]
    sections: dict[str, str]
    body_html: str
    text: str
    also: tuple[str, ...]
    mark: str
    checked_on: str
    sources: tuple[dict[str, Any], ...]
    in_force: str

    @property
    def topic(self) -> str:
        """The item's name in links and results, such as `term:care-order`."""
        return f"{self.kind}:{self.id}"

    @property
    def address(self) -> str:
        """The path of its page on the site."""
        return address_of(self.kind, self.nation, self.id)

    def html_of(self, key: str) -> str:
        """Give one prose key as HTML, safe to put in a page; "" where the item has no such key."""
        value = self.fields.get(key)
        return self.rich.get(key) or (escape(value, quote=False) if isinstance(value, str) else "")


class Words:
    """All items, by nation and topic, with the sources they name and what search needs."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        """Take the compiled form; items are made at once, the rest stays as it is."""
        self.items: tuple[Item, ...] = tuple(_item(row) for row in compiled["items"])
        self.sources: dict[str, dict[str, Any]] = compiled["sources"]
        self.nations: dict[str, dict[str, Any]] = compiled["nations"]
        self.search_data: dict[str, dict[str, Any]] = compiled["search"]
        self._by_topic = {(item.nation, item.topic): item for item in self.items}

    def get(self, nation: str, topic: str) -> Item | None:
        """Find an item by its topic, such as `stage:icpc`."""
        return self._by_topic.get((nation, topic))

    def of(self, nation: str, kind: str) -> list[Item]:
        """List the items of one kind in the order of their files, or by `order` where they have one."""
        found = self._by_kind.get((nation, kind), [])
        return sorted(found, key=lambda item: item.fields.get("order", 0))

    @cached_property
    def _by_kind(self) -> dict[tuple[str, str], list[Item]]:
        kinds: dict[tuple[str, str], list[Item]] = {}
        for item in self.items:
            kinds.setdefault((item.nation, item.kind), []).append(item)
        return kinds


def load_words(compiled: dict[str, Any]) -> Words:
    """Make the words from their compiled form."""
    return Words(compiled)


def _item(row: list[Any]) -> Item:
    values = dict(zip(Item.__slots__, row, strict=True))
    values["also"], values["sources"] = tuple(values["also"]), tuple(values["sources"])
    return Item(**values)
