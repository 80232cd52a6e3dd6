"""When it happened and which child it is about; then the event stands in the case."""

from typing import Any

from django.utils.translation import gettext as _

from handrail.components.clock import today
from handrail.engine.case import Happening
from handrail.engine.dates import parse_date
from handrail.engine.errors import BadCase
from handrail.guide.where.dates import WHEN_FIELDS, read_when, typed_of
from handrail.guide.where.england import rules
from handrail.guide.where.problem import Problem
from handrail.guide.where.state import State
from handrail.guide.where.step import Outcome, Sent, Step

ALL_CHILDREN = "all"
_LONGEST_NOTE = 300


def show_when(state: State) -> dict[str, Any]:
    """The fields of the date, with the hour where a limit that this event starts runs by the hour."""
    event = rules().events[state.typed("event")]
    typed = {name: state.typed(name) for name in (*WHEN_FIELDS, "note")}
    return {"event": event, "typed": typed, "with_time": runs_by_the_hour(event.id)}


def runs_by_the_hour(event: str) -> bool:
    """Does this event start a limit that is counted in hours?"""
    return any(trigger.limit.calendar == "hours" for trigger in rules().triggers.get(event, ()))


def take_when(state: State, sent: Sent) -> Outcome:
    """Take the date and the note; ask which child where there are several."""
    _text, problems = read_when(state.draft, today())
    if len(state.typed("note")) > _LONGEST_NOTE:
        problems = [*problems, Problem("note", _("Make the note shorter: 300 letters at most."))]
    if problems:
        return problems
    return "child" if len(state.case.children) > 1 else _put_in(state, None)


def show_child(state: State) -> dict[str, Any]:
    """Which child, with what was said before."""
    return {"event": rules().events[state.typed("event")], "labels": state.case.children, "child": state.typed("child"), "all": ALL_CHILDREN}


def take_child(state: State, sent: Sent) -> Outcome:
    """Take the child and put the event into the case."""
    child = state.typed("child")
    if child not in (ALL_CHILDREN, *state.case.children):
        return [Problem("child-all", _("Choose which child this is about."))]
    return _put_in(state, None if child == ALL_CHILDREN else child)


def _put_in(state: State, child: str | None) -> Outcome:
    text, problems = read_when(state.draft, today())
    if problems or state.typed("event") not in rules().events:
        return "when"
    happening = Happening(state.typed("event"), parse_date(text), child, " ".join(state.typed("note").split()))
    events = list(state.case.events)
    index = state.number_of(state.typed("index"))
    if index is None:
        events.append(happening)
    else:
        events[index] = happening
    try:
        state.with_events(tuple(events))
    except BadCase:
        return [Problem("year", _("This page is full. Save what you have to a file, then remove what matters least."))]
    state.forget_draft()
    return "list"


def begin_change(state: State, index: int) -> None:
    """Put one told event back into the fields."""
    told = state.case.events[index]
    child = told.child if told.child is not None else ALL_CHILDREN
    state.draft = {"event": told.event, "index": str(index), "child": child, "note": told.note, **typed_of(told.when)}


WHEN = Step("where/when.html", lambda state: "to:list" if state.typed("index") else "to:choose", show_when, take_when, (*WHEN_FIELDS, "note"))
CHILD = Step("where/child.html", lambda state: "to:when", show_child, take_child, ("child",))
