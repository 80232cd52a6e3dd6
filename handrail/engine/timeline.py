"""One child's events in order, with what follows from them in law, and the stages they open and close.

Status follows facts: a child placed by the council with relatives is looked after whatever a letter calls it, so the
stage that opens emits the event that the law says has happened, once for each spell.
"""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from handrail.engine.case import Happening
from handrail.engine.counting import add_months
from handrail.engine.dates import FuzzyDate
from handrail.engine.errors import CalendarExhausted
from handrail.engine.map import Map
from handrail.engine.model import Event, Limit, Stage


class Spell(NamedTuple):
    """One time that a stage was open. `closed` is None while it is open."""

    stage: Stage
    opened: Happening
    closed: Happening | None


class Timeline:
    """Events of one child, sorted, findable by kind; and the spells of stages."""

    __slots__ = ("by_event", "events", "known", "latest", "spells")

    def __init__(self, map_: Map, happenings: list[Happening], on: int) -> None:
        """Sort, add what follows in law up to a day, and open and close stages."""
        ordered = _in_order(map_, happenings + _birthdays(map_, happenings, on))
        self.spells, implied = _spells(map_, ordered)
        self.events = _with_implied(map_, ordered, implied) if implied else ordered
        self.latest = [h[1][1] for h in self.events]
        by_event: dict[str, list[int]] = {}
        for index, happening in enumerate(self.events):
            id_ = happening[0]
            if id_ in by_event:
                by_event[id_].append(index)
            else:
                by_event[id_] = [index]
        self.by_event = by_event
        self.known = by_event.keys()

    def next_of(self, events: tuple[str, ...], after: int) -> int | None:
        """Index of the first of these events that may be on or after event number `after` (itself left out).

        An event of another kind on the same day counts, and so does one uncertain enough to have been later.
        """
        best: int | None = None
        by_event, latest = self.by_event, self.latest
        own_id, day = self.events[after][0], self.events[after][1][0]
        for id_ in events:
            if id_ not in by_event:
                continue
            found = by_event[id_]
            if id_ == own_id:
                at = bisect_right(found, after)
                if at == len(found):
                    continue
                index = found[at]
            else:
                for index in found:
                    if index > after or latest[index] >= day:
                        break
                else:
                    continue
            if best is None or index < best:
                best = index
        return best

    def days_of(self, id_: str) -> list[int]:
        """The earliest possible day of every event of a kind, in order."""
        return [self.events[i].when.lo for i in self.by_event.get(id_, ())]

    def last_before(self, events: tuple[str, ...], index: int) -> int | None:
        """Index of the last of these events that may be on or before event number `index`."""
        best: int | None = None
        by_event, happenings = self.by_event, self.events
        last_day = happenings[index][1][1]
        for id_ in events:
            if id_ not in by_event:
                continue
            for i in reversed(by_event[id_]):
                if i != index and happenings[i][1][0] <= last_day:
                    if best is None or i > best:
                        best = i
                    break
        return best

    def has(self, events: tuple[str, ...]) -> bool:
        """Has any of these happened (or been told as planned)?"""
        return not self.known.isdisjoint(events)

    def nth_in_spell(self, index: int, resets: tuple[str, ...]) -> int:
        """Which one of its kind this event is (1 = first), counted since the last event that ended the spell."""
        event = self.events[index]
        since = max((i for id_ in resets for i in self.by_event.get(id_, ()) if i < index), default=-1)
        return sum(1 for i in self.by_event[event.event] if since < i <= index)


VAGUE_DAYS = 5 * 366
"""A date told as wider than this says no more than "I do not know"."""


def all_vague(limit: Limit, timeline: Timeline) -> bool:
    """Is every start that was told of a limit so wide that it says nothing?"""
    starts = [timeline.events[i].when for s in limit.start for i in timeline.by_event.get(s.event, ())]
    return all(when.hi - when.lo > VAGUE_DAYS for when in starts)


