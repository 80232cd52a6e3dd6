"""The calendars that limits are counted by, read from `content/calendars/`.

There is no single working day: each law has its own (docs/explain/counting.md). The days are data: a bank holiday
that is added or moved is a line in a file. `as_known_on` shows what could be known on a day in the past.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from handrail.engine.calendar_tables import BANK_KINDS, BASE, LAST, Calendar, EveryDay, build_calendar
from handrail.engine.errors import BadContent, CalendarExhausted, UnknownId
from handrail.engine.yaml12 import read_yaml

__all__ = ["Calendar", "Calendars", "Day", "EveryDay", "read_calendar_data"]

_KINDS = BANK_KINDS | {"common-law", "name-only"}


class Day(NamedTuple):
    """One holiday of one area. `proclaimed_on` is there for a day added or moved for one year only."""

    on: date
    name: str
    kind: str
    proclaimed_on: date | None
    moved_from: date | None = None


class Calendars:
    """Every calendar by its id, each worked out when it is first asked for, then kept."""

    __slots__ = ("_built", "_data")

    def __init__(self, data: dict[str, Any]) -> None:
        """Keep what `read_calendar_data` gave; nothing is worked out yet."""
        self._data = data
        self._built: dict[str, Calendar] = {}

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Calendars":
        """Make the calendars from plain data: `{definitions, days}`."""
        return cls(data)

    def __getitem__(self, calendar_id: str) -> Calendar:
        """Give one calendar.

        Raises:
            UnknownId: there is no such calendar.
        """
        if calendar_id not in self._built:
            if calendar_id not in self._data["definitions"]:
                raise UnknownId(f"There is no calendar {calendar_id!r}. Allowed: {', '.join(self)}.")
            self._built[calendar_id] = build_calendar(calendar_id, self._data)
        return self._built[calendar_id]

    def __contains__(self, calendar_id: object) -> bool:
        return calendar_id in self._data["definitions"]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data["definitions"])

    def definition(self, calendar_id: str) -> dict[str, Any]:
        """What the definition says for a page: words, sources, mark, and whether the law leaves it undefined."""
        self[calendar_id]
        found: dict[str, Any] = self._data["definitions"][calendar_id]
        return found

    def days(self, area: str) -> list[Day]:
        """Every holiday of an area, oldest first.

        Raises:
            UnknownId: there is no such area.
        """
        return [_day(raw) for raw in self._area(area)["days"]]

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas whose holidays are known."""
        return tuple(self._data["days"])

    def area(self, area: str) -> dict[str, Any]:
        """What stands in the list of an area's holidays: its title, its bounds, its sources, and the days as written.

        Raises:
            UnknownId: there is no such area.
        """
        return self._area(area)

    def with_day(self, area: str, on: date, name: str, proclaimed_on: date) -> "Calendars":
        """The same calendars with one more bank holiday in an area.

        Raises:
            UnknownId: there is no such area.
            CalendarExhausted: the day lies outside the table.
        """
        if not BASE <= on.toordinal() <= LAST:
            raise CalendarExhausted(f"{on}: our table of bank holidays runs from 2010 to 2035.")
        more = {"on": on.isoformat(), "name": name, "kind": "one-off", "proclaimed_on": proclaimed_on.isoformat()}
        return self._with_days({area: sorted([*self._area(area)["days"], more], key=_by_day)})

    def as_known_on(self, day: date) -> "Calendars":
        """The calendars as they stood on a day: without later one-offs, later moved days in their usual place."""
        text = day.isoformat()
        return self._with_days({
            area: sorted((known for raw in about["days"] if (known := _as_known(raw, text))), key=_by_day)
            for area, about in self._data["days"].items()
        })

    def _area(self, area: str) -> dict[str, Any]:
        found: dict[str, Any] | None = self._data["days"].get(area)
        if found is None:
            raise UnknownId(f"There is no area {area!r}. Allowed: {', '.join(self._data['days'])}.")
        return found

    def _with_days(self, changed: dict[str, list[dict[str, Any]]]) -> "Calendars":
        days = {area: {**about, "days": changed.get(area, about["days"])} for area, about in self._data["days"].items()}
        return Calendars({**self._data, "days": days})


def _by_day(raw: dict[str, Any]) -> str:
    return str(raw["on"])


def _day(raw: dict[str, Any]) -> Day:
    proclaimed, moved = raw.get("proclaimed_on"), raw.get("moved_from")
    return Day(
        date.fromisoformat(raw["on"]), raw["name"], raw["kind"],
        date.fromisoformat(proclaimed) if proclaimed else None, date.fromisoformat(moved) if moved else None,
    )


def _as_known(raw: dict[str, Any], day: str) -> dict[str, Any] | None:
    """A day as it was known then; None where nobody could know of it. Days of this form compare as text."""
    if not raw.get("proclaimed_on") or raw["proclaimed_on"] <= day:
        return raw
    if not raw.get("moved_from"):
        return None
    return {"on": raw["moved_from"], "name": raw["name"], "kind": raw["kind"]}


def read_calendar_data(content_dir: Path) -> dict[str, Any]:
    """Read definitions and days into plain values that JSON can hold.

    Args:
        content_dir: the content folder, with `calendars/` in it.

    Raises:
        BadContent: a definition or a day breaks the format.
    """
    folder = content_dir / "calendars"
    days = {path.stem: read_yaml(path) for path in sorted((folder / "days").glob("*.yaml"))}
    for area, about in days.items():
        _check_days(f"calendars/days/{area}.yaml", about["days"])
    return {"definitions": read_yaml(folder / "definitions.yaml"), "days": days}


def _check_days(label: str, days: list[dict[str, Any]]) -> None:
    """Refuse a kind that we do not know, a day outside the table, and days out of order or given twice."""
    for before, raw in zip([{"on": ""}, *days], days, strict=False):
        if raw.get("kind") not in _KINDS:
            allowed = ", ".join(sorted(_KINDS))
            raise BadContent(f"{label}: {raw.get('on')}: kind {raw.get('kind')!r}. Allowed: {allowed}.")
        if not before["on"] < raw["on"]:
            raise BadContent(f"{label}: {raw['on']} after {before['on']}. Allowed: each day once, oldest first.")
        if not BASE <= date.fromisoformat(raw["on"]).toordinal() <= LAST:
            raise BadContent(f"{label}: {raw['on']}. Allowed: days from 2010 to 2035.")
