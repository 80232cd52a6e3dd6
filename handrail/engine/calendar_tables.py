"""One legal definition of a working day as two plain tables, so that counting is two look-ups.

A table runs from 2010 to 2035, as far as the days of `content/calendars/` go, and refuses to answer outside them.
How days are counted, and by which calendar, stands in docs/explain/counting.md.
"""

from datetime import date
from itertools import accumulate, compress
from typing import Any

from handrail.engine.errors import BadContent, CalendarExhausted

BASE = date(2010, 1, 1).toordinal()
LAST = date(2035, 12, 31).toordinal()
BANK_KINDS = frozenset({"bank-holiday", "substitute", "one-off"})
WEEKEND = "a weekend day"
_SATURDAY_SUNDAY = (6, 0)  # an ordinal modulo 7: the year 1 began on a Monday
TOO_EARLY = "Our table of bank holidays begins with 2010."
TOO_LATE = "The answer lies after 2035, the last year of our calendar."
# The numbers that every table holds, each made once: ten tables of their own numbers would take 5 MB of each process.
_DAYS = list(range(BASE, LAST + 1))
_COUNTS = list(range(len(_DAYS) + 1))
_TITLES = {"england-and-wales": "England and Wales", "scotland": "Scotland", "northern-ireland": "Northern Ireland"}


class Calendar:
    """The working days of one legal definition. Days are ordinals (`date.toordinal`) throughout.

    `after[o - base]` is the number of working days in the table up to and with `o`; `nth[k]` is the k-th working day
    of the table, counted from 0. `holidays` gives the reason for each holiday, those at weekends included.
    """

    __slots__ = ("after", "base", "holidays", "id", "known_until", "last", "nth", "short_period", "title")

    def __init__(self, calendar_id: str, definition: dict[str, Any], holidays: dict[int, str], known: int) -> None:
        """Work out the tables of a definition.

        Args:
            calendar_id: its id in `definitions.yaml`.
            definition: its title, whether weekends are left out, and the court's short period.
            holidays: ordinal to reason for each day left out besides weekends.
            known: ordinal of the last day up to which the holidays have been published.
        """
        self.id = calendar_id
        self.title: str = definition["title"]
        self.short_period: int = definition.get("short_period") or 0
        self.base, self.last, self.known_until = BASE, LAST, known
        self.holidays = holidays
        flags = _flags(bool(definition.get("weekend")), holidays)
        self.after: list[int] = [*map(_COUNTS.__getitem__, accumulate(flags))]
        self.nth: list[int] = [*compress(_DAYS, flags)]

    def is_working(self, o: int) -> bool:
        """Does this day count?"""
        return self._up_to(o) > self._before(o)

    def is_holiday(self, o: int) -> bool:
        """Is this day, weekends included, one of the holidays that the definition leaves out?"""
        self._up_to(o)
        return o in self.holidays

    def add(self, o: int, n: int) -> int:
        """The n-th working day strictly after a day; n is 1 or more."""
        return self._day_number(self._up_to(o) + _at_least_one(n))

    def add_from(self, o: int, n: int) -> int:
        """The n-th working day from a day on: the day itself is the first if it is a working day."""
        return self._day_number(self._before(o) + _at_least_one(n))

    def back(self, o: int, n: int) -> int:
        """The n-th working day strictly before a day; n is 1 or more."""
        return self._day_number(self._before(o) + 1 - _at_least_one(n))

    def between(self, a: int, b: int) -> int:
        """How many working days there are after `a`, up to and with `b`."""
        return self._up_to(b) - self._up_to(a)

    def left_out(self, a: int, b: int) -> list[tuple[int, str]]:
        """The days after `a`, up to and with `b`, that do not count, each with its reason."""
        out = (o for o in range(a + 1, b + 1) if not self.is_working(o))
        return [(o, WEEKEND if o % 7 in _SATURDAY_SUNDAY else self.holidays[o]) for o in out]

    def _up_to(self, o: int) -> int:
        """How many working days of the table lie up to and with a day."""
        if o < BASE:
            raise CalendarExhausted(TOO_EARLY)
        if o > LAST:
            raise CalendarExhausted(TOO_LATE)
        return self.after[o - BASE]

    def _before(self, o: int) -> int:
        """How many working days of the table lie before a day."""
        self._up_to(o)
        return self.after[o - BASE - 1] if o > BASE else 0

    def _day_number(self, number: int) -> int:
        """The working day of this number, the first of the table being number 1."""
        if number < 1:
            raise CalendarExhausted(TOO_EARLY)
        if number > len(self.nth):
            raise CalendarExhausted(TOO_LATE)
        return self.nth[number - 1]


