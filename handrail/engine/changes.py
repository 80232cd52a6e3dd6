"""What changed between two answers, and why.

Recomputing is total: add a bank holiday to the table and every answer that it touches changes. This compares a position
with an earlier one, or with the answers that a saved case kept, and says for each date what it was, what it is, and why.
"""

from datetime import date
from typing import Any, NamedTuple

from handrail.engine.answer import Answer
from handrail.engine.dates import in_words, iso
from handrail.engine.map import Map
from handrail.engine.position import Position
from handrail.engine.working import units

ANSWERS_KEPT = 400
_FIRST_DAY = {
    "next-day": "the first day not counted", "same-day": "the first day counted", "silent": "the first day perhaps counted", "hours": "by the hour",
}
_ROLLS = {
    "next-open-day": ", moved to a day on which the office is open", "unsure": ", perhaps moved to a working day",
    "epo-holiday": ", moved off Sundays and holidays",
}


class Change(NamedTuple):
    """One answer that is no longer what it was."""

    limit: str
    title: str
    child: str | None
    before: str
    after: str
    why: str


def kept_answers(position: Position) -> list[dict[str, Any]]:
    """What a saved case keeps of its answers: dates and the rule behind each, as plain values, no notes."""
    kept = [_kept(position.map, child.child, a) for child in position.children for a in child.answers if a.start is not None and a.has_date]
    return kept[:ANSWERS_KEPT]


def _kept(map_: Map, child: str | None, answer: Answer) -> dict[str, Any]:
    start = answer.start
    return {
        "limit": answer.limit.id, "child": child, "start": start.event if start else None, "on": start.when.text if start else None,
        "due": iso(answer.due), "earliest": iso(answer.earliest), "latest": iso(answer.latest), "maximum": iso(answer.maximum),
        "rule": rule_of(map_, answer),
    }


def rule_of(map_: Map, answer: Answer) -> str:
    """The rule behind a date in one line: when two lines differ, the law (or our reading of it) changed."""
    limit = answer.limit
    start = answer.start
    period = map_.clocks[limit.id].period_at(max(start.when.lo, 1)) if start else None
    number = "no rule"
    if period is not None and period.value.amount is not None:
        most = f", {period.value.maximum} at most" if period.value.maximum else ""
        number = f"{period.value.amount} {units(period.value.amount, period.value.unit)}{most}"
    calendar = map_.clocks[limit.id].calendar
    days = "every day counts" if calendar.id in ("cal", "hours") else f"counted by {calendar.title}"
    return f"{number}, {days}, {_FIRST_DAY[limit.day_one]}{_ROLLS.get(limit.roll, '')}{'' if limit.mark == 'confirmed' else ', not confirmed'}"


def since_saved(position: Position, kept: list[dict[str, Any]], saved_law: str | None) -> list[Change]:
    """Compare today's answers with those that a saved case kept.

    Args:
        position: the case counted again, with the events that the file holds.
        kept: the file's `answers`.
        saved_law: the day of the law the file was counted by, ISO.
    """
    today = {(c.child, *a.key): a for c in position.children for a in c.answers if a.has_date}
    changes = []
    for old in kept:
        answer = today.get((old.get("child"), str(old.get("limit")), str(old.get("start")), str(old.get("on"))))
        changes += _compare(position.map, old, answer, saved_law)
    return changes


def between(before: Position, after: Position) -> list[Change]:
    """Compare two positions of one case, such as one counted with another bank holiday."""
    return since_saved(after, kept_answers(before), str(before.map.about.get("law_as_at")))


def _compare(map_: Map, old: dict[str, Any], answer: Answer | None, saved_law: str | None) -> list[Change]:
    title = map_.limits[old["limit"]].title if old.get("limit") in map_.limits else str(old.get("limit"))
    if answer is None:
        why = "The rule gives no date any more. The page of the time limit says why."
        return [Change(str(old.get("limit")), title, old.get("child"), _told(old), "no date", why)]
    new = _kept(map_, old.get("child"), answer)
    if all(str(old.get(k)) == str(new[k]) for k in ("due", "earliest", "latest", "maximum")):
        return []
    return [Change(new["limit"], title, old.get("child"), _told(old), _told(new), _why(map_, old, new, answer, saved_law))]


def _why(map_: Map, old: dict[str, Any], new: dict[str, Any], answer: Answer, saved_law: str | None) -> str:
    if str(old.get("rule")) != new["rule"]:
        return f"The rule changed. It was: {old.get('rule')}. It is now: {new['rule']}."
    if added := _days_added(map_, answer, saved_law):
        return f"Our calendar changed: {', '.join(added)}. That day does not count."
    return "Our calendar of days that do not count changed, or an order or an extension that you told of did."


def _days_added(map_: Map, answer: Answer, saved_law: str | None) -> list[str]:
    """Days within the count that were proclaimed after the file's own day of the law."""
    calendar = map_.clocks[answer.limit.id].calendar
    if answer.start is None or answer.due_hi is None or calendar.id in ("cal", "hours"):
        return []
    out = {date.fromordinal(d) for d, _ in calendar.left_out(max(answer.start.when.lo, calendar.base), answer.max_hi or answer.due_hi)}
    areas = map_.calendars.definition(calendar.id).get("areas") or []
    days = [day for area in areas for day in map_.calendars.days(area) if day.on in out and day.proclaimed_on]
    late = [day for day in days if str(day.proclaimed_on) > (saved_law or "9999")]
    return [f"{in_words(day.on)} ({day.name})" for day in late]


def _told(kept: dict[str, Any]) -> str:
    if kept.get("due"):
        return in_words(date.fromisoformat(str(kept["due"])))
    days = [in_words(date.fromisoformat(str(kept[k]))) for k in ("earliest", "latest") if kept.get(k)]
    return " to ".join(days) or "no date"
