"""One nation's map, indexed for the engine.

Holds what happened-kinds there are, what each starts, ends and opens, and the calendars. Immutable in use: to see
what one more bank holiday would do, make another map with `with_calendars`.
"""

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from handrail.engine.answer import Verdict, passed_unmet
from handrail.engine.build import event_of, limit_of, right_of, stage_of
from handrail.engine.calendars import Calendars
from handrail.engine.clock import Clock
from handrail.engine.errors import BadContent, UnknownId, shown
from handrail.engine.model import Event, Limit, Nation, Right, Stage


class Trigger(NamedTuple):
    """A limit that an event starts, with what the hot path needs to know of it."""

    limit: Limit
    clock: Clock
    nth: str
    is_wordy: bool
    is_conditional: bool
    is_plain: bool
    """Nothing but a start, a count, an end and what cancels it."""
    is_run: bool
    """Plain, and neither a bar nor counted back: handrail.engine.runs judges all its starts at once."""
    passed: Verdict
    """What it is once its day has passed unmet."""
    stops: tuple[str, ...]
    """For a limit told in words: after these there is nothing left to tell."""


def _about(about: dict[str, Any], nation: str) -> dict[str, str]:
    """`law_as_at` is one day for all nations, or a mapping of nation to day."""
    law = about["law_as_at"]
    return {"version": str(about["version"]), "law_as_at": str(law[nation] if isinstance(law, dict) else law)}


def _starts(limit: Limit) -> frozenset[str]:
    return frozenset(start.event for start in limit.start)


def _trigger(limit: Limit, nth: str, clock: Clock) -> Trigger:
    conditional = bool(limit.only_if or limit.only_if_ever or limit.unless or limit.unless_ever or limit.since or limit.age)
    special = limit.calendar == "hours" or limit.stated_by or limit.after_limit or limit.extended_by or limit.holds
    stops = limit.cancels + limit.lapsed_by + (() if limit.is_window and not limit.end else limit.end)
    is_run = not special and limit.side not in ("bar", "count-back") and clock.since <= clock.until
    return Trigger(limit, clock, nth, limit.no_date_because is not None, conditional, not special, is_run, passed_unmet(limit), stops)


