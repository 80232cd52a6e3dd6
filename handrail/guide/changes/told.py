"""Changes of the map, newest first, each with the pages that it touches; and which of them touch one saved case."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from handrail.engine.words.items import Item, Words
from handrail.guide.pages.fragments import pieces
from handrail.guide.pages.sourcing import Cited, cited, day_of


class Told(NamedTuple):
    """One change as a page tells it."""

    id: str
    nation: str
    title: str
    kind: str
    on: date
    law_from: date | None
    words: list[Markup]
    why: list[Markup]
    touched: list[Item]
    sources: list[Cited]


def all_changes(words: Words) -> list[Told]:
    """Every change of every nation, newest first."""
    told = [_told(words, item) for item in words.items if item.kind == "change"]
    return sorted(told, key=lambda change: (change.on, change.id), reverse=True)


def that_touch(changes: Iterable[Told], topics: frozenset[str], since: date) -> list[Told]:
    """Pick the changes made after a day that touch any of some topics.

    Args:
        changes: newest first; the order stays.
        topics: such as `limit:stage1`, of everything that a case shows.
        since: the day on which the case was saved. What changed on that day may not have been in it, and counts.
    """
    return [change for change in changes if change.on >= since and any(item.topic in topics for item in change.touched)]


def _told(words: Words, item: Item) -> Told:
    fields = item.fields
    touched = [found for topic in fields.get("touches") or () if (found := words.get(item.nation, topic))]
    return Told(item.id, item.nation, item.title, fields["kind"], date.fromisoformat(str(fields["on"])), day_of(fields.get("law_from")),
                pieces(item, "words"), pieces(item, "why"), touched, cited(words, item.sources))
