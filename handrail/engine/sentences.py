"""The one line that tells a verdict to a person. Plain, exact, and never "too late" where somebody may still say yes."""

from handrail.engine.answer import Answer, Verdict
from handrail.engine.dates import fuzzy_in_words, in_words
from handrail.engine.hours import moment_in_words, moments

_FOR_EVER = 100_000


def sentence(answer: Answer) -> str:
    """Say in one or two short sentences where a limit stands."""
    told = _TELL[answer.verdict](answer)
    return f"If that goes ahead: {told[0].lower()}{told[1:]}" if answer.is_planned and answer.verdict is Verdict.NOT_YET_DUE else told


def until(answer: Answer) -> str:
    """The date or dates, as people say them; to the minute where a limit of hours started at a known hour."""
    first, last = answer.earliest, answer.latest
    if first is not None and (moment := _moment(answer)):
        return moment
    if answer.limit.is_window and first is not None:
        return in_words(first)
    if first is not None and last is not None and first != last:
        return f"between {in_words(first)} and {in_words(last)}"
    if last is not None and first is None:
        return f"{in_words(last)} at the latest"
    return in_words(first) if first else "a date we cannot work out"


def _moment(answer: Answer) -> str:
    """The minute at which so many hours are up, where the hour of the start is known."""
    start = answer.start
    if answer.limit.calendar != "hours" or answer.stated is not None or start is None or start.when.minute is None:
        return ""
    for value in answer.limit.values:
        if value.amount is not None and (ends := moments(start.when, value.amount)[0]).date() == answer.earliest:
            return moment_in_words(ends)
    return ""


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


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _met(answer: Answer) -> str:
    if answer.limit.side == "bar":
        return f"This was allowed from {_perhaps(answer)}, and came after that."
    if answer.limit.side == "span":
        return f"It ended in time. It could last until {_perhaps(answer)}."
    if answer.limit.is_window:
        return f"Done in time. The last day was {until(answer)}."
    return f"Done in time. It was due {_by(answer)}."


def _met_late(answer: Answer) -> str:
    if answer.limit.side == "span":
        return f"It went on too long, by {_late(answer)}. It could last until {_perhaps(answer)}."
    if answer.end is None:
        return f"Done late, by {_late(answer)}. It was due {_by(answer)}."
    allowed = f" {answer.limit.late['who']} must still allow it." if answer.limit.late else ""
    return f"It was due {_by(answer)}. By what you told us, it was done on {fuzzy_in_words(answer.end.when)}: late by {_late(answer)}.{allowed}"


def _not_yet(answer: Answer) -> str:
    if answer.limit.side == "bar":
        return f"Not before {_perhaps(answer)}."
    if answer.limit.is_window:
        return f"You have until {until(answer)}. Do not wait for the last day. Get advice now."
    if answer.limit.side == "span":
        return f"It can last until {_perhaps(answer)}."
    return f"Due {_by(answer)}."


def _overdue(answer: Answer) -> str:
    most = f" At the very most, by {in_words(answer.maximum)}." if answer.maximum and answer.maximum != answer.latest else ""
    if answer.limit.side == "span":
        return f"It has gone on too long, by {_late(answer)}. It could last until {_perhaps(answer)}.{most}"
    return f"It was due {_by(answer)}.{most} You have not told us that it was done. If it was not, it is late by {_late(answer)}."


def _may_be_late(answer: Answer) -> str:
    if answer.limit.is_window and answer.end is not None:
        allowed = f" If it was, {_lower(answer.limit.late['who'])} may still allow it." if answer.limit.late else ""
        return f"You did this on {fuzzy_in_words(answer.end.when)}. It may have been late: the last day was {_perhaps(answer)}.{allowed}"
    if answer.limit.is_window and answer.earliest is None:
        return f"The last day is {until(answer)}, and may be sooner. Act soon, and get advice now."
    if answer.limit.is_window:
        return f"The earliest date was {until(answer)}. It may not be over. Act today, and get advice now."
    if answer.by == "bounds" and answer.end is not None:
        done = fuzzy_in_words(answer.end.when)
        return f"It was done on {done}. We do not know the day the time started, so it may have been late. Ask the worker for the date."
    if answer.by == "bounds" and answer.earliest is None:
        last = in_words(answer.latest) if answer.latest else until(answer)
        return f"We do not know the day it started. The last day it can be due is {last}. Ask the worker for the date."
    if answer.by == "bounds" and answer.latest is None and answer.start is not None:
        began = in_words(answer.start.when.earliest)
        return f"We do not know the day it started. If that was {began}, it was due by {until(answer)}. If it was later, it is due later. Ask for the date."
    if answer.by == "bounds":
        return f"We cannot tell for sure when it started. It was due {_by(answer)}. Ask the worker for the date."
    if answer.maximum and answer.limit.side == "span":
        most = in_words(answer.maximum)
        return f"It could last until {_perhaps(answer)}. It goes on only if it was rightly made longer, until {most} at most. Look at the order itself."
    if answer.maximum and answer.earliest == answer.latest:
        most = in_words(answer.maximum)
        return f"It was due {_by(answer)}. It is in time only if it was rightly made longer, until {most} at most. Ask if you were told so in writing."
    if answer.limit.side == "span":
        return f"It may have gone on too long. It could last until {_perhaps(answer)}. The exact dates would settle it."
    return f"It may be late. It was due {_by(answer)}. The exact dates would settle it."


def _on_hold(answer: Answer) -> str:
    since = fuzzy_in_words(answer.hold.when) if answer.hold else "a day we do not know"
    return f"On hold since {since}. The clock stands still until that ends, so it is not late. Then the days left are counted again."


def _passed(answer: Answer) -> str:
    when = _on(answer)
    if answer.latest and answer.latest != answer.earliest and answer.earliest:
        when = f"between {in_words(answer.earliest)} and {in_words(answer.latest)}"
    if answer.limit.late is None:
        return f"The ordinary time ended {when}. We do not know if it may still be allowed. Ask at once, and get advice."
    return f"The ordinary time ended {when}. {answer.limit.late['who']} may still allow it. Ask now, say why it is late, and get advice."


def _lapsed(answer: Answer) -> str:
    if answer.due_lo is None and answer.end is not None:
        then = f" {answer.limit.if_missed['words'].strip()}" if answer.limit.if_missed else ""
        return f"By law this has been closed since {fuzzy_in_words(answer.end.when)}.{then}"
    if answer.limit.side != "span":
        return f"This ended by law {_on(answer)}."
    then = f" {answer.limit.if_missed['words'].strip()}" if answer.limit.if_missed and answer.end is None else ""
    return f"By law it could last until {_perhaps(answer)}, and no longer unless something new was decided.{then}"


def _cannot_say(answer: Answer) -> str:
    return f"We cannot work out a date yet. {answer.missing or 'A date is missing.'}"


def _in_words(answer: Answer) -> str:
    return answer.limit.words.strip()


def _over(answer: Answer) -> str:
    if answer.extended and answer.limit.side == "span":
        return f"It could last until {_perhaps(answer)}, but more time was given on {fuzzy_in_words(answer.extended.when)}."
    if answer.extended:
        return f"It was due {_by(answer)}, but more time was given on {fuzzy_in_words(answer.extended.when)}."
    if answer.late_lo is not None:
        return f"It was due {_by(answer)}. You have not told us that it was done. Later events ended it."
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
