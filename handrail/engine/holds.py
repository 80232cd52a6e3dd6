"""A clock that stands still: a complaint on hold for a court case, a request that waits for an answer."""

from handrail.engine.answer import Answer, Verdict
from handrail.engine.case import Happening
from handrail.engine.clock import Clock, Due
from handrail.engine.errors import CalendarExhausted
from handrail.engine.timeline import Timeline


def shifted(clock: Clock, timeline: Timeline, index: int, due: Due, on: int) -> tuple[Due, Happening | None]:
    """Move a due date by the times its clock stood still.

    Returns:
        The due date as it now stands, and the hold that still runs on the day (None where none does).
    """
    events, running = timeline.events, None
    for hold in clock.limit.holds:
        resumed = index
        for begun in timeline.by_event.get(hold["from"], ()):
            if begun < resumed and timeline.latest[begun] < events[resumed].when.lo:
                continue  # before the start, or within a time on hold that is counted already
            if events[begun].when.lo > min(on, _outer(due)):
                break
            ended = timeline.next_of((hold["to"],), begun)
            if ended is None or events[ended].when.lo > on:
                running = events[begun]
                break
            due = _moved(clock, timeline, index, begun, ended, due, hold.get("how", "stop"))
            resumed = ended
    return due, running


def hold_on(answer: Answer, hold: Happening) -> None:
    """Mark an answer as standing still: not late while it does, whatever the day."""
    answer.verdict = Verdict.ON_HOLD
    answer.hold = hold
    answer.late_lo = answer.late_hi = None


def _outer(due: Due) -> int:
    return due.max_hi if due.max_hi is not None else due.hi


def _moved(clock: Clock, timeline: Timeline, index: int, begun: int, ended: int, due: Due, how: str) -> Due:
    start, stop, go = timeline.events[index].when, timeline.events[begun].when, timeline.events[ended].when
    if how == "restart":
        return clock.due(go.lo, go.hi) or due
    lo = _one(clock, due.lo, stop.hi, max(go.lo, stop.hi))
    hi = _one(clock, due.hi, max(stop.lo, start.lo), go.hi)
    if due.max_lo is None or due.max_hi is None:
        return Due(lo, hi)
    return Due(lo, hi, _one(clock, due.max_lo, stop.hi, max(go.lo, stop.hi)), _one(clock, due.max_hi, max(stop.lo, start.lo), go.hi))


def _one(clock: Clock, due: int, stopped: int, resumed: int) -> int:
    """The days left when it stopped, counted again from the day it resumed."""
    if stopped >= due:
        return due
    calendar = clock.calendar
    if calendar.id in ("cal", "hours"):
        return due + (resumed - stopped)
    try:
        return calendar.add(resumed, calendar.between(stopped, due))
    except CalendarExhausted:
        return due + (resumed - stopped)
