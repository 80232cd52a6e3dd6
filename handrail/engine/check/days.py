"""Rules about days: real ones, none still to come where somebody says they read something, periods in a row."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from handrail.engine.check.finding import Finding
from handrail.engine.check.tree import Tree
from handrail.engine.words.fields import mappings_in, values_of
from handrail.engine.words.raw import Record

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PAST = ("checked_on", "read_on", "text_as_at", "on")


def days_that_do_not_exist(tree: Tree) -> Iterator[Finding]:
    """Find days that no calendar has, or that are written in another way."""
    for record, key, value in _days(tree):
        if _day(value) is None:
            yield Finding(record.path, key, f"'{value}'", "a real day, written as 2026-11-22")


def days_still_to_come(tree: Tree) -> Iterator[Finding]:
    """Find days of checking or reading after today."""
    for record, key, value in _days(tree):
        day = _day(value)
        if day and day > tree.today and key.rpartition(".")[2] in _PAST:
            yield Finding(record.path, key, f"'{value}', a day to come", f"{tree.today} or before")


def periods_not_in_a_row(tree: Tree) -> Iterator[Finding]:
    """Find periods of law that overlap, leave a gap, stand in the wrong order or end before they begin."""
    for limit in tree.of("limit"):
        values = mappings_in(limit.data.get("values"))
        for place, value in enumerate(values):
            start, end = _day(value.get("from")), _day(value.get("to"))
            if start and end and end < start:
                yield Finding(
                    limit.path, f"values.{place}.to", f"'{end}', before its from", "the last day of the period"
                )
        for place, (earlier, later) in enumerate(pairwise(values), 1):
            end, start = _day(earlier.get("to")), _day(later.get("from"))
            if not end or not start or start != end + timedelta(days=1):
                found = f"'{later.get('from')}' after a period to '{earlier.get('to')}'"
                yield Finding(limit.path, f"values.{place}.from", found, "the day after the period before it ends")


def is_day(value: Any) -> bool:
    """Say whether a value is a real day as content writes it."""
    return _day(value) is not None


def _days(tree: Tree) -> Iterator[tuple[Record, str, Any]]:
    for record in tree.records:
        for key, shape, value in values_of(record.kind, record.data):
            if shape == "day" and value is not None:
                yield record, f"{record.id}.{key}" if record.group else key, value


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else None
    except ValueError:
        return None
