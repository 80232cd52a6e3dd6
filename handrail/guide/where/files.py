"""Save what was told to a file of the family's own, and load it again. The file's name and words give little away."""

import json
import re
from datetime import date
from typing import Any, NamedTuple

from handrail.engine.case import CASE_FORMAT, Case
from handrail.engine.changes import Change, kept_answers, since_saved
from handrail.engine.dates import fuzzy
from handrail.engine.errors import BadCase
from handrail.engine.position import Position, position
from handrail.engine.yaml12 import read_yaml
from handrail.guide.where.england import rules
from handrail.guide.where.labels import without_names
from handrail.guide.where.state import State, checked, fresh, plain, refuse_too_much

MOST_BYTES = 200_000
# JSON's text is YAML's double-quoted text, but for these, which YAML reads as the end of a line or refuses.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def position_on(case: Case, today: date) -> Position:
    """Where the case stands today."""
    return position(rules(), case, fuzzy(today))


def file_name(today: date) -> str:
    """A name that says nothing but the day."""
    return f"notes-{today.isoformat()}.yaml"


def file_text(state: State, today: date) -> str:
    """The file: a case that `handrail position` reads, the answers as they are today, and the key of the calendar."""
    about = rules().about
    head = {
        "format": CASE_FORMAT, "content_version": about.get("version"), "law_as_at": about.get("law_as_at"),
        "saved_on": today.isoformat(), "calendar_key": state.salt,
    }
    lines = [f"{key}: {_text(str(value))}" for key, value in head.items()]
    case = plain(state.case)
    lines += [f"{key}: {_text(case[key])}" for key in ("nation", "asker", "children") if key in case]
    lines += _rows("events", case["events"])
    lines += _rows("answers", kept_answers(position_on(state.case, today)))
    return "\n".join(lines) + "\n"


def _rows(key: str, rows: list[dict[str, Any]]) -> list[str]:
    if not rows:
        return [f"{key}: []"]
    return [f"{key}:", *(f"  - {{{', '.join(f'{k}: {_text(v)}' for k, v in row.items())}}}" for row in rows)]


def _text(value: Any) -> str:
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


class Saved(NamedTuple):
    """What a saved file holds."""

    state: State
    answers: list[dict[str, Any]]
    """The dates as they were told on the day it was saved."""
    saved_on: str
    law_as_at: str | None
    relabelled: dict[str, str]
    """What the file called a child, where that may be a name -> what this page calls that child."""


def read_file(content: bytes | str, label: str) -> Saved:
    """Read a saved file, or any case file.

    Args:
        content: the file or the pasted text.
        label: what to call it in an error.

    Raises:
        BadYaml, BadCase: with one clear line.
    """
    if len(content) > MOST_BYTES:
        raise BadCase(f"{label}: larger than 200 kB. Allowed: up to {MOST_BYTES:,} bytes.")
    raw = read_yaml(content, label)
    case, relabelled = without_names(checked(raw, label))
    refuse_too_much(case, label)
    bare = case._replace(answers=(), content_version=None, law_as_at=None, calendar_key=None)
    state = State(bare, case.calendar_key or fresh().salt)
    return Saved(state, list(case.answers), str(raw.get("saved_on") or ""), case.law_as_at, relabelled)


def changed_since(saved: Saved, now: Position) -> list[Change]:
    """Which dates are no longer what the file says, now that the case stands so, and why."""
    return since_saved(now, saved.answers, None if saved.law_as_at is None else str(saved.law_as_at))
