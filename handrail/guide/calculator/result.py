"""What the calculator answers: the date or dates, the hour where it runs by the hour, other readings, and the working."""

from datetime import date, datetime
from typing import Any

from handrail.engine.dates import FuzzyDate, fuzzy, in_words
from handrail.engine.due import DueAnswer, due_of
from handrail.engine.hours import moment_in_words
from handrail.engine.working import source_records
from handrail.guide.where.dates import span_in_words, when_in_words
from handrail.guide.where.england import rules


def show_result(limit_id: str, start: FuzzyDate | None, today: date) -> dict[str, Any]:
    """Count one limit from a start; a limit that gives no date is told in words and needs none."""
    answer = due_of(rules(), limit_id, start or fuzzy(today))
    return {
        "answer": answer, "limit": answer.limit, "start": when_in_words(start) if start else "", "days": _days(answer),
        "other_reading": _other_reading(answer), "maximum": in_words(answer.maximum) if answer.maximum and answer.maximum != answer.latest else "",
        "readings": [{**r, "when": span_in_words(r.get("earliest"), r.get("latest"))} for r in answer.readings],
        "sources_of": source_records(rules(), answer.limit),
    }


def _days(answer: DueAnswer) -> list[str]:
    """One day, or the earliest and the latest; the hour too where it runs by the hour."""
    if answer.moments:
        return list(dict.fromkeys(moment_in_words(datetime.fromisoformat(m)) for m in answer.moments))
    if answer.due is not None and (answer.start.is_exact or answer.limit.is_window):
        return [in_words(answer.due)]
    return [in_words(d) for d in dict.fromkeys((answer.earliest, answer.latest)) if d is not None]


def _other_reading(answer: DueAnswer) -> str:
    """The later date, where the rule leaves open how it is counted or when the start is unsure."""
    if answer.moments or answer.latest is None or answer.due is None or answer.latest == answer.due:
        return ""
    return in_words(answer.latest)
