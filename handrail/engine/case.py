"""A family's case as the engine sees it: who asks, which children (labels, never names), what happened when.

A case file is documented in docs/case-file.md. A case that cannot be read is refused whole, with one clear line.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from handrail.engine.dates import FuzzyDate, parse_date
from handrail.engine.errors import BadCase, BadDate, shown
from handrail.engine.model import ASKERS, Event, Nation
from handrail.engine.yaml12 import read_yaml

CASE_FORMAT = "handrail-case/1"
MAX_EVENTS = 5_000
MAX_CHILDREN = 30
MAX_JUDGED = 20_000
"""Events, each counted once for every child it concerns: what one answer may take."""
_KEYS = {"format", "content_version", "nation", "asker", "children", "events", "answers", "law_as_at", "saved_on", "calendar_key"}
_CALENDAR_KEY = re.compile(r"[0-9a-f]{1,32}\Z")
_EVENT_KEYS = {"on", "event", "child", "note"}


class Happening(NamedTuple):
    """One event of a case: what, when, and which child it is about (None: all of them)."""

    event: str
    when: FuzzyDate
    child: str | None = None
    note: str = ""
    implied_by: str | None = None
    """The event that it follows from in law, where nobody told of it in words."""


class Case(NamedTuple):
    """A case: one nation, one asker, the children's labels, the events in any order."""

    nation: str
    asker: str
    children: tuple[str, ...]
    events: tuple[Happening, ...]
    answers: tuple[dict[str, Any], ...] = ()
    content_version: str | None = None
    law_as_at: str | None = None
    calendar_key: str | None = None
    """Random text from which the names of the family's calendar entries are made, so that a later file moves them."""


def read_case(source: Path | str | bytes, known_events: Callable[[str], Mapping[str, Event]], name: str | None = None) -> Case:
    """Read a case file.

    Args:
        source: a path, or the text.
        known_events: gives the events of a nation by every name they may have (Map.event_names).
        name: what to call the file in an error.

    Raises:
        BadYaml, BadCase: with one line that says what is wrong and what is allowed.
    """
    raw = read_yaml(source, name)
    label = name or (str(source) if isinstance(source, Path) else "this case")
    return case_of(upcast(raw, label), known_events, label)


def upcast(raw: Any, label: str) -> dict[str, Any]:
    """Bring a case of any earlier format to today's, or refuse one that no version of ours wrote."""
    if not isinstance(raw, dict):
        raise BadCase(f"{label}: found {type(raw).__name__}. Allowed: a mapping with nation, asker, children and events.")
    case: dict[str, Any] = raw
    found = case.get("format", CASE_FORMAT)
    if found == "handrail-case/0":
        case = {**case, "format": CASE_FORMAT, "asker": case.get("asker") or case.get("who") or "parent"}
        case.pop("who", None)
    elif found != CASE_FORMAT:
        raise BadCase(f"{label}: format {shown(found)}. Allowed: handrail-case/0 and {CASE_FORMAT}.")
    return case


def case_of(raw: dict[str, Any], known_events: Callable[[str], Mapping[str, Event]], label: str) -> Case:
    """Build a case from plain values, refusing what we do not know rather than guessing."""
    _only(raw, _KEYS, label)
    nation = _one_of(raw.get("nation"), list(Nation), f"{label}: nation")
    asker = _one_of("parent" if raw.get("asker") is None else raw["asker"], list(ASKERS), f"{label}: asker")
    children = _children(raw.get("children"), label)
    events = [] if raw.get("events") is None else raw["events"]
    if not isinstance(events, list):
        raise BadCase(f"{label}: events: found {type(events).__name__}. Allowed: a list of {{on, event, child, note}}.")
    if len(events) > MAX_EVENTS:
        raise BadCase(f"{label}: {len(events):,} events. Allowed: up to {MAX_EVENTS:,} in one case.")
    if (judged := _judged(events, len(children))) > MAX_JUDGED:
        allowed = f"up to {MAX_JUDGED:,}; name the child an event is about, or split the case"
        raise BadCase(f"{label}: {judged:,} events, counted for each child. Allowed: {allowed}.")
    known = known_events(nation)
    happenings = tuple(_happening(e, children, known, f"{label}: event {n}") for n, e in enumerate(events, 1))
    return Case(
        nation, asker, children, happenings, _answers(raw.get("answers"), label),
        _text(raw, "content_version", label), _text(raw, "law_as_at", label), _calendar_key(raw.get("calendar_key"), label),
    )


