"""Dates as people type them, turned into the dates the engine reads (EDTF), and back into the fields of the form.

Kind to what people write: a month as a word, a year as two digits, a whole date in the first box. Never kind in
secret: what was understood is shown in full on the next page, and what no calendar has is sent back with the reason.
"""

import calendar
import re
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from handrail.engine.dates import EARLIEST_YEAR, LATEST_YEAR, FuzzyDate, fuzzy_in_words, in_words, parse_date
from handrail.engine.errors import BadDate
from handrail.guide.where.clocktime import clock_in_words, read_time
from handrail.guide.where.problem import Problem

UNKNOWN_FROM = "2010-01-01"
"""The first day of our tables. "I do not know" means: some day from then to today."""
VAGUE_DAYS = 5 * 366
"""A date wider than this is as good as none: no date is counted from it on a page."""
WHEN_FIELDS = ("sure", "day", "month", "year", "day2", "month2", "year2", "time")
_MONTHS = [name.lower() for name in calendar.month_name]
_WHOLE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+([A-Za-z]+|\d{1,2})[\s/.,-]+(\d{4}|\d{2})$")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_YEARS_AHEAD = 10


class _Part(NamedTuple):
    text: str
    problems: list[Problem]


def read_when(typed: dict[str, str], today: date) -> tuple[str, list[Problem]]:
    """Read the fields of one date.

    Args:
        typed: what stands in `WHEN_FIELDS`.
        today: for years of two digits, and for "I do not know".

    Returns:
        The date as EDTF, and what is wrong; the date is empty where anything is.
    """
    sure = typed.get("sure") or "exact"
    if sure == "unknown":
        return f"{UNKNOWN_FROM}/{today.isoformat()}", []
    first = _part(typed, "", today)
    second_given = any(typed.get(f"{name}2") for name in ("day", "month", "year"))
    if sure == "between" or (sure == "exact" and second_given):
        return _between(first, _part(typed, "2", today))
    if first.problems:
        return "", first.problems
    if sure == "about":
        return f"{first.text}~", []
    return _with_time(first.text, typed.get("time", ""))


def _between(first: _Part, second: _Part) -> tuple[str, list[Problem]]:
    if problems := first.problems + second.problems:
        return "", problems
    text = f"{first.text}/{second.text}"
    try:
        parse_date(text)
    except BadDate:
        return "", [Problem("year2", _("The second date is before the first. Put the earlier date first."))]
    return text, []


def _with_time(day: str, typed: str) -> tuple[str, list[Problem]]:
    if not typed:
        return day, []
    time = read_time(typed)
    if time is None:
        return "", [Problem("time", _("We could not read this time. Write it like 10:30 pm or 22:30."))]
    if len(day) != len("2026-03-14"):
        return "", [Problem("day", _("Give the day, month and year too, if you know the time."))]
    return f"{day}T{time}", []


def _part(typed: dict[str, str], suffix: str, today: date) -> _Part:
    day, month, year = _spread(*(typed.get(name + suffix, "").strip() for name in ("day", "month", "year")))
    problems = _missing(day, month, year, suffix)
    number_of_year = _year(year, today)
    if year and number_of_year is None:
        problems.append(Problem(f"year{suffix}", _("Give the year as four numbers, such as 2026.")))
    number_of_month = _month(month)
    if month and number_of_month is None:
        problems.append(Problem(f"month{suffix}", _("Give the month as a number from 1 to 12, or as a word such as March.")))
    number_of_day = _day(day)
    if day and number_of_day is None:
        problems.append(Problem(f"day{suffix}", _("Give the day as a number from 1 to 31.")))
    if problems or number_of_year is None:
        return _Part("", problems)
    return _checked(number_of_year, number_of_month, number_of_day, suffix)


