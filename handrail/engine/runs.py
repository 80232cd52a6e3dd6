"""The hottest path: judge the commonest limits, all the starts of one limit at a time.

For limits that have nothing but a start on a certain day, one way of counting, an end and what cancels it. It says what
`verdicts.decide` says, written out flat, because a long history asks it hundreds of times; a test holds that both agree.
"""

from bisect import bisect_right

from handrail.engine.answer import Answer, Verdict
from handrail.engine.case import Happening
from handrail.engine.map import Trigger
from handrail.engine.timeline import Timeline

Found = tuple[int, int, Answer]
"""Number of the start, place of the limit among those it starts, answer: in this order answers are given."""

_MET, _MET_LATE, _MAY_BE_LATE, _NOT_YET_DUE = Verdict.MET, Verdict.MET_LATE, Verdict.MAY_BE_LATE, Verdict.NOT_YET_DUE


def judge_run(trigger: Trigger, timeline: Timeline, starts: list[int], on: int, rank: int, dated: list[Found]) -> list[int]:
    """Judge one limit from each of its starts, and add the answers to `dated`.

    Returns:
        The starts of which this path cannot say: an uncertain day, another period of law, something that cancelled it.

    Raises:
        CalendarExhausted: one of the counts leaves the calendar.
    """
    limit, clock = trigger.limit, trigger.clock
    events, by_event = timeline.events, timeline.by_event
    ends = [by_event[id_] for id_ in limit.end if id_ in by_event]
    since, until, count, passed = clock.since, clock.until, clock.count, trigger.passed
    may_be_cancelled = not timeline.known.isdisjoint(limit.cancels)
    left: list[int] = []
    for index in starts:
        start = events[index]
        day = start[1][0]
        if day != start[1][1] or not since <= day <= until or (may_be_cancelled and timeline.next_of(limit.cancels, index) is not None):
            left.append(index)
            continue
        due = count(day)
        end = _first(ends, timeline, index, start, day) if ends else None
        if end is None or end[1][0] > on:
            answer = Answer(limit, start, _NOT_YET_DUE if on <= due else passed, due, due)
            if on > due:
                answer.late_lo = answer.late_hi = on - due
        elif end[1][1] <= due:
            answer = Answer(limit, start, _MET, due, due, None, None, end)
        else:
            answer = Answer(limit, start, _MET_LATE if end[1][0] > due else _MAY_BE_LATE, due, due, None, None, end)
            answer.late_lo, answer.late_hi = max(0, end[1][0] - due), end[1][1] - due
        dated.append((index, rank, answer))
    return left


def _first(ends: list[list[int]], timeline: Timeline, index: int, start: Happening, day: int) -> Happening | None:
    """The first event of these kinds that may be on or after the start: `Timeline.next_of`, for one start of many."""
    events, latest = timeline.events, timeline.latest
    best = len(events)
    for found in ends:
        at = bisect_right(found, index)
        if events[found[0]][0] != start[0]:
            while at and latest[found[at - 1]] >= day:
                at -= 1
        if at < len(found) and found[at] < best:
            best = found[at]
    return events[best] if best < len(events) else None
