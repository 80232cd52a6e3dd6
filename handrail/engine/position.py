"""Where a family stands: the engine's whole answer for one case on one day.

Pure and total: the same events, in any order, give the same position; any list of events gives one.
"""

from datetime import date
from functools import cached_property

from handrail.engine.answer import Answer, Verdict
from handrail.engine.bounds import judge_bounded, judge_unknown
from handrail.engine.case import Case, Happening
from handrail.engine.dates import FuzzyDate
from handrail.engine.duties import judge_all
from handrail.engine.findings import Finding, find_all
from handrail.engine.map import Map
from handrail.engine.model import Right, Stage
from handrail.engine.timeline import Spell, Timeline

_LATE = (Verdict.OVERDUE, Verdict.MET_LATE, Verdict.MAY_BE_LATE)
_FAR = 10**9
_FEW = 3
"""An event that ends more stages than this (a case closed, a birthday) is no meeting of any of them."""


class ChildPosition:
    """One child's position. `child` is a label, or None where the case names no child."""

    def __init__(self, map_: Map, case: Case, child: str | None, on: int) -> None:
        """Judge every limit of this child's events."""
        self.map = map_
        self.asker = case.asker
        self.child = child
        self.on = on
        self.timeline = Timeline(map_, [h for h in case.events if h[2] is None or h[2] == child], on)
        self.answers = judge_all(map_, self.timeline, on)
        self.answers += judge_bounded(map_, self.timeline, on)
        self.answers += judge_unknown(map_, self.timeline, self.answers)
        for answer in self.answers:
            if answer.start is not None and answer.start[1][0] > on:
                answer.is_planned = True

    @cached_property
    def _spells(self) -> list[Spell]:
        spells = [self._closed_by_law(s) for s in self.timeline.spells]
        return sorted(spells, key=lambda s: (s.opened.when.lo, s.stage.order, s.stage.id))

    def _closed_by_law(self, spell: Spell) -> Spell:
        """An order that ran out is over, though nobody told of its end."""
        if spell.closed is not None:
            return spell
        ends = [a for a in self.answers if _is_order_over(a, spell)]
        last = max(ends, key=lambda a: a.start.when.lo if a.start else 0, default=None)
        if last is not None and last.verdict is Verdict.LAPSED and last.end is None and last.limit.end:
            return spell._replace(closed=_ended_by_law(last))
        return spell

    @cached_property
    def now(self) -> list[Spell]:
        """Stages that are open on the day."""
        return [s for s in self._spells if s.opened.when.lo <= self.on and (s.closed is None or s.closed.when.lo > self.on)]

    @cached_property
    def before(self) -> list[Spell]:
        """Stages that are over."""
        return [s for s in self._spells if s.closed is not None and s.closed.when.lo <= self.on]

    @cached_property
    def planned(self) -> list[Spell]:
        """Stages that a planned event would open."""
        return [s for s in self._spells if s.opened.when.lo > self.on]

    def _windows(self, own: bool) -> list[Answer]:
        found = [a for a in self.answers if a.limit.is_for_family and self.is_for_asker(a) == own and not self._is_stale(a)]
        told_once = {(a.limit.id, a.verdict, a.due_lo, a.due_hi): a for a in reversed(found)}
        return sorted(told_once.values(), key=_by_urgency)

    @cached_property
    def windows(self) -> list[Answer]:
        """The asker's own time limits, the most pressing first."""
        return self._windows(own=True)

    @cached_property
    def windows_of_others(self) -> list[Answer]:
        """Time limits that the law gives to somebody else."""
        return self._windows(own=False)

    @cached_property
    def duties(self) -> list[Answer]:
        """What others must do, the most pressing first."""
        return sorted((a for a in self.answers if not a.limit.is_for_family and not self._is_stale(a)), key=_by_urgency)

    def _is_stale(self, answer: Answer) -> bool:
        """A rule told in words that has nothing left to tell: its stages are all over, or the day it counts back from has been."""
        if answer.verdict is not Verdict.TOLD_IN_WORDS:
            return False
        if answer.limit.side == "count-back" and answer.start is not None and answer.start.when.hi < self.on:
            return True
        stages, began = answer.limit.stages, answer.start.when.lo if answer.start else 0
        over = any(s.stage.id in stages and s.closed is not None and s.closed.when.lo > began for s in self.before)
        return over and not any(s.stage.id in stages for s in (*self.now, *self.planned))

    @cached_property
    def should_have_happened(self) -> list[Answer]:
        """Duties that are late, were late, or may be; and orders and powers whose time is over, with nothing told after them."""
        over = [a for a in self.duties if a.verdict is Verdict.LAPSED and a.has_date and a.end is None]
        return [*over, *(a for a in self.duties if a.verdict in _LATE and not self._may_well_be_in_time(a))]

    @cached_property
    def coming_up(self) -> list[Answer]:
        """Duties that are not yet due, or stand on hold."""
        return [a for a in self.duties if a.verdict in (Verdict.NOT_YET_DUE, Verdict.ON_HOLD) or self._may_well_be_in_time(a)]

    def _may_well_be_in_time(self, answer: Answer) -> bool:
        """Nothing says how early it started, and the last day it can be due has not passed: no reason to call it late."""
        return answer.verdict is Verdict.MAY_BE_LATE and answer.by == "bounds" and answer.earliest is None and (answer.due_hi or 0) >= self.on

    @cached_property
    def next_stages(self) -> list[Stage]:
        """Stages that may come next, in their usual order."""
        open_now = {s.stage.id for s in self.now}
        ids = {id_ for s in self.now for id_ in s.stage.next} - open_now
        return sorted((self.map.stages[i] for i in ids if i in self.map.stages), key=lambda s: (s.order, s.id))

    @cached_property
    def rights(self) -> list[Right]:
        """Rights of the open stages, and of those a planned day belongs to, that are the asker's."""
        open_now = {s.stage.id for s in (*self.now, *self.planned)} | {"all"} | self._stages_ahead
        mine = (self.asker, "all")
        return [r for r in self.map.rights.values() if open_now & set(r.stages) and any(w in mine for w in r.whose) and r.in_force == "in-force"]

    @cached_property
    def _stages_ahead(self) -> set[str]:
        """Stages that an event of a day to come ends: a conference that is booked belongs to its stage already."""
        ahead = [h.event for h in self.timeline.events if h.when.lo > self.on and not h.implied_by and self.map.events[h.event].planned]
        return {stage.id for event in ahead for stage in self.map.closed_by.get(event, []) if len(self.map.closed_by[event]) <= _FEW}

    @cached_property
    def roles(self) -> list[str]:
        """Role ids of the people in the open stages, once each."""
        return list(dict.fromkeys(r for s in self.now for r in ((s.stage.leads or ""), *s.stage.roles) if r))

    @cached_property
    def findings(self) -> list[Finding]:
        """What does not fit together."""
        return find_all(self.map, self.timeline, self.on)

    def is_for_asker(self, answer: Answer) -> bool:
        """Does the law let this asker act?"""
        return not answer.limit.may_act or self.asker in answer.limit.may_act


