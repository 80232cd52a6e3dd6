"""A limit made ready to count: for each period of law, a quick way from a start day to the last day.

A start is an interval of days; because every way of counting moves forward when the start does, the answer for an
uncertain start is the answer at both of its ends (and at both ends of each period of law that it touches).
"""

from collections.abc import Callable
from typing import NamedTuple

from handrail.engine import counting
from handrail.engine.calendar_tables import TOO_EARLY, TOO_LATE
from handrail.engine.calendars import Calendar, Calendars
from handrail.engine.errors import CalendarExhausted
from handrail.engine.model import Limit, Value

UNKNOWN_LO, UNKNOWN_HI = -(10**9), 10**9
"""Ordinals that stand for "no telling how early" and "no telling how late"."""

Counter = Callable[[int], int]


class Due(NamedTuple):
    """Until when, as ordinals: the ordinary date and, where the law lets it be longer, the outside date."""

    lo: int
    hi: int
    max_lo: int | None = None
    max_hi: int | None = None


class Period(NamedTuple):
    """One period of law, ready to count."""

    since: int
    until: int
    value: Value
    first: Counter | None
    """Start day -> the earlier possible last day; None where this period of law has no number."""
    last: Counter | None
    maximum: Counter | None


class Clock:
    """How one limit counts."""

    __slots__ = ("calendar", "count", "limit", "periods", "since", "until")

    def __init__(self, limit: Limit, calendars: Calendars) -> None:
        """Make a limit ready to count with these calendars."""
        self.limit = limit
        self.calendar = calendars[limit.calendar if limit.calendar != "hours" else "cal"]
        rolling = calendars[limit.roll_calendar] if limit.roll_calendar else self.calendar
        self.periods = [_period(limit, value, self.calendar, rolling) for value in limit.values]
        self.since, self.until, self.count = _one_reading(self.periods)
        """From when and until when `count` alone gives the date: for most limits, always."""

    def due(self, lo: int, hi: int) -> Due | None:
        """Until when, for a start between two days.

        Returns:
            None where the law of that day gives no number, or was not yet (no longer) in force.

        Raises:
            CalendarExhausted: the bank-holiday table does not reach that far.
        """
        if lo == hi:
            if self.since <= lo <= self.until:
                end = self.count(lo)
                return Due(end, end)
            return self._due_on(lo)
        return self._due_over_periods(lo, hi)

    def _due_on(self, day: int) -> Due | None:
        period = self.period_at(day)
        if period is None or period.first is None or period.last is None:
            return None
        most = period.maximum(day) if period.maximum is not None else None
        return Due(period.first(day), period.last(day), most, most)

    def _due_over_periods(self, lo: int, hi: int) -> Due | None:
        firsts, lasts, maxima = [], [], []
        for period in self.periods:
            start, end = max(lo, period.since), min(hi, period.until)
            if start > end:
                continue
            if period.first is None or period.last is None:
                return None
            firsts.append(period.first(start) if start > UNKNOWN_LO else UNKNOWN_LO)
            lasts.append(period.last(end) if end < UNKNOWN_HI else UNKNOWN_HI)
            if period.maximum is not None:
                maxima += [period.maximum(start) if start > UNKNOWN_LO else UNKNOWN_LO, period.maximum(end) if end < UNKNOWN_HI else UNKNOWN_HI]
        if not firsts:
            return None
        return Due(min(firsts), max(lasts), min(maxima, default=None), max(maxima, default=None))

    def period_at(self, day: int) -> Period | None:
        """The period of law in force on a day."""
        for period in self.periods:
            if period[0] <= day <= period[1]:
                return period
        return None


def _one_reading(periods: list[Period]) -> tuple[int, int, Counter]:
    """From when, until when and how the only period counts, where it has one reading and no outside date: the commonest limit by far."""
    since, until, _, first, last, maximum = periods[0]
    if len(periods) == 1 and first is not None and first is last and maximum is None:
        return since, until, first
    return UNKNOWN_HI, UNKNOWN_LO, int  # no day lies between these, so nothing is counted this way


def _period(limit: Limit, value: Value, calendar: Calendar, rolling: Calendar) -> Period:
    since = UNKNOWN_LO if value.since is None else value.since
    until = UNKNOWN_HI if value.until is None else value.until
    if value.amount is None or value.unit == "hours":
        return Period(since, until, value, None, None, None)
    first = _counter(limit, value.amount, value.unit, calendar, limit.day_one in ("same-day", "silent"))
    last = _counter(limit, value.amount, value.unit, calendar, False) if limit.day_one == "silent" else first
    maximum = None
    if value.maximum is not None:
        maximum = _counter(limit, value.maximum, value.maximum_unit or value.unit, calendar, limit.day_one == "same-day")
    if limit.roll == "unsure":
        last = _then(last, counting.next_open, rolling)
    elif limit.roll == "epo-holiday":
        maximum = _then(last, counting.next_after_sunday_or_holiday, rolling)
    elif limit.roll == "next-open-day" and limit.is_window:
        maximum = maximum or _then(first, counting.next_open, rolling)
    elif limit.roll == "next-open-day":
        first = last = _then(first, counting.next_open, rolling)
    return Period(since, until, value, first, last, maximum)


def _counter(limit: Limit, amount: int, unit: str, calendar: Calendar, same_day: bool) -> Counter:
    clear = limit.clear_days
    if limit.side == "count-back":
        return lambda day: counting.latest_before(day, amount, unit, calendar, clear)
    if limit.side == "bar":
        extra = int(same_day) + int(limit.exceeds)
        return lambda day: counting.due(day, amount, unit, calendar, same_day, clear) + extra
    if unit == "working-days" and not same_day:
        return _working_days_after(calendar, amount)
    if unit in ("calendar-days", "weeks") and not clear:
        return _days_after(amount * (7 if unit == "weeks" else 1) - same_day, calendar.last)
    return lambda day: counting.due(day, amount, unit, calendar, same_day, clear)


def _working_days_after(calendar: Calendar, amount: int) -> Counter:
    """The commonest rule, written out: two look-ups in the calendar's tables."""
    after, nth, base = calendar.after, calendar.nth, calendar.base

    def count(day: int) -> int:
        if day < base:
            raise CalendarExhausted(TOO_EARLY)
        try:
            return nth[after[day - base] + amount - 1]
        except IndexError:
            raise CalendarExhausted(TOO_LATE) from None

    return count


def _days_after(days: int, last: int) -> Counter:
    def count(day: int) -> int:
        if day + days > last:
            raise CalendarExhausted(TOO_LATE)
        return day + days

    return count


def _then(counter: Counter, step: Callable[[int, Calendar], int], calendar: Calendar) -> Counter:
    return lambda day: step(counter(day), calendar)