@dataclass(slots=True)
class Map:
    """The rules of one nation."""

    nation: str
    events: dict[str, Event]
    limits: dict[str, Limit]
    stages: dict[str, Stage]
    rights: dict[str, Right]
    calendars: Calendars
    triggers: dict[str, list[Trigger]] = field(default_factory=dict)
    """Event id -> the limits it starts."""
    ranks: dict[str, int] = field(default_factory=dict)
    """Event id -> how far down the usual order it stands."""
    opened_by: dict[str, list[Stage]] = field(default_factory=dict)
    closed_by: dict[str, list[Stage]] = field(default_factory=dict)
    moves: dict[str, tuple[list[Stage], list[Stage]]] = field(default_factory=dict)
    """Event id -> the stages it closes and those it opens."""
    derivations: list[Event] = field(default_factory=list)
    befores: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Event id -> events one of which normally comes first."""
    origins: frozenset[str] = frozenset()
    """Events from which others are derived, such as a birth."""
    clocks: dict[str, Clock] = field(default_factory=dict)
    """Limit id -> its clock."""
    wordy: frozenset[str] = frozenset()
    """Limits that never give a date."""
    askable: dict[str, list[tuple[frozenset[str], Limit]]] = field(default_factory=dict)
    """Stage id -> its limits that have a question to ask where their start is not known, with their starts."""
    fenced: tuple[tuple[frozenset[str], Limit], ...] = ()
    """Limits whose start can be fenced in by other events, with their starts."""
    renamed: dict[str, str] = field(default_factory=dict)
    """Ids that events had once -> today's."""
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)
    """`version` of the content and `law_as_at`."""

    @classmethod
    def of(cls, nation: str, data: dict[str, Any]) -> "Map":
        """Build the map of a nation from compiled plain values.

        Raises:
            UnknownId: no such nation.
        """
        if nation not in data["nations"]:
            allowed = ", ".join(Nation)
            raise UnknownId(f"Unknown nation {shown(nation)}. Allowed: {allowed}.")
        rules = data["nations"][nation]
        if not rules["events"]:
            there = ", ".join(n for n, r in data["nations"].items() if r["events"])
            raise UnknownId(f"The map of {nation} is not here yet. Allowed so far: {there}.")
        ranks = usual_order({id_: raw.get("after") or () for id_, raw in rules["events"].items()})
        built = cls(
            nation=nation,
            ranks=ranks,
            events={id_: event_of(id_, raw, ranks[id_]) for id_, raw in rules["events"].items()},
            limits={id_: limit_of(id_, nation, raw) for id_, raw in rules["limits"].items()},
            stages={id_: stage_of(id_, nation, raw) for id_, raw in rules["stages"].items()},
            rights={id_: right_of(id_, raw) for id_, raw in rules["rights"].items()},
            calendars=Calendars.of(data["calendars"]),
            renamed={r["old"]: r["new"] for r in data["renamed"] if r["kind"] == "event" and r["nation"] == nation},
            sources=data["sources"],
            about=_about(data["about"], nation),
        )
        built._index()
        return built

    def _index(self) -> None:
        for limit in self.limits.values():
            for start in limit.start:
                self._known_event(start.event, f"limit {limit.id}")
        for stage in sorted(self.stages.values(), key=lambda s: s.order):
            for event in stage.opens:
                self.opened_by.setdefault(event, []).append(stage)
            for event in stage.closes:
                self.closed_by.setdefault(event, []).append(stage)
        self.moves = {id_: (self.closed_by.get(id_, []), self.opened_by.get(id_, [])) for id_ in {*self.closed_by, *self.opened_by}}
        self.derivations = [event for event in self.events.values() if event.derived]
        self.befores = {event.id: event.after for event in self.events.values() if event.after}
        self.origins = frozenset(event.derived["event"] for event in self.derivations if event.derived)
        self.wordy = frozenset(limit.id for limit in self.limits.values() if limit.no_date_because)
        self._count_with(self.calendars)
        for stage in self.stages.values():
            limits = [self.limits[id_] for id_ in stage.limits if id_ in self.limits and id_ not in self.wordy]
            self.askable[stage.id] = [(_starts(limit), limit) for limit in limits if limit.ask]
        self.fenced = tuple((_starts(limit), limit) for limit in self.limits.values() if limit.start_bounds and limit.id not in self.wordy)

    def _count_with(self, calendars: Calendars) -> None:
        """Make every limit ready to count with these calendars."""
        self.calendars = calendars
        self.clocks = {id_: Clock(limit, calendars) for id_, limit in self.limits.items()}
        self.triggers = {}
        for limit in self.limits.values():
            for start in limit.start:
                self.triggers.setdefault(start.event, []).append(_trigger(limit, start.nth, self.clocks[limit.id]))

    def _known_event(self, id_: str, where: str) -> None:
        if id_ not in self.events:
            raise BadContent(f"content of {self.nation}: {where}: unknown event {id_!r}. Allowed: an id of content/events.")

    def with_calendars(self, calendars: Calendars) -> "Map":
        """The same rules counted with other calendars."""
        other = replace(self)
        other._count_with(calendars)
        return other

    @property
    def event_names(self) -> dict[str, Event]:
        """Every name that a case may use for an event: today's ids, and those of earlier days."""
        return self.events | {old: self.events[new] for old, new in self.renamed.items()}

    def limit(self, id_: str) -> Limit:
        """One limit.

        Raises:
            UnknownId: no such limit, with those of a like name.
        """
        if id_ not in self.limits:
            raise UnknownId(f"Unknown limit {shown(id_)} in {self.nation}. Allowed: the ids that `handrail limits` lists{_like(id_, self.limits)}.")
        return self.limits[id_]


def _like(id_: str, known: dict[str, Any]) -> str:
    near = [k for k in known if k.startswith(id_[:4])][:4]
    return f", such as {', '.join(near)}" if near else ""


def usual_order(after: dict[str, Any]) -> dict[str, int]:
    """How far down the usual order each event stands, from what it normally comes after. Rings are broken, not followed."""
    ranks: dict[str, int] = {}

    def rank(id_: str, path: frozenset[str]) -> int:
        if id_ not in ranks:
            before = [b for b in after.get(id_, ()) if b not in path]
            ranks[id_] = 1 + max((rank(b, path | {id_}) for b in before), default=-1)
        return ranks[id_]

    for id_ in sorted(after):
        rank(id_, frozenset({id_}))
    return ranks
