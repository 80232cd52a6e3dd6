"""What in content/ was last checked longest ago, and what nobody has confirmed: worst harm first.

It judges no text: it reads the mark and the day that each item carries. Today is a parameter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from handrail.engine.words.raw import Record

WORST, NEVER = 5, 1_000_000
"""The harm of a limit that names none; the age in days of what was never checked."""
FRESH_DAYS = 90
"""What is confirmed and was checked at most so many days ago needs nobody's eye yet."""

HARM_OF_KIND = {
    "helpline": 5, "right": 4, "path": 4, "stage": 3, "route": 3, "question": 3, "role": 2, "preparation": 2, "source": 2, "term": 1,
}
"""How much it hurts a family, 1 to 5, if an item of this kind is wrong. A limit has its own `harm`. Why: docs/command-line.md."""

KINDS = ("limit", *HARM_OF_KIND)


@dataclass(frozen=True)
class Item:
    """One item with the day on which somebody last read its source.

    `days` is how long ago that was, None where no day stands. `mark` is None for a source, which has none.
    """

    kind: str
    nation: str
    id: str
    title: str
    file: str
    harm: int
    mark: str | None
    checked_on: date | None
    days: int | None
    unconfirmed_part: str


def stale(
    records: Iterable[Record], today: date, *, nation: str = "", kinds: Iterable[str] = KINDS,
    unconfirmed: bool = False, older_than: int | None = None, everything: bool = False,
) -> list[Item]:
    """List items to look at again: worst harm first, of one harm what is not confirmed, then what was checked longest ago.

    Args:
        records: the items of a content folder, of any kinds.
        today: the day to count from.
        nation: only items of this nation; a source belongs to each of its `nations`. All if empty.
        kinds: only items of these kinds.
        unconfirmed: only what is not marked confirmed.
        older_than: only what was checked more than this many days before today, or never.
        everything: also what is confirmed and was checked within FRESH_DAYS, which is left out where nothing else is asked for.
    """
    wanted = frozenset(kinds) & frozenset(KINDS)
    items = [_item(r, today) for r in records if r.kind in wanted and (not nation or nation in _nations(r))]
    if unconfirmed:
        items = [item for item in items if item.mark == "unconfirmed"]
    if older_than is not None:
        items = [item for item in items if _age(item) > older_than]
    if not unconfirmed and older_than is None and not everything:
        items = [item for item in items if item.mark == "unconfirmed" or _age(item) > FRESH_DAYS]
    return sorted(items, key=_order)


def _order(item: Item) -> tuple[int, bool, int, str, str, str]:
    return -item.harm, item.mark != "unconfirmed", -_age(item), item.kind, item.nation, item.id


def _age(item: Item) -> int:
    return NEVER if item.days is None else item.days


def _item(record: Record, today: date) -> Item:
    data = record.data
    day = _day(data.get("read_on") if record.kind == "source" else data.get("checked_on"))
    mark = None if record.kind == "source" else "confirmed" if data.get("mark") == "confirmed" else "unconfirmed"
    title = data.get("title") or data.get("name") or data.get("term") or record.id
    return Item(
        record.kind, record.nation, record.id, str(title), record.path, _harm(record), mark, day,
        (today - day).days if day else None, " ".join(str(data.get("unconfirmed_part") or "").split()),
    )


def _harm(record: Record) -> int:
    if record.kind != "limit":
        return HARM_OF_KIND[record.kind]
    harm = record.data.get("harm")
    return harm if isinstance(harm, int) and 1 <= harm <= WORST else WORST


def _nations(record: Record) -> tuple[str, ...]:
    listed: Any = record.data.get("nations") if record.kind == "source" else None
    return tuple(map(str, listed)) if isinstance(listed, list) else (record.nation,)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
