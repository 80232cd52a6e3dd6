"""What a step of "where am I" is: one page with one question, what it takes, and where Back leads."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.core.files.uploadedfile import UploadedFile

from handrail.guide.where.problem import Problem
from handrail.guide.where.state import State


class Sent(NamedTuple):
    """What a browser sent with a form."""

    fields: Mapping[str, str]
    file: "UploadedFile[Any] | None" = None
    size: int = 0
    """Bytes of the whole form, as the browser told them."""


Outcome = str | list[Problem]
"""The name of the next step, or what to put right first."""


def nothing_to_show(state: State) -> dict[str, Any]:
    """A page that needs no more than the state."""
    return {}


def nothing_to_take(state: State, sent: Sent) -> Outcome:
    """A page that asks nothing."""
    return "list"


class Step(NamedTuple):
    """One page."""

    template: str
    back: Callable[[State], str]
    """What the Back button sends; empty where nothing comes before."""
    show: Callable[[State], dict[str, Any]] = nothing_to_show
    take: Callable[[State, Sent], Outcome] = nothing_to_take
    fields: tuple[str, ...] = ()
    """The fields of this page that belong to the answer being written."""
