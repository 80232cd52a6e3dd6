"""Where one child stands, put together for the page: the rail, the time limits, what comes, what was due, what to do."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from handrail.engine.answer import Verdict
from handrail.engine.case import Happening
from handrail.engine.model import Right
from handrail.engine.position import ChildPosition, Position
from handrail.engine.timeline import Spell
from handrail.engine.words.items import Item
from handrail.guide.where.card import Card, card_of
from handrail.guide.where.dates import when_in_words
from handrail.guide.where.england import book, item, title_of

_NO_MORE = (Verdict.MET, Verdict.MET_LATE, Verdict.NO_LONGER_APPLIES, Verdict.TOO_EARLY)
_RIGHTS_ON_THE_RAIL = 3


class RailStep(NamedTuple):
    """One stage on the rail."""

    spell: Spell
    since: str
    until: str
    rights: list[Right]


class Standing(NamedTuple):
    """One child's answer, or that of several children who stand in the same place."""

    labels: list[str]
    position: ChildPosition
    been: list[RailStep]
    here: list[RailStep]
    windows: list[Card]
    windows_in_words: list[Card]
    windows_over: list[Card]
    windows_of_others: list[Card]
    coming: list[Card]
    planned: list[tuple[str, str]]
    late: list[Card]
    unsure: list[Card]
    done: list[Card]
    in_words: list[Card]
    routes: list[Item]
    asks: list[str]
    people: list[Item]
    follows: list[tuple[str, str, str]]

    @property
    def first_window(self) -> Card | None:
        """The window that presses most, for the top of the page."""
        return next((c for c in self.windows if c.answer.limit.is_window), None)


def standings(position: Position, today: date) -> list[Standing]:
    """One standing for each child; children about whom the same was told share one."""
    alike: dict[tuple[Happening, ...], list[ChildPosition]] = {}
    for child in position.children:
        told = tuple(h for h in position.case.events if h.child is None or h.child == child.child)
        alike.setdefault(tuple(h._replace(child=None) for h in told), []).append(child)
    return [_standing(same[0], [c.child for c in same if c.child is not None], today) for same in alike.values()]


def _standing(child: ChildPosition, labels: list[str], today: date) -> Standing:
    def cards(answers: Iterable[Any]) -> list[Card]:
        return [card_of(child, a, today) for a in answers]

    own = cards(child.windows)
    duties = cards(child.duties)
    late_ids = {id(a) for a in child.should_have_happened}
    coming_ids = {id(a) for a in child.coming_up}
    late = [c for c in duties if id(c.answer) in late_ids and not c.is_vague]
    coming = [c for c in duties if id(c.answer) in coming_ids and not c.is_vague]
    unsure = [c for c in duties if c.is_vague or c.answer.verdict is Verdict.CANNOT_SAY]
    asks = dict.fromkeys(c.ask for c in (*own, *late, *unsure, *coming) if c.ask)
    limits = {c.answer.limit.id for c in (*own, *late)}
    shown: set[str] = set()
    return Standing(
        labels, child,
        been=[_rail(child, s, shown) for s in child.before], here=[_rail(child, s, shown) for s in child.now],
        windows=[c for c in own if not c.is_in_words and c.answer.verdict not in _NO_MORE],
        windows_in_words=[c for c in own if c.is_in_words],
        windows_over=[c for c in own if c.answer.verdict in _NO_MORE],
        windows_of_others=cards(child.windows_of_others),
        coming=coming, planned=_planned(child, today), late=late, unsure=unsure,
        done=[c for c in duties if c.answer.verdict in (Verdict.MET, Verdict.LAPSED, Verdict.TOO_EARLY)],
        in_words=[c for c in duties if c.is_in_words],
        routes=routes_for(limits), asks=list(asks),
        people=[found for role in child.roles if (found := item("role", role))],
        follows=_follows(child),
    )


def _rail(child: ChildPosition, spell: Spell, shown: set[str]) -> RailStep:
    """One stage, with a few rights that no stage above it has shown."""
    until = when_in_words(spell.closed.when) if spell.closed else ""
    is_open = spell.closed is None or spell.closed.when.lo > child.on
    here = [r for r in child.rights if is_open and spell.stage.id in r.stages and r.id not in shown][:_RIGHTS_ON_THE_RAIL]
    shown.update(r.id for r in here)
    return RailStep(spell, when_in_words(spell.opened.when), until, here)


def _planned(child: ChildPosition, today: date) -> list[tuple[str, str]]:
    """Events that are told for a day to come, with their dates; birthdays left out."""
    coming = [h for h in child.timeline.events if h.when.lo > today.toordinal() and h.implied_by is None]
    return [(title_of(child.map.events[h.event], is_to_come=True), when_in_words(h.when)) for h in coming]


def _follows(child: ChildPosition) -> list[tuple[str, str, str]]:
    """What is so in law because of what happened: the fact, its day, and what made it so. Birthdays say nothing new."""
    events = child.map.events
    found = [h for h in child.timeline.events if h.implied_by and events[h.event].derived is None and h.when.lo <= child.on]
    return [(events[h.event].title, when_in_words(h.when), events[h.implied_by or ""].title) for h in found]


def routes_for(limits: set[str]) -> list[Item]:
    """Ways to put things right that these time limits belong to."""
    return [route for route in book().all("route") if limits & set(route.fields.get("limits") or ())]
