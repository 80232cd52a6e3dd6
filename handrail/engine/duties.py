"""Judge every limit that a child's events start: until when, by what met, and the verdict on a day.

The hot path of the engine. Answers about limits that never give a date are made once a limit; all others once a start.
"""

from handrail.engine.answer import Answer, Verdict
from handrail.engine.case import Happening
from handrail.engine.clock import Clock, Due
from handrail.engine.conditions import applies, days_it_applies
from handrail.engine.dates import FuzzyDate
from handrail.engine.errors import CalendarExhausted
from handrail.engine.holds import hold_on, shifted
from handrail.engine.hours import judge_hours
from handrail.engine.map import Map, Trigger
from handrail.engine.model import Limit
from handrail.engine.runs import Found, judge_run
from handrail.engine.timeline import Timeline, all_vague, narrowed
from handrail.engine.verdicts import decide

_TOLD_IN_WORDS = Verdict.TOLD_IN_WORDS


def judge_all(map_: Map, timeline: Timeline, on: int) -> list[Answer]:
    """Judge every limit started by an event of this timeline.

    Args:
        map_: the nation's rules.
        timeline: one child's events.
        on: the day to judge, as an ordinal.

    Returns:
        Answers in the order of their starts; those that are told in words last, one for each limit.
    """
    dated: list[Found] = []
    wordy: list[Found] = []
    for event in timeline.known & map_.triggers.keys():
        starts = _starts(timeline, event, on)
        for rank, trigger in enumerate(map_.triggers[event]):
            if trigger.is_conditional and not _may_apply(trigger.limit, timeline):
                continue
            own_starts = starts if trigger.nth == "any" else [i for i in starts if _is_nth(trigger, timeline, i)]
            if trigger.is_wordy:
                _tell(trigger, timeline, own_starts, on, rank, dated, wordy)
                continue
            _judge_starts(map_, trigger, timeline, own_starts, on, rank, dated)
    dated.sort()
    return [answer for _, _, answer in dated] + _once_each(wordy)


def _judge_starts(map_: Map, trigger: Trigger, timeline: Timeline, starts: list[int], on: int, rank: int, dated: list[Found]) -> None:
    """Judge one limit from each of its starts, the plain ones together."""
    if trigger.is_run:
        if trigger.is_conditional:
            starts = _where_it_applies(trigger, timeline, starts, rank, dated)
        before = len(dated)
        try:
            starts = judge_run(trigger, timeline, starts, on, rank, dated)
        except CalendarExhausted:
            del dated[before:]
        dated += [(i, rank, told) for i in starts if (told := judge_plain(trigger, timeline, i, on)) is not None]
        return
    for i in starts:
        if (told := judge(map_, trigger, timeline, i, on)) is not None:
            dated.append((i, rank, told))


def _where_it_applies(trigger: Trigger, timeline: Timeline, starts: list[int], rank: int, dated: list[Found]) -> list[int]:
    """The starts to which the limit applies; where a fact is missing to say so, that is the answer."""
    limit, sure, events = trigger.limit, [], timeline.events
    days = days_it_applies(limit, timeline)
    for i in starts:
        when = events[i][1]
        if days is not None and when[0] == when[1]:
            state: bool | str = days[0] <= when[0] < days[1]
        else:
            state = applies(limit, timeline, i)
        if state is True:
            sure.append(i)
        elif state is not False:
            dated.append((i, rank, _cannot_say(limit, timeline, i, str(state))))
    return sure


def _starts(timeline: Timeline, event: str, on: int) -> list[int]:
    """The events of a kind that start clocks: all but those that would only follow in law from a day that has not come."""
    starts, events = timeline.by_event[event], timeline.events
    if events[starts[-1]][1][0] <= on:
        return starts
    return [i for i in starts if events[i][4] is None or events[i][1][0] <= on]


