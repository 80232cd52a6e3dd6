"""Answers for limits whose start families are often not told of, fenced in by what they do know.

A strategy discussion cannot have been after the first section 47 visit, nor before the referral. The answer says so,
gives "no later than", and carries the question to ask the worker.
"""

from handrail.engine.answer import Answer, Verdict
from handrail.engine.case import Happening
from handrail.engine.clock import UNKNOWN_HI, UNKNOWN_LO
from handrail.engine.conditions import applies
from handrail.engine.dates import FuzzyDate
from handrail.engine.errors import CalendarExhausted
from handrail.engine.map import Map
from handrail.engine.model import Limit
from handrail.engine.timeline import Timeline, all_vague
from handrail.engine.verdicts import decide


def judge_bounded(map_: Map, timeline: Timeline, on: int) -> list[Answer]:
    """Judge each limit that has fences, whose start nobody told of (or only vaguely), and that must have started."""
    answers = []
    known = timeline.known
    for starts, limit in map_.fenced:
        if not known.isdisjoint(starts) and not all_vague(limit, timeline):
            continue
        anchor = _anchor(limit, timeline)
        if anchor is not None and applies(limit, timeline, anchor) is True and (answer := _judge(map_, limit, timeline, anchor, on)):
            answers.append(answer)
    return answers


def judge_unknown(map_: Map, timeline: Timeline, judged: list[Answer]) -> list[Answer]:
    """Say "cannot say, and this is missing" for limits of open stages whose start must have been, and is not known.

    A start must have been where something happened that comes after it. Where one of several that may come first is
    known, that one was it.
    """
    befores, known = map_.befores, timeline.known
    passed = set().union(*[befores[event] for event in known & befores.keys() if known.isdisjoint(befores[event])])
    if not passed:
        return []
    found: dict[str, Answer] = {}
    for spell in timeline.spells:
        for starts, limit in map_.askable[spell.stage.id] if spell.closed is None else ():
            if not passed.isdisjoint(starts) and limit.id not in found and _may_be_running(limit, timeline, judged):
                found[limit.id] = answer = Answer(limit, None, Verdict.CANNOT_SAY)
                answer.missing = limit.start_words or "We do not know when it started."
    return list(found.values())


def _may_be_running(limit: Limit, timeline: Timeline, judged: list[Answer]) -> bool:
    if timeline.has((*limit.end, *limit.cancels)) or any(a.limit is limit for a in judged):
        return False
    return applies(limit, timeline, 0) is True


def _anchor(limit: Limit, timeline: Timeline) -> int | None:
    """The earliest thing known that the start cannot be after; else the first thing that it follows."""
    for fence in ("not_after", "follows"):
        found = [timeline.by_event[b[fence]][0] for b in limit.start_bounds if b.get(fence) in timeline.by_event]
        if found:
            return min(found, key=lambda i: timeline.events[i].when.hi)
    return None


def _judge(map_: Map, limit: Limit, timeline: Timeline, anchor: int, on: int) -> Answer | None:
    event = timeline.events[anchor]
    must_have_started = any(b.get("not_after") == event.event for b in limit.start_bounds)
    hi = event.when.hi if must_have_started else UNKNOWN_HI
    befores = [b.get("not_before") or b.get("follows") for b in limit.start_bounds]
    lows = [timeline.events[timeline.by_event[b][0]].when.lo for b in befores if b in timeline.by_event]
    lo = max((low for low in lows if low <= hi), default=UNKNOWN_LO)
    try:
        due = map_.clocks[limit.id].due(lo, hi)
    except CalendarExhausted:
        return None
    if due is None:
        return None
    answer = decide(limit, timeline, anchor, due, on)
    answer.start = Happening(limit.start[0].event, _span(lo, hi))
    answer.by = "bounds"
    answer.missing = limit.ask or limit.start_words
    return answer


def _span(lo: int, hi: int) -> FuzzyDate:
    first = ".." if lo <= UNKNOWN_LO else FuzzyDate(lo, lo, "").earliest.isoformat()
    last = ".." if hi >= UNKNOWN_HI else FuzzyDate(hi, hi, "").latest.isoformat()
    return FuzzyDate(lo, hi, f"{first}/{last}")
