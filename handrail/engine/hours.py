"""Limits that run by the hour, right across a change of the clocks.

A start is turned into an instant of universal time, the hours are added there, and the answer is told in the local time
of Europe/London. Where only the day is known, the limit may be up at any minute of a whole day.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handrail.engine.answer import Answer
from handrail.engine.clock import Clock, Due
from handrail.engine.dates import FuzzyDate
from handrail.engine.timeline import Timeline
from handrail.engine.verdicts import decide

LONDON = ZoneInfo("Europe/London")


def judge_hours(clock: Clock, timeline: Timeline, index: int, on: int) -> Answer | None:
    """Judge a limit of hours by its days; the exact moments are told by `moments`."""
    from_ = timeline.events[index].when
    period = clock.period_at(from_.lo)
    if period is None or period.value.amount is None:
        return None
    first, last = moments(from_, period.value.amount)
    if last.date().toordinal() > clock.calendar.last:
        return None
    return decide(clock.limit, timeline, index, Due(first.date().toordinal(), last.date().toordinal()), on)


def moments(start: FuzzyDate, hours: int) -> tuple[datetime, datetime]:
    """The earliest and the latest moment at which so many hours are up, in local time."""
    first = datetime.combine(start.earliest, time())
    last = datetime.combine(start.latest, time(23, 59))
    if start.minute is not None:
        first = last = datetime.combine(start.earliest, time(start.minute // 60, start.minute % 60))
    return _later(first, hours, 0), _later(last, hours, 1)


def _later(local: datetime, hours: int, fold: int) -> datetime:
    instant = local.replace(tzinfo=LONDON, fold=fold).astimezone(UTC) + timedelta(hours=hours)
    return instant.astimezone(LONDON)


def moment_in_words(moment: datetime) -> str:
    """A moment as people say it: `Tue 12 August 2025 at 10:30 pm`."""
    hour = moment.hour % 12 or 12
    half = "am" if moment.hour < 12 else "pm"
    day: date = moment.date()
    return f"{day:%a} {day.day} {day:%B} {day.year} at {hour}:{moment:%M} {half}"
