"""Whether a limit applies at all: only where, unless, while something is younger than, at what age of the child."""

from datetime import date

from handrail.engine.counting import corresponding_date
from handrail.engine.dates import FuzzyDate
from handrail.engine.model import Limit
from handrail.engine.timeline import Timeline


def applies(limit: Limit, timeline: Timeline, index: int) -> bool | str:
    """Say whether a limit applies to this start.

    Returns:
        True, False, or in words the fact that is missing to say so.
    """
    if limit.unless and _has(limit.unless, timeline, index):
        return False
    if limit.only_if and not _has(limit.only_if, timeline, index):
        return False
    if limit.unless_ever and timeline.has(limit.unless_ever):
        return False
    if limit.only_if_ever and not timeline.has(limit.only_if_ever):
        return False
    if limit.since is not None:
        since = limit.since
        return _within(limit.since["event"], since.get("from_months", 0), since.get("under_months"), timeline, index, None)
    if limit.age is not None:
        years = limit.age
        under = years.get("under_years")
        return _within("birth", 12 * years.get("from_years", 0), None if under is None else 12 * under, timeline, index, "We need the child's date of birth.")
    return True


def _has(events: tuple[str, ...], timeline: Timeline, index: int) -> bool:
    """Had one of these happened by the day of the start?"""
    day = timeline.events[index].when.hi
    return any(id_ in timeline.by_event and timeline.days_of(id_)[0] <= day for id_ in events)


def _within(event: str, from_months: int, under_months: int | None, timeline: Timeline, index: int, missing: str | None) -> bool | str:
    """Is the start at least so many months after that event, and less than so many?"""
    origin = _origin(event, timeline, index)
    if origin is None:
        if timeline.has((event,)):
            return False  # it is known, and came later
        return missing or f"We need to know when this happened: {event.replace('-', ' ')}."
    start = timeline.events[index].when
    first = corresponding_date(origin.lo, from_months), corresponding_date(origin.hi, from_months)
    if start.hi < first[0]:
        return False
    if under_months is not None and start.lo >= corresponding_date(origin.hi, under_months):
        return False
    sure = start.lo >= first[1] and (under_months is None or start.hi < corresponding_date(origin.lo, under_months))
    if sure:
        return True
    return f"It turns on whether {date.fromordinal(start.lo):%-d %B %Y} is before or after a birthday or anniversary. We need nearer dates."


def _origin(event: str, timeline: Timeline, index: int) -> FuzzyDate | None:
    own = timeline.events[index]
    if own.event == event:
        return own.when
    at = timeline.last_before((event,), index)
    return None if at is None else timeline.events[at].when
