"""The line of a content file that says who read it: `reviewed: {by_role: conference chair, on: 2026-11-24}`."""

import json
import re
from datetime import date

from handrail.engine.words.exact import scalars_of

_PLAIN = re.compile(r"[A-Za-z][A-Za-z ]*")


def with_review(text: str, way: str, by_role: str, on: date) -> str | None:
    """Put the line below the item's mark, or in the place of an older one.

    Args:
        text: the YAML of a file.
        way: what stands before the item's keys: "" where the file holds one item, `care-order.` where it holds several.
        by_role: the job of the person who read it.
        on: the day.

    Returns:
        The text with the line, or None where there is no mark to put it below.
    """
    scalars = scalars_of(text)
    old = scalars.get(f"{way}reviewed.by_role")
    near = old or scalars.get(f"{way}mark")
    if near is None:
        return None
    start, end = text.rfind("\n", 0, near.start) + 1, text.find("\n", near.end)
    line = text[start : end if end >= 0 else len(text)]
    indent, ending = line[: len(line) - len(line.lstrip())], "\r" if line.endswith("\r") else ""
    new = f"{indent}{_told(by_role, on)}{ending}"
    return text[:start] + (new if old else f"{line}\n{new}") + text[start + len(line) :]


def _told(by_role: str, on: date) -> str:
    job = by_role if _PLAIN.fullmatch(by_role) else json.dumps(by_role, ensure_ascii=False)
    return f"reviewed: {{by_role: {job}, on: {on.isoformat()}}}"
