"""The one line that tells a verdict to a person. Plain, exact, and never "too late" where somebody may still say yes."""

from handrail.engine.answer import Answer, Verdict
from handrail.engine.dates import fuzzy_in_words, in_words


_FOR_EVER = 100_000


def sentence(answer: Answer) -> str:
    """Say in one or two short sentences where a limit stands."""
    return _TELL[answer.verdict](answer)


def until(answer: Answer) -> str:
    """The date or dates, as people say them."""
    first, last = answer.earliest, answer.latest
    if answer.limit.is_window and first is not None:
        return in_words(first)
    if first is not None and last is not None and first != last:
        return f"between {in_words(first)} and {in_words(last)}"
    if last is not None and first is None:
        return f"{in_words(last)} at the latest"
    return in_words(first) if first else "a date we cannot work out"


def _by(answer: Answer) -> str:
    """The date or dates after "due": by one day, or some day between two."""
    words = until(answer)
    return words if words.startswith("between") else f"by {words}"


def _on(answer: Answer) -> str:
    """The date or dates of something that ended."""
    words = until(answer)
    return words if words.startswith("between") else f"on {words}"


def _perhaps(answer: Answer) -> str:
    """The earlier date and, where there are two, the later beside it."""
    first, last = answer.earliest, answer.latest
    if first is None or last is None or first == last:
        return until(answer)
    return f"{in_words(first)}, or perhaps {in_words(last)}"


def _late(answer: Answer) -> str:
    lo, hi = max(0, answer.late_lo or 0), answer.late_hi
    if hi is None or hi > _FOR_EVER:
        return f"at least {_days(lo)}"
    if lo == hi:
        return _days(lo)
    return f"{lo} to {hi} days"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _met(answer: Answer) -> str:
    if answer.limit.side == "bar":
        return f"This was allowed from {_perhaps(answer)}, and came after that."
    if answer.limit.side == "span":
        return f"It ended in time. It could last until {_perhaps(answer)}."
    return f"Done in time. It was due {_by(answer)}."


def _met_late(answer: Answer) -> str:
    if answer.missing:
        return f"It was due {_by(answer)}. {answer.missing}"
    if answer.limit.side == "span":
        return f"It went on too long, by {_late(answer)}. It could last until {_perhaps(answer)}."
    return f"Done late, by {_late(answer)}. It was due {_by(answer)}."


def _not_yet(answer: Answer) -> str:
    if answer.limit.side == "bar":
        return f"Not before {_perhaps(answer)}."
    if answer.limit.is_window:
        return f"You have until {until(answer)}. Get advice now."
    if answer.limit.side == "span":
        return f"It can last until {_perhaps(answer)}."
    return f"Due {_by(answer)}."


def _overdue(answer: Answer) -> str:
    most = f" At the very most, by {in_words(answer.maximum)}." if answer.maximum and answer.maximum != answer.latest else ""
    if answer.limit.side == "span":
        return f"It has gone on too long, by {_late(answer)}. It could last until {_perhaps(answer)}.{most}"
    return f"Overdue by {_late(answer)}. It was due {_by(answer)}.{most}"


def _may_be_late(answer: Answer) -> str:
    if answer.limit.is_window:
        return f"The earliest date was {until(answer)}. It may not be over. Act today, and get advice now."
    if answer.by == "bounds":
        return f"We cannot tell for sure when it started. It was due {_by(answer)}. Ask the worker for the date."
    if answer.maximum and answer.earliest == answer.latest:
        return f"It was due {_by(answer)}. It is in time only if it was rightly made longer, until {in_words(answer.maximum)} at most. Ask if you were told so in writing."
    if answer.limit.side == "span":
        return f"It may have gone on too long. It could last until {_perhaps(answer)}. The exact dates would settle it."
    return f"It may be late. It was due {_by(answer)}. The exact dates would settle it."


def _on_hold(answer: Answer) -> str:
    since = fuzzy_in_words(answer.hold.when) if answer.hold else "a day we do not know"
    return f"On hold since {since}. The clock stands still until that ends, so it is not late. Then the days left are counted again."


def _passed(answer: Answer) -> str:
    late = answer.limit.late or {}
    who = late.get("who", "The body that decides")
    return f"The ordinary time ended on {until(answer)}. {who} may still allow it. Ask now, say why it is late, and get advice."


def _lapsed(answer: Answer) -> str:
    return f"This ended by law {_on(answer)}."


def _cannot_say(answer: Answer) -> str:
    return f"We cannot work out a date yet. {answer.missing or 'A date is missing.'}"


def _in_words(answer: Answer) -> str:
    return answer.limit.words.strip()


def _over(answer: Answer) -> str:
    if answer.extended and answer.limit.side == "span":
        return f"It could last until {_perhaps(answer)}, but more time was given on {fuzzy_in_words(answer.extended.when)}."
    if answer.extended:
        return f"It was due {_by(answer)}, but more time was given on {fuzzy_in_words(answer.extended.when)}."
    return "This no longer applies: something else ended it first."


def _open(answer: Answer) -> str:
    return f"You may do this now. It has been allowed since {in_words(answer.latest) if answer.latest else until(answer)}."


def _too_early(answer: Answer) -> str:
    return f"This came too early. It was not allowed before {_perhaps(answer)}. Get advice."


_TELL = {
    Verdict.MET: _met, Verdict.MET_LATE: _met_late, Verdict.NOT_YET_DUE: _not_yet, Verdict.OVERDUE: _overdue, Verdict.MAY_BE_LATE: _may_be_late,
    Verdict.ON_HOLD: _on_hold, Verdict.PASSED_MAY_BE_ALLOWED: _passed, Verdict.LAPSED: _lapsed, Verdict.CANNOT_SAY: _cannot_say,
    Verdict.TOLD_IN_WORDS: _in_words, Verdict.NO_LONGER_APPLIES: _over, Verdict.OPEN: _open, Verdict.TOO_EARLY: _too_early,
}
