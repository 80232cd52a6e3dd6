"""Answer one question: if this limit started then, by when is it up? (`handrail due`, the calculator, worked cases.)"""

from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from handrail.engine import counting
from handrail.engine.calendar_tables import TOO_LATE
from handrail.engine.clock import Due
from handrail.engine.dates import FuzzyDate, in_words, iso
from handrail.engine.errors import CalendarExhausted
from handrail.engine.hours import moments
from handrail.engine.map import Map
from handrail.engine.model import Limit, Reading
from handrail.engine.working import Step, source_records, source_steps, units, working

DUE_FORMAT = "handrail-due/1"


class DueAnswer(NamedTuple):
    """By when, and how that was counted. `status`: due, told-in-words, cannot-say or not-in-force."""

    limit: Limit
    start: FuzzyDate
    status: str
    due: date | None
    earliest: date | None
    latest: date | None
    maximum: date | None
    maximum_earliest: date | None
    reason: str
    working: list[Step]
    readings: list[dict[str, Any]]
    moments: tuple[str, str] | None = None


def due_of(map_: Map, limit_id: str, start: FuzzyDate) -> DueAnswer:
    """Count one limit from a start.

    Raises:
        UnknownId: the nation has no such limit.
    """
    limit = map_.limit(limit_id)
    if reason := limit.no_date_because:
        return _no_date(map_, limit, start, "told-in-words", reason)
    clock = map_.clocks[limit.id]
    period = clock.period_at(start.lo)
    if period is None and clock.period_at(start.hi) is None:
        return _no_date(map_, limit, start, "not-in-force", _when_in_force(limit))
    if limit.calendar == "hours" and period is not None and period.value.amount is not None:
        return _hours(map_, limit, start, period.value.amount)
    try:
        due = clock.due(start.lo, start.hi)
    except CalendarExhausted as reason_:
        return _no_date(map_, limit, start, "cannot-say", str(reason_))
    if due is None:
        words = (period.value.words if period else "") or "no number in law"
        return _no_date(map_, limit, start, "told-in-words", words)
    return _dated(map_, limit, start, due)


def _dated(map_: Map, limit: Limit, start: FuzzyDate, due: Due) -> DueAnswer:
    earliest, latest = date.fromordinal(due.lo), date.fromordinal(due.hi)
    one = earliest if earliest == latest or limit.is_window or start.is_exact else None
    maximum = None if due.max_hi is None else date.fromordinal(due.max_hi)
    maximum_earliest = None if due.max_lo is None else date.fromordinal(due.max_lo)
    return DueAnswer(limit, start, "due", one, earliest, latest, maximum, maximum_earliest, "", working(map_, limit, start), readings(map_, limit, start))


def _hours(map_: Map, limit: Limit, start: FuzzyDate, hours: int) -> DueAnswer:
    first, last = moments(start, hours)
    if last.date().toordinal() > map_.clocks[limit.id].calendar.last:
        return _no_date(map_, limit, start, "cannot-say", TOO_LATE)
    one = first.date() if first.date() == last.date() else None
    told = (first.isoformat(), last.isoformat())
    due = one or (first.date() if start.is_exact else None)
    return DueAnswer(limit, start, "due", due, first.date(), last.date(), None, None, "", working(map_, limit, start), [], told)


def _no_date(map_: Map, limit: Limit, start: FuzzyDate, status: str, reason: str) -> DueAnswer:
    steps: list[Step] = [{"step": "told-in-words", "text": limit.words.strip()}, {"step": "no-date", "text": f"No date is given: {reason.rstrip('.')}."}]
    return DueAnswer(limit, start, status, None, None, None, None, None, reason, steps + source_steps(map_, limit), [])


def _when_in_force(limit: Limit) -> str:
    spans = []
    for value in limit.values:
        since = "" if value.since is None else f"from {in_words(date.fromordinal(value.since))}"
        until = "" if value.until is None else f"until {in_words(date.fromordinal(value.until))}"
        spans.append(" ".join(x for x in (since, until) if x))
    return f"this rule was not in force on that day; it counts {' and '.join(spans)}"


def readings(map_: Map, limit: Limit, start: FuzzyDate) -> list[dict[str, Any]]:
    """Other ways of counting that people meet, from the same day, each with its words and date."""
    return [r for r in (reading_of(map_, limit, reading, start) for reading in limit.readings) if r is not None]


def reading_of(map_: Map, limit: Limit, reading: Reading, start: FuzzyDate) -> dict[str, Any] | None:
    """One other way of counting from a start, as plain values; None where that period of law has no number."""
    clock = map_.clocks[limit.id]
    period = clock.period_at(start.lo) or clock.period_at(start.hi)
    if period is None or period.value.amount is None:
        return None
    calendar = map_.calendars[reading.calendar] if reading.calendar else clock.calendar
    amount, unit = reading.amount or period.value.amount, reading.unit or period.value.unit
    same_day = (reading.day_one or limit.day_one) in ("same-day", "silent")
    told: dict[str, Any] = {
        "id": reading.id, "from": start.text, "label": reading.label, "words": reading.words,
        "starts": [s.event for s in reading.start], "amount": amount, "unit": units(amount, unit),
    }
    try:
        first, last = (counting.due(d, amount, unit, calendar, same_day) for d in (start.lo, start.hi))
    except (CalendarExhausted, ValueError, OverflowError):
        return told
    told |= {"earliest": date.fromordinal(first).isoformat(), "latest": date.fromordinal(last).isoformat()}
    if period.value.maximum is not None:
        with suppress(CalendarExhausted):
            most = counting.due(start.hi, period.value.maximum, period.value.maximum_unit or unit, calendar, same_day)
            told["maximum"] = date.fromordinal(most).isoformat()
    return told


def as_data(map_: Map, answer: DueAnswer) -> dict[str, Any]:
    """The answer as plain values (docs/schemas/due.schema.json)."""
    limit = answer.limit
    return {
        "format": DUE_FORMAT, "limit": limit.id, "nation": limit.nation, "title": limit.title, "from": answer.start.text, "status": answer.status,
        "due": iso(answer.due), "earliest": iso(answer.earliest), "latest": iso(answer.latest), "maximum": iso(answer.maximum),
        "maximum_earliest": iso(answer.maximum_earliest), "due_at": list(answer.moments) if answer.moments else None, "reason": answer.reason or None,
        "words": limit.words.strip(), "side": limit.side, "kind": limit.kind, "mark": limit.mark, "readings": answer.readings, "working": answer.working,
        "working_text": " ".join(s["text"] for s in answer.working), "source": source_records(map_, limit), "law_as_at": str(map_.about.get("law_as_at")),
        "content_version": str(map_.about.get("version")),
    }
