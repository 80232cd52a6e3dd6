"""What does not fit together in a case. Contradictions are told kindly and never stop an answer."""

from typing import NamedTuple

from handrail.engine.case import Happening
from handrail.engine.dates import fuzzy_in_words
from handrail.engine.map import Map
from handrail.engine.timeline import Timeline


class Finding(NamedTuple):
    """Something to look at again: its kind, in words, and the events it is about."""

    kind: str
    words: str
    events: tuple[str, ...]


def find_all(map_: Map, timeline: Timeline, on: int) -> list[Finding]:
    """Every contradiction and oddity in one child's events."""
    found: list[Finding] = []
    seen: set[tuple[str, str]] = set()
    for happening in timeline.events:
        if happening.implied_by:
            continue
        key = (happening.event, happening.when.text)
        if key in seen:
            found.append(_twice(map_, happening))
        seen.add(key)
        found += _out_of_order(map_, timeline, happening)
        if happening.when.lo > on and not map_.events[happening.event].planned:
            found.append(_future(map_, happening))
    return found + _closed_but_never_open(map_, timeline)


def _title(map_: Map, event: str) -> str:
    return map_.events[event].title


def _twice(map_: Map, happening: Happening) -> Finding:
    words = f"“{_title(map_, happening.event)}” is here twice with the same date. If that is a slip, take one away."
    return Finding("told-twice", words, (happening.event,))


def _future(map_: Map, happening: Happening) -> Finding:
    words = f"“{_title(map_, happening.event)}” has a date that has not come yet: {fuzzy_in_words(happening.when)}. Is it right?"
    return Finding("in-the-future", words, (happening.event,))


def _out_of_order(map_: Map, timeline: Timeline, happening: Happening) -> list[Finding]:
    before = [b for b in map_.events[happening.event].after if b in timeline.by_event and b != happening.event]
    if not before or any(timeline.days_of(b)[0] <= happening.when.hi for b in before):
        return []
    first = min(before, key=lambda b: timeline.days_of(b)[0])
    words = (
        f"“{_title(map_, happening.event)}” ({fuzzy_in_words(happening.when)}) is dated before “{_title(map_, first)}” "
        f"({fuzzy_in_words(timeline.events[timeline.by_event[first][0]].when)}). It usually comes after. Please check both dates."
    )
    return [Finding("out-of-order", words, (happening.event, first))]


def _closed_but_never_open(map_: Map, timeline: Timeline) -> list[Finding]:
    closing = {(s.closed.event, s.closed.when.lo) for s in timeline.spells if s.closed}
    found = []
    for happening in timeline.events:
        stages = map_.closed_by.get(happening.event, [])
        if len(stages) != 1 or happening.implied_by or map_.opened_by.get(happening.event) or (happening.event, happening.when.lo) in closing:
            continue
        if happening.event in map_.origins:  # a birth is told for the child's age, and is no end of anything
            continue
        if timeline.has(map_.events[happening.event].after):  # what normally comes before it is told: nothing is amiss
            continue
        words = f"“{_title(map_, happening.event)}” ends “{stages[0].title}”, but you have not told us when that began. You can add it if you know."
        found.append(Finding("end-without-start", words, (happening.event,)))
    return found
