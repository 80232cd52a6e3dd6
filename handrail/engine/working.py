"""The working of a date, in words and as data: start, day-one rule, days left out and why, result, source, law as at.

No date leaves Handrail without one. Made when asked for, never in the hot path.
"""

from collections import Counter
from datetime import date
from typing import Any

from handrail.engine.calendars import Calendar
from handrail.engine.clock import UNKNOWN_HI, UNKNOWN_LO, Clock, Period
from handrail.engine.dates import FuzzyDate, fuzzy_in_words, in_words
from handrail.engine.errors import CalendarExhausted
from handrail.engine.hours import moment_in_words, moments
from handrail.engine.map import Map
from handrail.engine.model import Limit

Step = dict[str, Any]

KINDS = {
    "statute": "an Act of Parliament", "regulations": "regulations", "court-rule": "court rules", "practice-direction": "a court practice direction",
    "statutory-guidance": "official guidance that councils must follow unless there is good reason",
    "national-procedure": "a nation's own procedures", "regulator-policy": "a regulator's own policy",
    "good-practice": "good practice", "common-local-practice": "what many councils do", "court-order": "a court's own order",
}
_DAY_ONE = {
    "next-day": "That day is not counted. Day 1 is the next day that counts.",
    "same-day": "That day counts as day 1, because the rule says the time begins with it.",
    "silent": "The rule does not say if that day counts. We use the earlier date and show the other.",
    "hours": "Every hour counts, at night, at weekends and on bank holidays.",
}

_ROLLED = {
    "epo-holiday": "The court may have chosen noon on the first later day that is no Sunday, bank holiday, Christmas Day or Good Friday. "
    "The order says so. That day is",
    "next-open-day": "The court office is shut that day, so the next open day may be in time. Use the earlier day. The next open day is",
    "unsure": "The other reading: a last day at a weekend or on a bank holiday moves to the next open day. That day is",
}


def working(map_: Map, limit: Limit, start: FuzzyDate) -> list[Step]:
    """Write out how a limit is counted from a start.

    Args:
        map_: the rules, with their calendars.
        limit: the limit.
        start: when it started, certain or not.

    Returns:
        Steps, each with `step` (its kind) and `text`, and with dates and days left out as data where it has them.
    """
    clock = map_.clocks[limit.id]
    steps = [_start(limit, start)]
    period = clock.period_at(start.lo if start.lo > UNKNOWN_LO else start.hi)
    if period is not None and limit.no_date_because is None and period.value.amount is not None:
        steps += _law(limit, period)
        steps.append({"step": "day-one", "text": _DAY_ONE[limit.day_one], "rule": limit.day_one})
        steps += _counts(clock, period, start)
    return [*steps, *source_steps(map_, limit, period)]


def _start(limit: Limit, start: FuzzyDate) -> Step:
    what = limit.start_words or limit.title
    return {"step": "start", "text": f"It starts {_when(start)}. {what}", "on": start.text}


def _when(start: FuzzyDate) -> str:
    if start.lo <= UNKNOWN_LO:
        return f"no later than {in_words(start.latest)}"
    if start.hi >= UNKNOWN_HI:
        return f"on {in_words(start.earliest)} or later"
    if start.is_exact:
        return f"on {fuzzy_in_words(start)}"
    words = fuzzy_in_words(start)
    return words if words.startswith(("about", "between")) else f"in {words}"


def _law(limit: Limit, period: Period) -> list[Step]:
    if len(limit.values) == 1 and period.value.since is None:
        return []
    since = "" if period.value.since is None else f" since {in_words(date.fromordinal(period.value.since))}"
    until = "" if period.value.until is None else f", until {in_words(date.fromordinal(period.value.until))}"
    return [{"step": "law", "text": f"The law of that day counts. This rule has stood{since}{until}."}]


def _counts(clock: Clock, period: Period, start: FuzzyDate) -> list[Step]:
    value = period.value
    if value.unit == "hours":
        return _hours(start, value.amount or 0)
    ends = [d for d in dict.fromkeys((start.lo, start.hi)) if UNKNOWN_LO < d < UNKNOWN_HI]
    steps: list[Step] = []
    for day in ends:
        at = clock.period_at(day) or period
        for counter, label in ((at.first, ""), (at.last if at.last is not at.first else None, "the other reading"), (at.maximum, "at the outside")):
            if counter is None:
                continue
            step = _count(clock, at, day, counter, label, len(ends) > 1)
            if label and steps and step.get("to") == steps[-1].get("to") and _is_rolled(clock.limit, at, label):
                continue  # the last day is an ordinary one: nothing to move
            steps.append(step)
    return steps