def _may_apply(limit: Limit, timeline: Timeline) -> bool:
    """Could it apply to some start? Asked once, before `applies` is asked of each."""
    if limit.unless_ever and timeline.has(limit.unless_ever):
        return False
    return timeline.has(limit.only_if) if limit.only_if else not limit.only_if_ever or timeline.has(limit.only_if_ever)


def _tell(trigger: Trigger, timeline: Timeline, starts: list[int], on: int, rank: int, dated: list[Found], wordy: list[Found]) -> None:
    """A limit with no date of its own: told once while it lasts, unless an order or a letter states the date.

    What stops a later start stops an earlier one too, so the last start decides.
    """
    limit = trigger.limit
    if limit.stated_by and limit.mark == "confirmed" and timeline.has(limit.stated_by):
        stated = {i: at for i in starts if (at := _stated(limit, timeline, i)) is not None}
        dated += [(i, rank, stated_answer(limit, timeline, i, at, on)) for i, at in stated.items()]
        starts = [i for i in starts if i not in stated]
    if trigger.is_conditional:
        starts = [i for i in starts if applies(limit, timeline, i) is not False]
    if starts:
        stop = timeline.next_of(trigger.stops, starts[-1])
        if stop is None or timeline.events[stop][1][0] > on:
            wordy.append((starts[-1], rank, Answer(limit, timeline.events[starts[-1]], _TOLD_IN_WORDS)))
        elif timeline.events[stop][0] in limit.lapsed_by:
            wordy.append((starts[-1], rank, Answer(limit, timeline.events[starts[-1]], Verdict.LAPSED, end=timeline.events[stop])))


def _once_each(wordy: list[Found]) -> list[Answer]:
    """One answer for each limit told in words, from its last start."""
    wordy.sort()
    return list({answer.limit.id: answer for *_, answer in wordy}.values())


def _is_nth(trigger: Trigger, timeline: Timeline, index: int) -> bool:
    return (timeline.nth_in_spell(index, trigger.limit.cancels) == 1) == (trigger.nth == "first")


def judge(map_: Map, trigger: Trigger, timeline: Timeline, index: int, on: int) -> Answer | None:
    """Judge one limit from one start; None where it does not apply."""
    if trigger.is_conditional and (state := applies(trigger.limit, timeline, index)) is not True:
        return None if state is False else _cannot_say(trigger.limit, timeline, index, str(state))
    return judge_plain(trigger, timeline, index, on) if trigger.is_plain else _judge_special(map_, trigger.clock, timeline, index, on)


def judge_plain(trigger: Trigger, timeline: Timeline, index: int, on: int) -> Answer | None:
    """Judge one limit that has nothing but a start, a count, an end and what cancels it."""
    limit, clock = trigger.limit, trigger.clock
    when = _started(limit, timeline, index)
    if when is None:
        return None
    try:
        due = clock.due(when[0], when[1])
    except CalendarExhausted as reason:
        return _cannot_say(limit, timeline, index, str(reason))
    return _no_number(clock, timeline, index) if due is None else decide(limit, timeline, index, due, on)


def _judge_special(map_: Map, clock: Clock, timeline: Timeline, index: int, on: int) -> Answer | None:
    """A limit of hours, one whose date an order states, one that follows another, is lengthened, or can stand still."""
    limit = clock.limit
    if limit.calendar == "hours":
        return judge_hours(clock, timeline, index, on)
    if (stated := _stated(limit, timeline, index)) is not None:
        return stated_answer(limit, timeline, index, stated, on)
    when = _started(limit, timeline, index)
    if when is None:
        return None
    try:
        due = _due(map_, clock, timeline, index, when)
    except CalendarExhausted as reason:
        return _cannot_say(limit, timeline, index, str(reason))
    return _no_number(clock, timeline, index) if due is None else _verdict(limit, clock, timeline, index, due, on)


