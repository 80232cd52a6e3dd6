"""The map's own nouns: events, limits, stages, as read from `content/`.

Plain immutable records. Every field is explained in docs/explain/map-format.md; nothing here decides anything.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

ASKERS = ("parent", "parent-without-responsibility", "kin-carer", "child", "care-leaver", "other")


class Nation(StrEnum):
    """The four nations, each with its own law."""

    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"
    NORTHERN_IRELAND = "northern-ireland"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that can happen on a date."""

    id: str
    process: str
    title: str
    asked: str = ""
    told: str = "sometimes"
    planned: bool = False
    planned_title: str = ""
    """What to call it while its day is still to come; "" where `title` serves."""
    after: tuple[str, ...] = ()
    derived: dict[str, Any] | None = None
    also: tuple[str, ...] = ()
    rank: int = 0
    """How far down the usual order it stands; breaks ties between events of one day."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a limit's number is during one period of law (days as ordinals, both included; None is open)."""

    since: int | None
    until: int | None
    amount: int | None
    unit: str
    words: str = ""
    maximum: int | None = None
    maximum_unit: str = ""
    maximum_words: str = ""
    sources: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Start:
    """An event that starts a clock; `nth` narrows it to the first one of a spell or to the later ones."""

    event: str
    nth: str = "any"


@dataclass(frozen=True, slots=True)
class Reading:
    """Another way of counting that people meet. Shown beside the limit's own, never first."""

    id: str
    label: str
    words: str
    start: tuple[Start, ...] = ()
    day_one: str | None = None
    calendar: str | None = None
    amount: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """One time limit of one nation."""

    id: str
    nation: str
    title: str
    process: str
    side: str
    kind: str
    words: str
    who: tuple[str, ...]
    start: tuple[Start, ...]
    end: tuple[str, ...]
    values: tuple[Value, ...]
    calendar: str
    day_one: str
    sources: tuple[dict[str, str], ...]
    checked_on: str
    mark: str
    decision_maker: str | None = None
    filter: str | None = None
    may_act: tuple[str, ...] = ()
    may_act_words: str = ""
    start_words: str = ""
    start_bounds: tuple[dict[str, str], ...] = ()
    ask: str = ""
    ends_words: str = ""
    cancels: tuple[str, ...] = ()
    lapsed_by: tuple[str, ...] = ()
    only_if: tuple[str, ...] = ()
    only_if_ever: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_ever: tuple[str, ...] = ()
    since: dict[str, Any] | None = None
    age: dict[str, int] | None = None
    holds: tuple[dict[str, str], ...] = ()
    stated_by: tuple[str, ...] = ()
    extended_by: tuple[str, ...] = ()
    clear_days: bool = False
    roll: str = "none"
    roll_calendar: str | None = None
    exceeds: bool = False
    after_limit: str | None = None
    readings: tuple[Reading, ...] = ()
    told_in_words: str | None = None
    if_missed: dict[str, str] | None = None
    late: dict[str, str] | None = None
    part_of: str | None = None
    stages: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    unconfirmed_part: str = ""
    in_force: str = "in-force"
    harm: int = 1

    @property
    def is_for_family(self) -> bool:
        """Is it the family that acts, or may not act yet?"""
        return self.side in ("window", "bar") or (self.side == "count-back" and bool(self.may_act))

    @property
    def is_window(self) -> bool:
        """Is it the family's own time?"""
        return self.side == "window"

    @property
    def effect_if_missed(self) -> str:
        """What missing it does: none, remedy, order-ends, may-be-allowed or lapsed."""
        return (self.if_missed or {}).get("effect", "none")

    @property
    def no_date_because(self) -> str | None:
        """Why no date may ever come out of it, or None where one may."""
        if self.in_force == "coming":
            return "coming: made law, but not started"
        if self.told_in_words:
            return self.told_in_words
        if self.kind == "common-local-practice":
            return "local practice"
        if self.mark != "confirmed":
            return "not confirmed"
        return None


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the process that is open between an opening and a closing event."""

    id: str
    nation: str
    title: str
    short: str
    process: str
    lane: str
    order: int
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    next: tuple[str, ...]
    leads: str | None = None
    roles: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    helplines: tuple[str, ...] = ()
    implies_on_open: str | None = None
    implies_on_close: str | None = None
    entry: bool = False
    in_force: str = "in-force"


@dataclass(frozen=True, slots=True)
class Right:
    """Something the law or guidance gives, and to whom."""

    id: str
    title: str
    words: str
    whose: tuple[str, ...]
    stages: tuple[str, ...]
    whose_words: str = ""
    how: str = ""
    mark: str = "unconfirmed"
    in_force: str = "in-force"
