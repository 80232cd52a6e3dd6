"""Dates as families have them: a day, a month, a year, "about", "between".

A `FuzzyDate` is an interval of days, both ends inclusive, kept as ordinals (`date.toordinal`). It is read from EDTF
(the Extended Date/Time Format, ISO 8601-2): `2026-03-14`, `2026-03`, `2026`, `2026-03~`, `2026-03-01/2026-03-14`,
and `2026-03-14T22:10` where a limit runs by the hour. How wide "about" is stands in docs/explain/counting.md.
"""

import calendar
import re
from datetime import date
from typing import NamedTuple

from handrail.engine.errors import BadDate, shown

ABOUT_DAYS = {"day": 7, "month": 15, "year": 183}
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?)?$", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})$", re.ASCII)
_YEAR = re.compile(r"(\d{4})$", re.ASCII)
_ALLOWED = (
    "Allowed: 2026-03-14, 2026-03, 2026, 2026-03~ (about), 2026-03-01/2026-03-14 (between), "
    "2026-03-14T22:10 (with the hour)."
)


class FuzzyDate(NamedTuple):
    """An interval of days, as ordinals, both ends included.

    `minute` is the minute of the day, local time, only for a single day whose hour is known. `text` is the EDTF.
    """

    lo: int
    hi: int
    text: str
    minute: int | None = None

    @property
    def is_exact(self) -> bool:
        """Is it one single day?"""
        return self.lo == self.hi

    @property
    def earliest(self) -> date:
        """The first day it may be."""
        return date.fromordinal(self.lo)

    @property
    def latest(self) -> date:
        """The last day it may be."""
        return date.fromordinal(self.hi)


def fuzzy(on: date) -> FuzzyDate:
    """One certain day."""
    ordinal = on.toordinal()
    return FuzzyDate(ordinal, ordinal, on.isoformat())


def parse_date(text: object) -> FuzzyDate:
    """Read an EDTF date.

    Args:
        text: the date as text; a number such as 2026 (a year) is taken as text.

    Raises:
        BadDate: it is not written as one of the allowed forms, or no calendar has it.
    """
    raw = str(text).strip()
    return _between(raw) if raw.count("/") == 1 else _one(raw)


def _one(raw: str) -> FuzzyDate:
    about = raw.endswith("~")
    lo, hi, minute, precision = _single(raw.removesuffix("~"), raw)
    if about:
        lo, hi, minute = lo - ABOUT_DAYS[precision], hi + ABOUT_DAYS[precision], None
    return FuzzyDate(lo, hi, raw, minute)


def _between(raw: str) -> FuzzyDate:
    first, _, last = raw.partition("/")
    start, end = _one(first.strip()), _one(last.strip())
    if start.lo > end.hi:
        raise BadDate(f"{shown(raw)}: the second date is before the first. Allowed: the earlier date first.")
    return FuzzyDate(start.lo, end.hi, raw)


def _single(text: str, raw: str) -> tuple[int, int, int | None, str]:
    if match := _DAY.match(text):
        year, month, day, hour, minute = match.groups()
        ordinal = _ordinal(int(year), int(month), int(day), raw)
        return ordinal, ordinal, _minute(hour, minute, raw), "day"
    if match := _MONTH.match(text):
        year_, month_ = int(match[1]), int(match[2])
        first = _ordinal(year_, month_, 1, raw)
        return first, first + calendar.monthrange(year_, month_)[1] - 1, None, "month"
    if match := _YEAR.match(text):
        year_ = int(match[1])
        return _ordinal(year_, 1, 1, raw), _ordinal(year_, 12, 31, raw), None, "year"
    raise BadDate(f"{shown(raw)} is not a date we can read. {_ALLOWED}")


def _ordinal(year: int, month: int, day: int, raw: str) -> int:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise BadDate(f"{shown(raw)}: the year {year}. Allowed: {EARLIEST_YEAR} to {LATEST_YEAR}.")
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        raise BadDate(f"{shown(raw)}: no calendar has this day. {_ALLOWED}") from None


def _minute(hour: str | None, minute: str | None, raw: str) -> int | None:
    if hour is None or minute is None:
        return None
    if int(hour) > 23 or int(minute) > 59:
        raise BadDate(f"{shown(raw)}: no clock has this time. Allowed: 00:00 to 23:59.")
    return int(hour) * 60 + int(minute)


def iso(day: date | None) -> str | None:
    """A day as data: `2025-08-12`; None where there is none."""
    return None if day is None else day.isoformat()


def in_words(day: date) -> str:
    """A day as people say it: `Tue 12 August 2025`."""
    return f"{day:%a} {day.day} {day:%B} {day.year}"


def fuzzy_in_words(when: FuzzyDate) -> str:
    """An uncertain date as people say it."""
    if when.is_exact:
        return in_words(when.earliest)
    text = when.text
    if "/" in text:
        return f"between {in_words(when.earliest)} and {in_words(when.latest)}"
    about = "about " if text.endswith("~") else ""
    bare = text.rstrip("~")
    if _YEAR.match(bare):
        return f"{about}{bare}"
    if match := _MONTH.match(bare):
        return f"{about}{date(int(match[1]), int(match[2]), 1):%B %Y}"
    return f"about {in_words(date.fromisoformat(bare[:10]))}"
