"""Compare a due date with what met it, or with the day: the verdict. The words are in docs/explain/verdicts.md."""

from handrail.engine.answer import Answer, Verdict, passed_unmet
from handrail.engine.case import Happening
from handrail.engine.clock import UNKNOWN_HI, UNKNOWN_LO, Due
from handrail.engine.model import Limit
from handrail.engine.timeline import Timeline

_MET, _MET_LATE, _MAY_BE_LATE, _NOT_YET_DUE = Verdict.MET, Verdict.MET_LATE, Verdict.MAY_BE_LATE, Verdict.NOT_YET_DUE
"""By name: reading a member off its class costs more than the comparison that leads to it."""


def decide(limit: Limit, timeline: Timeline, index: int, due: Due, on: int) -> Answer:
    """Compare a due date with what met it, or with the day.

    Args:
        limit: the limit.
        timeline: one child's events.
        index: which event started the limit.
        due: until when.
        on: the day to judge, as an ordinal.
    """
    events = timeline.events
    if limit.side == "count-back":
        met = timeline.last_before(limit.end, index)
    else:
        met = timeline.next_of(limit.end, index)
    if met is not None and events[met][1][0] > on:
        met = None
    if limit.cancels and not timeline.known.isdisjoint(limit.cancels):
        stop = timeline.next_of(limit.cancels, index)
        if stop is not None and (met is None or stop < met) and events[stop][1][0] <= on:
            return _cancelled(limit, events[index], due, events[stop])
    if met is None:
        return _pending(limit, events[index], due, on)
    return _met(limit, events[index], due, events[met])


def _met(limit: Limit, start: Happening, due: Due, end: Happening) -> Answer:
    lo, hi, max_lo, max_hi = due
    first, last = end[1][0], end[1][1]
    outer = hi if max_hi is None else max_hi
    if limit.side == "bar":
        verdict = Verdict.TOO_EARLY if last < lo else _MET if first >= hi else _MAY_BE_LATE
        return Answer(limit, start, verdict, lo, hi, max_lo, max_hi, end)
    if last <= lo:
        return Answer(limit, start, _MET, lo, hi, max_lo, max_hi, end)
    if first > outer:
        answer = Answer(limit, start, _MET_LATE, lo, hi, max_lo, max_hi, end)
        answer.late_lo, answer.late_hi = first - outer, last - (lo if max_lo is None else max_lo)
        return answer
    answer = Answer(limit, start, _MAY_BE_LATE, lo, hi, max_lo, max_hi, end)
    answer.late_lo, answer.late_hi = 0, last - lo
    return answer


def _pending(limit: Limit, start: Happening, due: Due, on: int) -> Answer:
    lo, hi, max_lo, max_hi = due
    if on <= lo and limit.side != "bar":
        return Answer(limit, start, _NOT_YET_DUE, lo, hi, max_lo, max_hi)
    if limit.side == "bar":
        return Answer(limit, start, Verdict.OPEN if on >= hi else _NOT_YET_DUE if on < lo else Verdict.CANNOT_SAY, lo, hi, max_lo, max_hi)
    outer = hi if max_hi is None else max_hi
    answer = Answer(limit, start, _MAY_BE_LATE, lo, hi, max_lo, max_hi)
    if on > outer:
        answer.verdict = passed_unmet(limit)
        answer.late_lo, answer.late_hi = on - outer, on - (lo if max_lo is None else max_lo)
    else:
        answer.late_lo, answer.late_hi = 0, on - lo if lo > UNKNOWN_LO else UNKNOWN_HI
    return answer


def _cancelled(limit: Limit, start: Happening, due: Due, stop: Happening) -> Answer:
    """Ended by something else. If its day had passed by then, say how long: nobody told of it, which is not to say it was not done."""
    lo, hi, max_lo, max_hi = due
    answer = Answer(limit, start, Verdict.NO_LONGER_APPLIES, lo, hi, max_lo, max_hi, stop)
    outer = hi if max_hi is None else max_hi
    if limit.side == "duty" and stop.when.lo > outer:
        answer.late_lo, answer.late_hi = stop.when.lo - outer, stop.when.hi - lo
    return answer