class EveryDay(Calendar):
    """A calendar that leaves nothing out, so it needs no table: days before 2010 count too, answers after 2035 do not.

    `after` and `nth` are empty: a day's number is its ordinal.
    """

    __slots__ = ()

    def __init__(self, calendar_id: str, definition: dict[str, Any]) -> None:
        """Take the title alone: there is nothing to work out."""
        self.id, self.title, self.short_period = calendar_id, definition["title"], 0
        self.base, self.last, self.known_until = BASE, LAST, LAST
        self.holidays, self.after, self.nth = {}, [], []

    def _up_to(self, o: int) -> int:
        return self._day_number(o)

    def _before(self, o: int) -> int:
        return self._day_number(o) - 1

    def _day_number(self, number: int) -> int:
        if number < 1:
            raise CalendarExhausted("The answer lies before the year 1.")
        if number > LAST:
            raise CalendarExhausted(TOO_LATE)
        return number


def build_calendar(calendar_id: str, data: dict[str, Any]) -> Calendar:
    """Make one calendar from what `read_calendar_data` gave; BadContent where it names an area that has no days."""
    definition = data["definitions"][calendar_id]
    areas = definition.get("areas") or []
    names, fixed = definition.get("names") or [], definition.get("fixed") or []
    if not (definition.get("weekend") or areas or names or fixed):
        return EveryDay(calendar_id, definition)
    if unknown := set(areas) - set(data["days"]):
        raise BadContent(f"definitions.yaml: {calendar_id}: area {unknown}. Allowed: {', '.join(data['days'])}.")
    holidays = _bank_holidays(areas, data["days"])
    if names:
        holidays |= _named(names, data["days"][areas[0] if areas else "england-and-wales"]["days"])
    holidays |= _fixed(fixed)
    known = [_ordinal(data["days"][area]["known_until"]) for area in areas]
    return Calendar(calendar_id, definition, holidays, min(known, default=LAST))


def _flags(weekends_left_out: bool, holidays: dict[int, str]) -> bytearray:
    """One for each day of the table that counts, nought for the others."""
    week = bytes(not weekends_left_out or (BASE + i) % 7 not in _SATURDAY_SUNDAY for i in range(7))
    size = LAST - BASE + 1
    flags = bytearray(week * (size // 7 + 1))[:size]
    for o in holidays:
        flags[o - BASE] = 0
    return flags


def _bank_holidays(areas: list[str], days: dict[str, Any]) -> dict[int, str]:
    found: dict[str, list[tuple[str, str]]] = {}
    for area in areas:
        for day in days[area]["days"]:
            if day["kind"] in BANK_KINDS:
                found.setdefault(day["on"], []).append((area, day["name"]))
    return {_ordinal(on): _reason(seen, len(areas)) for on, seen in found.items()}


def _reason(seen: list[tuple[str, str]], areas: int) -> str:
    """The first name, and where it is a holiday if that is not everywhere the calendar looks."""
    name = seen[0][1]
    text = name if "bank holiday" in name else f"{name}, a bank holiday"
    if len(seen) == areas:
        return text
    return f"{text} in {' and in '.join(_TITLES.get(area, area) for area, _ in seen)}"


def _named(names: list[str], days: list[dict[str, Any]]) -> dict[int, str]:
    """The days that a definition leaves out by name, bank holiday or not."""
    return {
        _ordinal(day["on"]): f"{day['name']}, a {'bank' if day['kind'] in BANK_KINDS else 'public'} holiday"
        for day in days if day.get("named") in names
    }


def _fixed(month_days: list[str]) -> dict[int, str]:
    """The days that a law lists by date."""
    years = range(date.fromordinal(BASE).year, date.fromordinal(LAST).year + 1)
    every = [date.fromisoformat(f"{year}-{month_day}") for year in years for month_day in month_days]
    return {day.toordinal(): f"{day.day} {day:%B}, a day that the law leaves out" for day in every}


def _ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _at_least_one(n: int) -> int:
    if n < 1:
        raise ValueError(f"{n} working days: allowed are 1 and more")
    return n