def _calendar_key(raw: Any, label: str) -> str | None:
    if raw is not None and (not isinstance(raw, str) or not _CALENDAR_KEY.match(raw)):
        raise BadCase(f"{label}: calendar_key: found {shown(raw)}. Allowed: up to 32 of 0-9 and a-f, in quotes.")
    return raw


def _answers(raw: Any, label: str) -> tuple[dict[str, Any], ...]:
    if raw is None:
        return ()
    if not isinstance(raw, list) or not all(_is_answer(a) for a in raw):
        raise BadCase(f"{label}: answers: found {shown(raw)}. Allowed: the list of answers that a saved file holds.")
    return tuple(raw)


def _is_answer(raw: Any) -> bool:
    """One answer of a saved file: plain values, with whole days as its dates."""
    if not isinstance(raw, dict) or any(isinstance(v, (dict, list)) for v in raw.values()):
        return False
    return all(raw.get(key) is None or _is_day(str(raw[key])) for key in ("due", "earliest", "latest", "maximum"))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _text(raw: dict[str, Any], key: str, label: str) -> str | None:
    value = raw.get(key)
    if isinstance(value, (dict, list, bool)):
        raise BadCase(f"{label}: {key}: found {shown(value)}. Allowed: plain text.")
    return None if value is None else str(value)


def _judged(events: list[Any], children: int) -> int:
    return sum(1 if isinstance(e, dict) and e.get("child") is not None else max(1, children) for e in events)


def _children(raw: Any, label: str) -> tuple[str, ...]:
    if raw is None:
        return ()
    if not isinstance(raw, list) or not all(isinstance(c, (str, int)) and not isinstance(c, bool) for c in raw):
        raise BadCase(f"{label}: children: found {shown(raw)}. Allowed: a list of labels, such as [A, B].")
    if len(raw) > MAX_CHILDREN or len({str(c) for c in raw}) < len(raw):
        raise BadCase(f"{label}: children: {len(raw)} labels. Allowed: up to {MAX_CHILDREN}, each of them once.")
    return tuple(str(c) for c in raw)


def _happening(raw: Any, children: tuple[str, ...], known: Mapping[str, Event], label: str) -> Happening:
    if not isinstance(raw, dict):
        raise BadCase(f"{label}: found {shown(raw)}. Allowed: {{on: 2026-03-14, event: initial-conference}}.")
    _only(raw, _EVENT_KEYS, label)
    event = str(raw.get("event"))
    if event not in known:
        raise BadCase(f"{label}: unknown event {shown(event)}. Allowed: an id that `handrail events` lists{_like(event, known)}.")
    if raw.get("on") is None:
        raise BadCase(f"{label} ({event}): no date. Allowed: on: with a day, a month or a year, such as 2026-03.")
    try:
        when = parse_date(raw["on"])
    except BadDate as problem:
        raise BadCase(f"{label} ({event}): {problem}") from None
    child = None if raw.get("child") is None else str(raw["child"])
    if child is not None and child not in children:
        raise BadCase(f"{label} ({event}): unknown child {shown(child)}. Allowed: {', '.join(children) or 'none; list labels under children'}.")
    return Happening(known[event].id, when, child, str(raw.get("note") or ""))


def _like(event: str, known: Mapping[str, Event]) -> str:
    words = set(event.replace("_", "-").split("-")) - {""}
    near = sorted(known, key=lambda k: (-len(words & set(k.split("-"))), k))[:3] if words else []
    near = [k for k in near if words & set(k.split("-"))]
    return f"; perhaps {', '.join(near)}" if near else ""


def _only(raw: dict[str, Any], allowed: set[str], label: str) -> None:
    if unknown := sorted(str(k) for k in set(raw) - allowed):
        raise BadCase(f"{label}: unknown key {shown(unknown[0])}. Allowed: {', '.join(sorted(allowed))}.")


def _one_of(value: Any, allowed: list[Any], label: str) -> str:
    if value not in allowed:
        raise BadCase(f"{label}: found {shown(value)}. Allowed: {', '.join(allowed)}.")
    return str(value)
