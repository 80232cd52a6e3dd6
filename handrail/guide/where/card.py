"""One time limit as a page shows it: its title, when, the verdict in words, what else to know, and the working."""

from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handrail.engine.answer import Answer, Verdict
from handrail.engine.clock import UNKNOWN_LO
from handrail.engine.describe import readings_of
from handrail.engine.position import ChildPosition
from handrail.engine.sentences import sentence, until
from handrail.engine.working import Step as WorkingStep
from handrail.engine.working import source_records, working
from handrail.guide.where.dates import is_unknown, is_vague, span_in_words

_COUNTED_DAYS = 90
_OPEN = (Verdict.NOT_YET_DUE, Verdict.MAY_BE_LATE)


class Card(NamedTuple):
    """What a card of a time limit says. Empty texts are left out on the page."""

    answer: Answer
    headline: str
    """The first sentence of the verdict: the date, or how late it is."""
    says: str
    """The rest of it."""
    when: str
    """The date alone, in words."""
    soon: str
    ask: str
    is_vague: bool
    readings: list[dict[str, Any]]
    working: list[WorkingStep]
    sources: list[dict[str, Any]]

    @property
    def is_in_words(self) -> bool:
        """Is it a rule that never gives a date?"""
        return self.answer.verdict is Verdict.TOLD_IN_WORDS

    @property
    def may_be_allowed(self) -> dict[str, str] | None:
        """Who may still allow it, on what test and how to ask; only where the ordinary time is over or may be."""
        passed = self.answer.verdict in (Verdict.PASSED_MAY_BE_ALLOWED, Verdict.MAY_BE_LATE)
        return self.answer.limit.late if passed and self.answer.limit.is_window else None


def card_of(child: ChildPosition, answer: Answer, today: date) -> Card:
    """Make the card of one answer."""
    map_ = child.map
    start = answer.start
    vague = answer.verdict is not Verdict.TOLD_IN_WORDS and start is not None and start.when.lo > UNKNOWN_LO and is_vague(start.when)
    counted = start is not None and not vague
    headline, rest = _parts(_vague_words(answer) if vague else sentence(answer))
    return Card(
        answer,
        headline=headline,
        says=rest,
        when="" if vague or not answer.has_date else until(answer),
        soon="" if vague else _soon(answer, today),
        ask=answer.limit.ask if vague or _leaves_open(answer) else "",
        is_vague=vague,
        readings=[{**r, "when": span_in_words(r.get("earliest"), r.get("latest"))} for r in readings_of(child, answer)] if counted else [],
        working=working(map_, answer.limit, start.when) if start is not None and counted else [],
        sources=source_records(map_, answer.limit),
    )


def _leaves_open(answer: Answer) -> bool:
    return answer.by == "bounds" or answer.verdict in (Verdict.CANNOT_SAY, Verdict.MAY_BE_LATE)


def _vague_words(answer: Answer) -> str:
    unknown = answer.start is not None and is_unknown(answer.start.when)
    why = _("You do not know when it started, so we can give no date.") if unknown else _("When it started is too unsure, so we can give no date.")
    return f"{why} {_('Act today, and get advice now.')}" if answer.limit.is_window else why


def _soon(answer: Answer, today: date) -> str:
    """How many days are left, for what is still open."""
    if answer.verdict not in _OPEN or answer.earliest is None or answer.limit.side == "bar":
        return ""
    left = (answer.earliest - today).days
    if left == 0:
        return _("That is today.")
    return ngettext("%(days)s day left.", "%(days)s days left.", left) % {"days": left} if 0 < left <= _COUNTED_DAYS else ""


def _parts(text: str) -> tuple[str, str]:
    """The first sentence, and the rest."""
    first, stop, rest = text.partition(". ")
    return (f"{first}.", rest) if stop else (text, "")
