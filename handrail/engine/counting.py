"""Count from a start day to the day a limit is up.

All on ordinals, one certain day at a time: uncertain dates are counted at both ends (handrail.engine.limits).
The rules stand in docs/explain/counting.md; which rule holds for a limit is the limit's own business.
"""

import calendar as _months
from datetime import date

from handrail.engine.calendar_tables import TOO_LATE
from handrail.engine.calendars import Calendar
from handrail.engine.errors import CalendarExhausted

_LAST_MONTH_INDEX = 2035 * 12 + 11
_SUNDAY = 6


def due(start: int, amount: int, unit: str, calendar: Calendar, same_day: bool, clear_days: bool = False) -> int:
    """The last day of a period that starts on a day.

    Args:
        start: ordinal of the start day.
        amount: how many of `unit`.
        unit: calendar-days, working-days, weeks, months or years.
        calendar: which days count.
        same_day: the start day is day 1 ("beginning with").
        clear_days: court counting: a short period counts business days alone.

    Returns:
        The ordinal of the last day, included.

    Raises:
        CalendarExhausted: the answer lies outside the bank-holiday table.
    """
    if clear_days and unit == "calendar-days" and amount <= calendar.short_period:
        unit = "working-days"
    if unit == "working-days":
        return calendar.add_from(start, amount) if same_day else calendar.add(start, amount)
    if unit in ("months", "years"):
        end = _months_from(start, amount * (12 if unit == "years" else 1), same_day)
    else:
        end = start + amount * (7 if unit == "weeks" else 1) - same_day
    if end > calendar.last:
        raise CalendarExhausted(TOO_LATE)
    return end


def latest_before(event: int, amount: int, unit: str, calendar: Calendar, clear_days: bool = False) -> int:
    """The last day on which something that must come `amount` before an event is still in time.

    The event's own day is left out; clear days leave out the other end as well.
    """
    if clear_days and unit == "calendar-days" and amount <= calendar.short_period:
        unit = "working-days"
    if unit == "working-days":
        return calendar.back(event, amount + clear_days)
    if unit in ("months", "years"):
        return add_months(event, -amount * (12 if unit == "years" else 1)) - clear_days
    return event - amount * (7 if unit == "weeks" else 1) - clear_days


def _months_from(start: int, months: int, same_day: bool) -> int:
    """A period that begins with its day ends the day before the corresponding date; where there is none, with the month."""
    end = add_months(start, months)
    if not same_day:
        return end
    has_corresponding = date.fromordinal(end).day == date.fromordinal(start).day
    return end - 1 if has_corresponding else end


def add_months(start: int, months: int) -> int:
    """The corresponding date, as far as our calendar goes.

    Raises:
        CalendarExhausted: it lies after the year that follows our calendar's last.
    """
    if _month_index(start) + months > _LAST_MONTH_INDEX + 12:
        raise CalendarExhausted(TOO_LATE)
    return corresponding_date(start, months)


def corresponding_date(start: int, months: int) -> int:
    """The same number in the later month, or that month's last day where there is none; however far away."""
    day = date.fromordinal(start)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day).toordinal()
    except ValueError:  # that month is too short
        return date(year, month + 1, _months.monthrange(year, month + 1)[1]).toordinal()


def _month_index(start: int) -> int:
    day = date.fromordinal(start)
    return day.year * 12 + day.month - 1


def next_open(day: int, calendar: Calendar) -> int:
    """The day itself where offices are open on it, else the next day on which they are."""
    return calendar.add_from(day, 1)


def next_after_sunday_or_holiday(day: int, calendar: Calendar) -> int:
    """Children Act 1989 s.45(2): the first later day that is no Sunday, Christmas Day, Good Friday or bank holiday.

    A Saturday is no such day, unless it is a bank holiday. The day itself is given where it is none of these.
    """
    while date.fromordinal(day).weekday() == _SUNDAY or calendar.is_holiday(day):
        day += 1
    return day
