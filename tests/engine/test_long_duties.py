"""Millions of duties, each against a reference that knows no tables: it walks day by day over an independent list of holidays."""

import calendar as months
import random
from collections.abc import Callable
from datetime import date

import holidays
import pytest

from handrail.engine.calendar_tables import BASE, LAST
from handrail.engine.errors import CalendarExhausted
from handrail.engine.model import Limit
from tests.engine.cases import ENGLAND

CALENDARS = ENGLAND.calendars
YEARS = range(2010, 2036)
MOST_WORKING_DAYS = 65  # the longest that any rule counts in working days
RANDOM_DUTIES = 150_000


def public(*subdivisions: str) -> set[int]:
    return {day.toordinal() for s in subdivisions for day in holidays.country_holidays("GB", subdiv=s, years=YEARS)}


def fixed(*month_days: tuple[int, int]) -> set[int]:
    return {date(year, month, day).toordinal() for year in YEARS for month, day in month_days}


ENGLISH, EVERYWHERE = public("ENG"), public("ENG", "WLS", "SCT", "NIR")
OFF: dict[str, set[int]] = {
    **dict.fromkeys(
        [
            "wd-complaints",
            "wd-careplanning",
            "wd-fpr",
            "wd-civil",
            "wd-private-fostering",
            "wd-adoption",
            "wd-guidance",
        ],
        ENGLISH,
    ),
    **dict.fromkeys(["wd-wales-complaints", "wd-wales-care", "wd-wales-guidance"], public("WLS")),
    "wd-foi": EVERYWHERE,
    "sct-foi": public("SCT"),
    "sct-bank": public("SCT"),
    "nir-bank": public("NIR"),
    "sct-chs-act": fixed((12, 25), (12, 26), (1, 1), (1, 2)),
}


def works(calendar: str, day: int) -> bool:
    return date.fromordinal(day).weekday() < 5 and day not in OFF[calendar]


def walk(day: int, count: int, counts: Callable[[int], bool], step: int = 1) -> int:
    """The day on which `count` days that count have gone by, one day at a time."""
    while count:
        day += step
        count -= counts(day)
    return day


def same_number(start: int, count: int, step: int = 1) -> int:
    """Walk from month to month: the day of the same number, or the last of its month."""
    wanted, day = date.fromordinal(start).day, start
    while count:
        day += step
        on = date.fromordinal(day)
        count -= on.day == min(wanted, months.monthrange(on.year, on.month)[1])
    return day


def reference(limit: Limit, start: int) -> int:
    """The last day of a limit's newest value by its earlier reading, with no more than the words of the rule."""
    value = limit.values[-1]
    assert value.amount is not None
    amount, unit = value.amount, value.unit
    calendar = CALENDARS[limit.calendar]
    same_day = limit.day_one in ("same-day", "silent") and limit.side != "count-back"
    if limit.clear_days and unit == "calendar-days" and amount <= calendar.short_period:
        unit = "working-days"
    step = -1 if limit.side == "count-back" else 1
    if unit == "working-days":
        last = walk(
            start - same_day, amount + (limit.clear_days and step < 0), lambda day: works(limit.calendar, day), step
        )
    elif unit in ("months", "years"):
        last = same_number(start, amount * (12 if unit == "years" else 1), step)
        if same_day and date.fromordinal(last).day == date.fromordinal(start).day:
            last -= 1
    else:
        last = walk(start - same_day, amount * (7 if unit == "weeks" else 1), lambda _: True, step)
    if limit.side == "bar":
        return last + same_day + limit.exceeds
    if limit.roll == "next-open-day" and not limit.is_window:
        return walk(last - 1, 1, lambda day: works(limit.roll_calendar or limit.calendar, day))
    return last


@pytest.mark.long
@pytest.mark.parametrize("calendar", [c for c in CALENDARS if CALENDARS[c].nth])
def test_every_count_of_working_days_from_every_day_of_the_table(calendar: str) -> None:
    """Each calendar: 9,496 days, 65 counts there and back. More than half a million a calendar, nearly ten million in all."""
    assert calendar in OFF, "every calendar has its independent list"
    table, counted = CALENDARS[calendar], 0
    for start in range(BASE, LAST + 1):
        day, number, first = start, 0, 0
        while number < MOST_WORKING_DAYS and day < LAST:
            day += 1
            if works(calendar, day):
                number, first = number + 1, first or day
                assert table.add(start, number) == day
                assert day == LAST or table.back(day + 1, number) == first
                counted += 1
    assert counted > 600_000


@pytest.mark.long
def test_random_duties_of_every_limit_against_walking_day_by_day() -> None:
    chance = random.Random(20261124)
    limits = [
        limit
        for limit in ENGLAND.limits.values()
        if not limit.no_date_because and limit.values[-1].amount is not None and limit.values[-1].unit != "hours"
    ]
    assert len(limits) > 80
    newest = date(2014, 9, 1).toordinal()
    checked = 0
    while checked < RANDOM_DUTIES:
        limit = chance.choice(limits)
        since = limit.values[-1].since or newest
        start = chance.randrange(max(since, newest), LAST - 1200)
        try:
            due = ENGLAND.clocks[limit.id].due(start, start)
        except CalendarExhausted:
            continue
        assert due is not None
        assert due.lo == reference(limit, start), f"{limit.id} from {date.fromordinal(start)}"
        checked += 1


def test_the_reference_agrees_with_counts_worked_by_hand() -> None:
    def o(text: str) -> int:
        return date.fromisoformat(text).toordinal()

    assert reference(ENGLAND.limits["icpc-15wd"], o("2025-08-12")) == o("2025-09-03")
    assert reference(ENGLAND.limits["care-26w"], o("2026-03-02")) == o("2026-08-30")
    assert reference(ENGLAND.limits["appeal-7"], o("2026-12-24")) == o("2026-12-30")
    assert same_number(o("2026-08-31"), 6) == o("2027-02-28")
