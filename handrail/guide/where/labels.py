"""What children are called here: a letter or a number. A file may hold names; they go no further than the page it is read on."""

import re
from collections.abc import Iterator
from string import ascii_uppercase
from typing import Any

from handrail.engine.case import MAX_CHILDREN, Case

_NO_NAME = re.compile(r"(child )?([a-z]|[0-9]{1,2})", re.IGNORECASE)


def is_no_name(label: str) -> bool:
    """Is it a label that tells nobody who the child is: A, 2, Child B?"""
    return _NO_NAME.fullmatch(label) is not None


def without_names(case: Case) -> tuple[Case, dict[str, str]]:
    """Call every child whose label may be a name by a letter that is free; also in events and kept answers.

    Returns:
        The case, and what each such child was called -> what it is called now.
    """
    free = _free_labels({label for label in case.children if is_no_name(label)})
    relabelled = {label: next(free) for label in case.children if not is_no_name(label)}
    if not relabelled:
        return case, {}
    children = tuple(relabelled.get(label, label) for label in case.children)
    events = tuple(h._replace(child=relabelled.get(h.child or "", h.child)) for h in case.events)
    answers = tuple(_told_of(answer, relabelled) for answer in case.answers)
    return case._replace(children=children, events=events, answers=answers), relabelled


def _free_labels(taken: set[str]) -> Iterator[str]:
    used = {label.upper().removeprefix("CHILD ") for label in taken}
    return (label for label in (*ascii_uppercase, *map(str, range(1, MAX_CHILDREN + 1))) if label not in used)


def _told_of(answer: dict[str, Any], relabelled: dict[str, str]) -> dict[str, Any]:
    child = str(answer.get("child"))
    return {**answer, "child": relabelled[child]} if child in relabelled else answer
