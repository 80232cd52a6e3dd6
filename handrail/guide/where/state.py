"""All that a family has told, as it travels in the form itself: the case, the answer being written, the calendar's salt.

Nothing here is stored, logged or put in an address. What comes in is checked by the engine at every step and refused
whole where it is not a case; a draft holds only the fields named here, as short text.
"""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from handrail.engine.case import CASE_FORMAT, Case, Happening, case_of, upcast
from handrail.engine.errors import BadCase
from handrail.engine.model import Nation
from handrail.guide.where.england import NATION, known_events, rules

MOST_CHARACTERS = 200_000
MOST_EVENTS = 300
"""What one page holds and one person can look through. A case file read by `handrail position` may hold more."""
_MOST_IN_A_FIELD = 600
_LONGEST_NUMBER = 6
_SALT = re.compile(r"[0-9a-f]{1,32}\Z")
DRAFT_FIELDS = (
    "pick", "query", "events", "event", "index", "sure", "day", "month", "year", "day2", "month2", "year2", "time", "child", "note",
)


@dataclass
class State:
    """One family's answers so far."""

    case: Case
    salt: str
    draft: dict[str, str] = field(default_factory=dict)
    news: dict[str, Any] = field(default_factory=dict)
    """What one step tells the next page. It does not travel in the form."""

    def carried(self) -> dict[str, str]:
        """The hidden fields that take the state to the next page."""
        return {"case": compact(plain(self.case)), "draft": compact(self.draft) if self.draft else "", "salt": self.salt}

    def forget_draft(self) -> None:
        """Begin a new answer."""
        self.draft = {}

    def typed(self, name: str) -> str:
        """What stands in a field of the answer being written."""
        return self.draft.get(name, "")

    def number_of(self, text: str) -> int | None:
        """Which told event a form names; None where it names none."""
        is_number = text.isascii() and text.isdigit() and len(text) < _LONGEST_NUMBER
        return int(text) if is_number and int(text) < len(self.case.events) else None

    def with_events(self, events: tuple[Happening, ...]) -> None:
        """Take other events, in the case as it is.

        Raises:
            BadCase: they are more than one form can carry; the case stays as it was.
        """
        case = self.case._replace(events=events)
        refuse_too_much(case, "this page")
        self.case = case


def fresh() -> State:
    """Nothing told yet."""
    return State(Case(NATION, "parent", (), ()), secrets.token_hex(16))


def read_state(post: Mapping[str, str]) -> State:
    """Read the hidden fields of a form.

    Raises:
        BadCase: what they hold is no case, or too much.
    """
    state = fresh()
    if text := post.get("case", ""):
        state.case = checked(_loaded(text), "the form")
        refuse_too_much(state.case, "the form")
    if _SALT.match(post.get("salt", "")):
        state.salt = post["salt"]
    draft = _loaded(post["draft"]) if post.get("draft") else {}
    state.draft = _only_short_text(draft if isinstance(draft, dict) else {})
    if state.draft.get("event") not in rules().events:
        state.draft.pop("event", None)
    return state


def absorb(state: State, post: Mapping[str, str], names: tuple[str, ...]) -> None:
    """Put what was typed on this page into the answer being written, so that Back and mistakes lose nothing."""
    for name in names:
        state.draft[name] = post.get(name, "").strip()
    state.draft = _only_short_text(state.draft)


def checked(raw: Any, label: str) -> Case:
    """Let the engine read a case from plain values, in today's format, and refuse another nation's.

    Raises:
        BadCase: with one clear line.
    """
    raw = upcast(raw, label)
    _refuse_nested(raw, label)
    nation = raw.get("nation") or NATION
    if nation in list(Nation) and nation != NATION:
        raise BadCase(f"{label}: it is about {nation}. Allowed: {NATION}, which is all we have so far.")
    return case_of({**raw, "nation": nation}, known_events, label)


def refuse_too_much(case: Case, label: str) -> None:
    """Refuse a case that one page cannot hold.

    Raises:
        BadCase: with one clear line.
    """
    if len(case.events) > MOST_EVENTS:
        raise BadCase(
            f"{label}: it tells of {len(case.events):,} events, and one page holds {MOST_EVENTS}. "
            "Allowed: a file with fewer. Keep the newest ones, or split it in two."
        )
    if len(compact(plain(case))) > MOST_CHARACTERS:
        raise BadCase(f"{label}: its notes are longer than one page can hold. Allowed: shorter notes, or fewer of them.")


def plain(case: Case) -> dict[str, Any]:
    """A case as plain values, without the answers that an older file kept."""
    out: dict[str, Any] = {"format": CASE_FORMAT, "nation": case.nation, "asker": case.asker}
    if case.children:
        out["children"] = list(case.children)
    return {**out, "events": [_happening(h) for h in case.events]}


def _happening(happening: Happening) -> dict[str, str]:
    out = {"on": happening.when.text, "event": happening.event}
    if happening.child is not None:
        out["child"] = happening.child
    return {**out, "note": happening.note} if happening.note else out


def compact(value: Any) -> str:
    """JSON with no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _loaded(text: str) -> Any:
    if len(text) > MOST_CHARACTERS:
        raise BadCase("the form holds too much")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BadCase("the form holds no case") from None


def _refuse_nested(raw: dict[str, Any], label: str) -> None:
    """Refuse a list or a mapping inside a kept answer: it is compared word by word."""
    answers = raw.get("answers")
    rows = [a for a in answers if isinstance(a, dict)] if isinstance(answers, list) else []
    if any(isinstance(value, (dict, list)) for row in rows for value in row.values()):
        raise BadCase(f"{label}: answers: a list or a mapping where one word belongs. Allowed: the answers as they were saved.")


def _only_short_text(draft: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(draft[name])[:_MOST_IN_A_FIELD] for name in DRAFT_FIELDS if draft.get(name)}
