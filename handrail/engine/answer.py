"""The engine's answer about one limit for one child on one day.

Verdicts are the words of docs/explain/verdicts.md. An answer keeps ordinals; words and workings are made when asked
(handrail.engine.working), so that a whole case is judged in microseconds.
"""

from datetime import date
from enum import StrEnum

from handrail.engine.case import Happening
from handrail.engine.clock import UNKNOWN_HI, UNKNOWN_LO
from handrail.engine.model import Limit


class Verdict(StrEnum):
    """Where one limit stands."""

    MET = "met"
    MET_LATE = "met-late"
    NOT_YET_DUE = "not-yet-due"
    OVERDUE = "overdue"
    ON_HOLD = "on-hold"
    MAY_BE_LATE = "may-be-late"
    PASSED_MAY_BE_ALLOWED = "passed-may-be-allowed"
    LAPSED = "lapsed"
    CANNOT_SAY = "cannot-say"
    TOLD_IN_WORDS = "told-in-words"
    NO_LONGER_APPLIES = "no-longer-applies"
    OPEN = "open"
    TOO_EARLY = "too-early"


def passed_unmet(limit: Limit) -> Verdict:
    """What a limit is once its day has passed unmet: what its own law says of that."""
    if limit.effect_if_missed in ("lapsed", "order-ends"):
        return Verdict.LAPSED
    if limit.is_window or limit.effect_if_missed == "may-be-allowed":
        return Verdict.PASSED_MAY_BE_ALLOWED
    return Verdict.OVERDUE


class Answer:
    """One limit, one start, one verdict.

    Ordinals: `due_lo`/`due_hi` the ordinary last day (earliest and latest possible), `max_lo`/`max_hi` the outside one
    where the law allows more. None where there is none; unknown ends are clock.UNKNOWN_LO and UNKNOWN_HI.
    """

    __slots__ = (
        "by", "due_hi", "due_lo", "end", "extended", "hold", "is_planned", "late_hi", "late_lo", "limit", "max_hi", "max_lo", "missing",
        "start", "stated", "verdict",
    )

    def __init__(self, limit: Limit, start: Happening | None, verdict: Verdict, due_lo: int | None = None, due_hi: int | None = None,
                 max_lo: int | None = None, max_hi: int | None = None, end: Happening | None = None) -> None:
        """Keep the parts; all but `limit` and `verdict` may be absent."""
        self.limit = limit
        self.start = start
        self.verdict = verdict
        self.due_lo = due_lo
        self.due_hi = due_hi
        self.max_lo = max_lo
        self.max_hi = max_hi
        self.end = end
        self.late_lo: int | None = None
        """Days past the limit, at least."""
        self.late_hi: int | None = None
        """Days past the limit, at most."""
        self.hold: Happening | None = None
        self.missing: str | None = None
        self.extended: Happening | None = None
        self.stated: Happening | None = None
        self.is_planned = False
        """Does it start on a day that has not come?"""
        self.by: str | None = None
        """`bounds` where the start is not known and was fenced in by what is."""

    @property
    def has_date(self) -> bool:
        """Did a date come out?"""
        return self.due_lo is not None

    @property
    def earliest(self) -> date | None:
        """The earliest day it may be due; None where unknown."""
        return _day(self.due_lo)

    @property
    def latest(self) -> date | None:
        """The latest day it may be due; None where unknown."""
        return _day(self.due_hi)

    @property
    def due(self) -> date | None:
        """The day to act by: the one date where there is one; for a window, and where the words do not say, the earlier."""
        if self.due_lo is None or self.due_lo == self.due_hi or self.limit.is_window:
            return self.earliest
        if self.start is not None and self.start.when.is_exact and self.by is None:
            return self.earliest
        return None

    @property
    def maximum(self) -> date | None:
        """The outside date where the law allows more, the latest possible one."""
        return _day(self.max_hi)

    @property
    def maximum_earliest(self) -> date | None:
        """The outside date where the law allows more, the earliest possible one."""
        return _day(self.max_lo)

    @property
    def key(self) -> tuple[str, str, str]:
        """What stays the same between two answers to one question: limit and start."""
        return (self.limit.id, self.start.event if self.start else "", self.start.when.text if self.start else "")


def _day(ordinal: int | None) -> date | None:
    if ordinal is None or ordinal <= UNKNOWN_LO or ordinal >= UNKNOWN_HI:
        return None
    return date.fromordinal(ordinal)
