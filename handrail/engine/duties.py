"""Judge every limit that a child's events start: until when, by what met, and the verdict on a day.

The hot path of the engine. Answers about limits that never give a date are made once a limit; all others once a start.
"""

from handrail.engine.answer import Answer, Verdict
from handrail.engine.case import Happening
from handrail.engine.clock import Clock, Due
from handrail.engine.conditions import applies
from handrail.engine.errors import CalendarExhausted
from handrail.engine.holds import hold_on, shifted
from handrail.engine.hours import judge_hours
from handrail.engine.map import Map, Trigger
from handrail.engine.model import Limit
from handrail.engine.timeline import Timeline
from handrail.engine.verdicts import decide


def judge_all(map_: Map, timeline: Timeline, on: int) -> list[Answer]:
    """Judge every limit started by an event of this timeline.

    Args:
        map_: the nation's rules.
        timeline: one child's events.
        on: the day to judge, as an ordinal.

    Returns:
        Answers in the order of their starts; those that are told in words last, one for each limit.
    """
    answers: list[Answer] = []
    in_words: dict[str, Answer] = {}
    triggers = map_.triggers
    for index, happening in enumerate(timeline.events):
        if happening[0] not in triggers or (happening.implied_by and happening.when.lo > on):
            continue  # starts nothing, or is a birthday that has not come
        for trigger in triggers[happening[0]]:
            if trigger.nth != "any" and not _is_nth(trigger, timeline, index):
                continue
            if trigger.is_wordy:
                if trigger.limit.stated_by or trigger.limit.id not in in_words:
                    _judge_wordy(trigger, timeline, index, on, answers, in_words)
            elif (answer := judge(map_, trigger, timeline, index, on)) is not None:
                answers.append(answer)
    answers.extend(in_words.values())
    return answers


def _is_nth(trigger: Trigger, timeline: Timeline, index: int) -> bool:
    return (timeline.nth_in_spell(index, trigger.limit.cancels) == 1) == (trigger.nth == "first")


def _judge_wordy(trigger: Trigger, timeline: Timeline, index: int, on: int, answers: list[Answer], in_words: dict[str, Answer]) -> None:
    """A limit with no date of its own: told once while it lasts, unless an order or a letter states the date."""
    limit = trigger.limit
    if limit.stated_by and limit.mark == "confirmed" and (stated := _stated(limit, timeline, index)) is not None:
        answers.append(stated_answer(limit, timeline, index, stated, on))
    elif not trigger.is_conditional or applies(limit, timeline, index) is not False:
        stop = timeline.next_of(trigger.stops, index)
        if stop is None or timeline.events[stop].when.lo > on:
            in_words[limit.id] = Answer(limit, timeline.events[index], Verdict.TOLD_IN_WORDS)


def judge(map_: Map, trigger: Trigger, timeline: Timeline, index: int, on: int) -> Answer | None:
    """Judge one limit from one start; None where it does not apply."""
    limit, clock = trigger.limit, trigger.clock
    if trigger.is_conditional and (state := applies(limit, timeline, index)) is not True:
        return None if state is False else _cannot_say(limit, timeline, index, str(state))
    if not trigger.is_plain:
        return _judge_special(map_, clock, timeline, index, on)
    when = timeline.events[index][1]
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
    try:
        due = _due(map_, clock, timeline, index)
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


def _due(map_: Map, clock: Clock, timeline: Timeline, index: int) -> Due | None:
    limit = clock.limit
    when = timeline.events[index].when
    lo, hi = when.lo, when.hi
    if limit.after_limit:
        lo, hi = _not_before_other(map_, limit, timeline, index, lo, hi)
    return clock.due(lo, hi)


def _not_before_other(map_: Map, limit: Limit, timeline: Timeline, index: int, lo: int, hi: int) -> tuple[int, int]:
    """The later of the start's own day and the end of the period that this limit lengthens (and of earlier lengthenings)."""
    base = map_.clocks[limit.after_limit or ""]
    first = timeline.last_before(tuple(s.event for s in base.limit.start), index)
    if first is None:
        return lo, hi
    when = timeline.events[first].when
    end = base.due(when.lo, when.hi)
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