def _count(clock: Clock, period: Period, day: int, counter: Any, label: str, one_of_two: bool) -> Step:
    value, limit = period.value, clock.limit
    amount, unit = value.amount or 0, value.unit
    if label == "at the outside" and value.maximum is not None:
        amount, unit = value.maximum, value.maximum_unit or value.unit
    try:
        end = counter(day)
    except CalendarExhausted as reason:
        return {"step": "cannot-count", "text": str(reason)}
    if _is_rolled(limit, period, label):
        text = f"{_ROLLED[limit.roll]} {in_words(date.fromordinal(end))}"
        return {"step": "count", "text": text + ".", "from": _iso(day), "to": _iso(end), "amount": amount, "unit": unit, "calendar": limit.calendar,
                "left_out": [], "which": label}
    back = limit.side == "count-back"
    out = _left_out(clock.calendar, min(day, end), max(day, end)) if _leaves_days_out(clock, amount, unit) else []
    sign = "back" if back else "+"
    text = f"{in_words(date.fromordinal(day))} {sign} {amount} {units(amount, unit)}{_leaving(out)} = {in_words(date.fromordinal(end))}"
    if label:
        text = f"{label[0].upper()}{label[1:]}: {text}"
    if one_of_two:
        text = f"If it started on {in_words(date.fromordinal(day))}: {text}"
    step = {"step": "count", "text": text + ".", "from": _iso(day), "to": _iso(end), "amount": amount, "unit": unit, "calendar": limit.calendar,
            "left_out": [{"on": _iso(d), "why": why} for d, why in out], "which": label or "ordinary"}
    if out or unit == "working-days":
        step["note"] = _beyond(clock.calendar, end)
    return step


def _is_rolled(limit: Limit, period: Period, label: str) -> bool:
    """Is this line about a last day that moves, and not about a count of its own?"""
    if limit.roll == "unsure":
        return label == "the other reading"
    return limit.roll in _ROLLED and label == "at the outside" and period.value.maximum is None


def _leaves_days_out(clock: Clock, amount: int, unit: str) -> bool:
    return unit == "working-days" or (clock.limit.clear_days and amount <= clock.calendar.short_period)


def _left_out(calendar: Calendar, first: int, last: int) -> list[tuple[int, str]]:
    return list(calendar.left_out(first, last))


def _leaving(out: list[tuple[int, str]]) -> str:
    if not out:
        return ""
    reasons = Counter("weekend" if "weekend" in why else "named" for _, why in out)
    parts = []
    if n := reasons["weekend"]:
        parts.append(f"{n} weekend {'day' if n == 1 else 'days'}")
    parts += [f"{date.fromordinal(d):%a} {date.fromordinal(d).day} {date.fromordinal(d):%B} ({why})" for d, why in out if "weekend" not in why]
    return f", leaving out {_and(parts)},"


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _beyond(calendar: Calendar, end: int) -> str:
    if end <= calendar.known_until:
        return ""
    return f"Bank holidays after {in_words(date.fromordinal(calendar.known_until))} are not all announced yet. One more could move this date."


def _hours(start: FuzzyDate, hours: int) -> list[Step]:
    first, last = moments(start, hours)
    span = f": some time from {moment_in_words(first)} to {moment_in_words(last)}. The exact hour is needed."
    when = f" = {moment_in_words(first)}." if start.minute is not None else span
    return [{
        "step": "count", "text": f"{hours} hours after the hour it started{when}", "earliest": first.isoformat(), "latest": last.isoformat(),
        "amount": hours, "unit": "hours", "left_out": [], "which": "ordinary",
    }]


def units(amount: int, unit: str) -> str:
    """A unit as people say it: 1 working day, 15 working days."""
    words = unit.replace("-", " ")
    return words.removesuffix("s") if amount == 1 else words


def source_steps(map_: Map, limit: Limit, period: Period | None = None) -> list[Step]:
    """Where the rule stands, what kind of rule it is, and as of when."""
    sources = list(period.value.sources) if period and period.value.sources else list(limit.sources)
    named = [_named(map_, s) for s in sources]
    read_on = in_words(date.fromisoformat(str(limit.checked_on)))
    text = f"Where it stands: {'; '.join(dict.fromkeys(named))}. This is {KINDS[limit.kind]}. Read on {read_on}."
    steps: list[Step] = [{"step": "source", "text": text}]
    if limit.unconfirmed_part:
        steps.append({"step": "not-confirmed", "text": f"Not yet confirmed: {limit.unconfirmed_part}"})
    law = map_.about.get("law_as_at")
    return [*steps, {"step": "law-as-at", "text": f"Law as at {in_words(date.fromisoformat(str(law)))}.", "on": str(law)}]


def _named(map_: Map, source: dict[str, str]) -> str:
    record = map_.sources.get(source["source"], {})
    if record.get("kind") == "pages" and source["source"] != "general-knowledge":
        return "public pages we read"
    at = source.get("at")
    return f"{record.get('title', source['source'])}{', ' + str(at) if at else ''}"


def source_records(map_: Map, limit: Limit) -> list[dict[str, Any]]:
    """The sources of a limit as data: title, provision, link, kind, day read, day of the text."""
    out = []
    for source in limit.sources:
        record = map_.sources.get(source["source"], {})
        page = (record.get("pages") or {}).get(str(source.get("at")), {})
        out.append({"id": source["source"], "title": record.get("title", ""), "at": source.get("at"), "kind": record.get("kind"),
                    "link": page.get("link") or record.get("link"), "read_on": str(limit.checked_on), "text_as_at": record.get("text_as_at")})
    return out


def _iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