class Position:
    """The whole case: one position for each child."""

    def __init__(self, map_: Map, case: Case, on: FuzzyDate) -> None:
        """Judge the case on a day."""
        self.map = map_
        self.case = case
        self.on = on
        labels: tuple[str | None, ...] = case.children or (None,)
        self.children = [ChildPosition(map_, case, child, on.lo) for child in labels]


def _is_order_over(answer: Answer, spell: Spell) -> bool:
    """Is this about how long the order (or power) lasts that this stage stands on?"""
    if answer.start is None or answer.start.when.lo < spell.opened.when.lo:
        return False
    return answer.limit.effect_if_missed == "order-ends" and spell.stage.id in answer.limit.stages


def _ended_by_law(answer: Answer) -> Happening:
    lo, hi = answer.due_lo or 0, answer.max_hi or answer.due_hi or 0
    first, last = date.fromordinal(lo).isoformat(), date.fromordinal(hi).isoformat()
    start = answer.start.event if answer.start else None
    return Happening(answer.limit.end[0], FuzzyDate(lo, hi, first if lo == hi else f"{first}/{last}"), None, "", start)


def position(map_: Map, case: Case, on: FuzzyDate) -> Position:
    """Say where a case stands on a day.

    Args:
        map_: the map of the case's nation.
        case: the case.
        on: today, a certain day (Europe/London). Always given, never read from a clock.
    """
    return Position(map_, case, on)


_ORDER = {Verdict.OVERDUE: 0, Verdict.MAY_BE_LATE: 1, Verdict.NOT_YET_DUE: 1, Verdict.ON_HOLD: 1, Verdict.OPEN: 2, Verdict.PASSED_MAY_BE_ALLOWED: 2}


def _by_urgency(answer: Answer) -> tuple[int, int, str, str]:
    """What is late first, then the soonest day; of ordinary times that are over, the one just over first."""
    days = [d for d in (answer.due_lo, answer.due_hi) if d is not None and abs(d) < _FAR]
    due = days[0] if days else _FAR
    if answer.verdict is Verdict.PASSED_MAY_BE_ALLOWED:
        due = -due
    return (_ORDER.get(answer.verdict, 3), due, answer.limit.id, answer.start.when.text if answer.start else "")