def _cannot_say(limit: Limit, timeline: Timeline, index: int, missing: str) -> Answer:
    answer = Answer(limit, timeline.events[index], Verdict.CANNOT_SAY)
    answer.missing = missing
    return answer


def stated_answer(limit: Limit, timeline: Timeline, index: int, stated: int, on: int) -> Answer:
    """Judge a limit whose date stands in an order or a letter."""
    when = timeline.events[stated].when
    answer = decide(limit, timeline, index, Due(when.lo, when.hi), on)
    answer.stated = timeline.events[stated]
    return answer


def _stated(limit: Limit, timeline: Timeline, index: int) -> int | None:
    return timeline.next_of(limit.stated_by, index) if limit.stated_by else None


def _no_number(clock: Clock, timeline: Timeline, index: int) -> Answer | None:
    """Told in words where that period of law has no number; nothing where there was no such law."""
    start = timeline.events[index]
    period = clock.period_at(start.when.lo)
    return Answer(clock.limit, start, Verdict.TOLD_IN_WORDS) if period and period.value.amount is None else None


def _started(limit: Limit, timeline: Timeline, index: int) -> FuzzyDate | None:
    """When it started, cut down by its fences; None where that is told so vaguely that handrail.engine.bounds says more."""
    when = timeline.events[index][1]
    if not limit.start_bounds or when[0] == when[1]:
        return when
    return None if all_vague(limit, timeline) else narrowed(limit, timeline, when)


def _due(map_: Map, clock: Clock, timeline: Timeline, index: int, when: FuzzyDate) -> Due | None:
    lo, hi = when.lo, when.hi
    if clock.limit.after_limit:
        lo, hi = _not_before_other(map_, clock.limit, timeline, index, lo, hi)
    return clock.due(lo, hi)


def _not_before_other(map_: Map, limit: Limit, timeline: Timeline, index: int, lo: int, hi: int) -> tuple[int, int]:
    """The later of the start's own day and the end of the period that this limit lengthens (and of earlier lengthenings)."""
    base = map_.clocks[limit.after_limit or ""]
    first = timeline.last_before(tuple(s.event for s in base.limit.start), index)
    if first is None:
        return lo, hi
    when = timeline.events[first].when
    stated = _stated(base.limit, timeline, first)
    end = base.due(when.lo, when.hi) if stated is None else Due(*timeline.events[stated].when[:2])
    own = map_.clocks[limit.id]
    for earlier in timeline.by_event[timeline.events[index].event]:
        if end is not None and first < earlier < index:
            at = timeline.events[earlier].when
            end = own.due(max(at.lo, end.lo), max(at.hi, end.hi))
    return (max(lo, end.lo), max(hi, end.hi)) if end else (lo, hi)


def _verdict(limit: Limit, clock: Clock, timeline: Timeline, index: int, due: Due, on: int) -> Answer:
    extended = None
    lengthened_by = limit.extended_by or (tuple(s.event for s in limit.start) if limit.after_limit else ())
    if lengthened_by and (at := timeline.next_of(lengthened_by, index)) is not None and timeline.events[at].when.lo <= on:
        extended = timeline.events[at]
        if due.max_lo is None:
            return _replaced(limit, timeline, index, due, extended)
        due = Due(due.max_lo, due.max_hi if due.max_hi is not None else due.max_lo)
    hold = None
    if limit.holds:
        due, hold = shifted(clock, timeline, index, due, on)
    answer = decide(limit, timeline, index, due, on)
    answer.extended = extended
    if hold is not None and answer.end is None and answer.verdict is not Verdict.NO_LONGER_APPLIES:
        hold_on(answer, hold)
    return answer


def _replaced(limit: Limit, timeline: Timeline, index: int, due: Due, extended: Happening) -> Answer:
    """The date was lengthened: a limit of its own counts from here."""
    answer = Answer(limit, timeline.events[index], Verdict.NO_LONGER_APPLIES, due.lo, due.hi)
    answer.extended = extended
    return answer