def narrowed(limit: Limit, timeline: Timeline, when: FuzzyDate) -> FuzzyDate:
    """An uncertain start, cut down by what it cannot be before or after. A fence that contradicts it is left aside."""
    lo, hi = when.lo, when.hi
    for bound in limit.start_bounds:
        after, before = bound.get("not_after"), bound.get("not_before") or bound.get("follows")
        if after in timeline.by_event and lo <= (last := timeline.events[timeline.by_event[after][0]].when.hi) < hi:
            hi = last
        if before in timeline.by_event and lo < (first := timeline.events[timeline.by_event[before][0]].when.lo) <= hi:
            lo = first
    return when if (lo, hi) == (when.lo, when.hi) else when._replace(lo=lo, hi=hi)


def _in_order(map_: Map, happenings: list[Happening]) -> list[Happening]:
    """By day, then in the usual order of events of one day; the same for any order of telling."""
    ranks = map_.ranks
    decorated = [(h[1][0], h[1][1], ranks[h[0]], h) for h in happenings]
    try:
        decorated.sort()
    except TypeError:  # two tellings of one event on one day, of which only one has an hour or a child
        decorated.sort(key=lambda d: (*d[:3], d[3].event, str(d[3].child), d[3].note, str(d[3].when.minute), d[3].when.text, str(d[3].implied_by)))
    return [d[3] for d in decorated]


def _with_implied(map_: Map, ordered: list[Happening], implied: list[Happening]) -> list[Happening]:
    """Put what follows in law in its place: a few events into many that are in order already."""
    merged = list(ordered)
    for happening in implied:
        day = happening[1][0]
        first = bisect_left(merged, day, key=_first_day)
        last = bisect_right(merged, day, lo=first, key=_first_day)
        merged[first:last] = _in_order(map_, [*merged[first:last], happening])
    return merged


def _first_day(happening: Happening) -> int:
    return happening[1][0]


def _birthdays(map_: Map, happenings: list[Happening], on: int) -> list[Happening]:
    """Birthdays that the rules name (16, 18 ...) where the birth is known and nobody told of them."""
    known = map_.origins
    births = [h for h in happenings if h[0] in known]
    if not births:
        return []
    told = {h[0] for h in happenings}
    origins = {h.event: h for h in reversed(_in_order(map_, births))}
    return [day for event in map_.derivations if event.id not in told and (day := _birthday(event, origins)) is not None and day.when.lo <= on]


def _birthday(event: Event, origins: dict[str, Happening]) -> Happening | None:
    rule = event.derived or {}
    origin = origins.get(rule["event"])
    if origin is None:
        return None
    months = 12 * int(rule["years"])
    try:
        lo, hi = add_months(origin.when.lo, months), add_months(origin.when.hi, months)
    except CalendarExhausted:
        return None
    return Happening(event.id, FuzzyDate(lo, hi, _text(lo, hi)), origin.child, "", origin.event)


def _text(lo: int, hi: int) -> str:
    first, last = FuzzyDate(lo, hi, "").earliest.isoformat(), FuzzyDate(lo, hi, "").latest.isoformat()
    return first if lo == hi else f"{first}/{last}"


def _spells(map_: Map, ordered: list[Happening]) -> tuple[list[Spell], list[Happening]]:
    """Open and close stages in the order of events; give the spells and the events that follow in law."""
    open_now: dict[str, tuple[Stage, Happening]] = {}
    spells: list[Spell] = []
    implied: list[tuple[str, Happening]] = []
    moves = map_.moves
    for happening in ordered:
        if happening[0] not in moves:
            continue
        closes, opens = moves[happening[0]]
        for stage in closes:
            if opened := open_now.pop(stage.id, None):
                spells.append(Spell(stage, opened[1], happening))
                if stage.implies_on_close:
                    implied.append((stage.implies_on_close, happening))
        for stage in opens:
            if stage.id not in open_now:
                open_now[stage.id] = stage, happening
                if stage.implies_on_open:
                    implied.append((stage.implies_on_open, happening))
    spells.extend(Spell(stage, opened, None) for stage, opened in open_now.values())
    return spells, _not_told(ordered, implied) if implied else []


def _not_told(ordered: list[Happening], implied: list[tuple[str, Happening]]) -> list[Happening]:
    """What follows in law and nobody told of in words on the same day."""
    told = {(h.event, h.when.lo) for h in ordered}
    return [Happening(event, by.when, by.child, "", by.event) for event, by in implied if (event, by.when.lo) not in told]
