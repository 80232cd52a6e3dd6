"""Whether a limit applies at all: only where, unless, while something is younger than, at what age of the child."""

from datetime import date
from functools import lru_cache

from handrail.engine.clock import UNKNOWN_HI, UNKNOWN_LO
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
    if limit.since is not None or limit.age is not None:
        return _within(*_months(limit), timeline, index, "We need the child's date of birth." if limit.since is None else None)
    return True


def days_it_applies(limit: Limit, timeline: Timeline) -> tuple[int, int] | None:
    """From which day, and before which, a start falls under a limit: `applies` for all certain starts at once.

    Returns:
        None where that turns on something uncertain, unknown or told more than once: ask `applies` of each start.
    """
    events, by_event = timeline.events, timeline.by_event
    stops = [events[by_event[id_][0]][1][0] for id_ in limit.unless if id_ in by_event]
    goes = [events[by_event[id_][0]][1][0] for id_ in limit.only_if if id_ in by_event]
    lo, hi = min(goes, default=UNKNOWN_LO), min(stops, default=UNKNOWN_HI)
    if limit.since is None and limit.age is None:
        return lo, hi
    event, from_months, under_months = _months(limit)
    origins = by_event.get(event, ())
    if len(origins) != 1 or not events[origins[0]][1].is_exact:
        return None
    first, _, over, _ = _span(*events[origins[0]][1][:2], from_months, under_months)
    return max(lo, first), min(hi, over)


def _months(limit: Limit) -> tuple[str, int, int | None]:
    """The event whose age counts, from how many months old, and under how many."""
    if limit.since is not None:
        return limit.since["event"], limit.since.get("from_months", 0), limit.since.get("under_months")
    age = limit.age or {}
    under = age.get("under_years")
    return "birth", 12 * age.get("from_years", 0), None if under is None else 12 * under


def _has(events: tuple[str, ...], timeline: Timeline, index: int) -> bool:
    """Had one of these happened by the day of the start?"""
    happenings, by_event, day = timeline.events, timeline.by_event, timeline.events[index][1][1]
    return any(id_ in by_event and happenings[by_event[id_][0]][1][0] <= day for id_ in events)


def _within(event: str, from_months: int, under_months: int | None, timeline: Timeline, index: int, missing: str | None) -> bool | str:
    """Is the start at least so many months after that event, and less than so many?"""
    origin = _origin(event, timeline, index)
    if origin is None:
        if timeline.has((event,)):
            return False  # it is known, and came later
        return missing or f"We need to know when this happened: {event.replace('-', ' ')}."
    start = timeline.events[index][1]
    lo, hi = start[0], start[1]
    first_lo, first_hi, over_lo, over_hi = _span(origin[0], origin[1], from_months, under_months)
    if hi < first_lo or lo >= over_hi:
        return False
    if lo >= first_hi and hi < over_lo:
        return True
    return f"It turns on whether {date.fromordinal(lo):%-d %B %Y} is before or after a birthday or anniversary. We need nearer dates."


def _origin(event: str, timeline: Timeline, index: int) -> FuzzyDate | None:
    own = timeline.events[index]
    if own[0] == event:
        return own[1]
    at = timeline.last_before((event,), index)
    return None if at is None else timeline.events[at][1]


@lru_cache(1024)  # one birth is counted from at every visit
def _span(lo: int, hi: int, from_months: int, under_months: int | None) -> tuple[int, int, int, int]:
    """From when (earliest, latest) and until when (earliest, latest), for something that was between two days."""
    over = (UNKNOWN_HI, UNKNOWN_HI) if under_months is None else (corresponding_date(lo, under_months), corresponding_date(hi, under_months))
    return corresponding_date(lo, from_months), corresponding_date(hi, from_months), *over