def _missing(day: str, month: str, year: str, suffix: str) -> list[Problem]:
    if not (day or month or year):
        told = _("Give the second date too.") if suffix else _("Give a date, or as much of it as you know. A year is enough.")
        return [Problem(f"year{suffix}", told)]
    problems = []
    if day and not month:
        problems.append(Problem(f"month{suffix}", _("Give the month too, or leave the day empty.")))
    if not year:
        problems.append(Problem(f"year{suffix}", _("Give the year too.")))
    return problems


def _checked(year: int, month: int | None, day: int | None, suffix: str) -> _Part:
    if month is None:
        return _Part(f"{year:04}", [])
    last = calendar.monthrange(year, month)[1]
    if day is not None and day > last:
        told = _("%(month)s %(year)s has only %(days)s days. Please check the day.")
        return _Part("", [Problem(f"day{suffix}", told % {"month": calendar.month_name[month], "year": year, "days": last})])
    return _Part(f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""), [])


def _spread(day: str, month: str, year: str) -> tuple[str, str, str]:
    """Take apart a whole date that was typed into the first box."""
    if month or year:
        return day, month, year
    if found := _WHOLE.match(day):
        return found[1], found[2], found[3]
    if found := _ISO.match(day):
        return found[3], found[2], found[1]
    return day, month, year


def _year(text: str, today: date) -> int | None:
    if not text.isascii() or not text.isdigit() or len(text) not in (2, 4):
        return None
    year = int(text)
    if len(text) == 2:
        year += 2000 if 2000 + year <= today.year + _YEARS_AHEAD else 1900
    return year if EARLIEST_YEAR <= year <= LATEST_YEAR else None


def _month(text: str) -> int | None:
    if text.isascii() and text.isdigit():
        return int(text) if 1 <= int(text[:9]) <= 12 else None
    word = text.lower().strip(".")
    word = "sep" if word == "sept" else word
    return next((n for n, name in enumerate(_MONTHS) if n and len(word) >= 3 and name.startswith(word)), None)


def _day(text: str) -> int | None:
    bare = re.sub(r"(st|nd|rd|th)$", "", text.lower())
    return int(bare) if bare.isascii() and bare.isdigit() and 1 <= int(bare[:9]) <= 31 else None


def typed_of(when: FuzzyDate) -> dict[str, str]:
    """The fields of the form that give this date, for changing it."""
    if is_unknown(when):
        return {"sure": "unknown"}
    text = when.text
    if "/" in text:
        first, _slash, last = text.partition("/")
        if "~" in text or "T" in text:
            first, last = when.earliest.isoformat(), when.latest.isoformat()
        return {"sure": "between", **_fields(first, ""), **_fields(last, "2")}
    if text.endswith("~"):
        return {"sure": "about", **_fields(text.rstrip("~").partition("T")[0], "")}
    day, _t, time = text.partition("T")
    return {"sure": "exact", **_fields(day, ""), **({"time": time[:5]} if time else {})}


def _fields(text: str, suffix: str) -> dict[str, str]:
    parts = zip(("year", "month", "day"), text.split("-"), strict=False)
    return {name + suffix: value.lstrip("0") if name != "year" else value for name, value in parts}


def is_unknown(when: FuzzyDate) -> bool:
    """Did somebody say that they do not know?"""
    return when.text.startswith(f"{UNKNOWN_FROM}/")


def is_vague(when: FuzzyDate) -> bool:
    """Is it so wide that nothing can be counted from it?"""
    return when.hi - when.lo > VAGUE_DAYS


def when_in_words(when: FuzzyDate) -> str:
    """A date as it is told back on a page."""
    if is_unknown(when):
        return _("some day before %(day)s, you do not know which") % {"day": in_words(when.latest)}
    words = fuzzy_in_words(when)
    return f"{words}, {clock_in_words(when.minute)}" if when.minute is not None else words


def span_in_words(first: str | None, last: str | None) -> str:
    """The days from one to another, each as 2026-03-14; one day where they are the same, or one is missing."""
    days = [in_words(date.fromisoformat(day)) for day in (first, last) if day]
    return " – ".join(dict.fromkeys(days))
