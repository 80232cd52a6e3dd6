"""What was told so far: each event can be changed or taken away; from here to another event or to the answer."""

from typing import Any, NamedTuple

from handrail.components.clock import today
from handrail.engine.case import Case
from handrail.guide.where.dates import when_in_words
from handrail.guide.where.england import rules, title_of
from handrail.guide.where.state import State
from handrail.guide.where.step import Step


class Told(NamedTuple):
    """One event as the list shows it. `number` is its place in the case."""

    number: int
    title: str
    when: str
    child: str | None
    note: str


def told(case: Case) -> list[Told]:
    """The events in the order of their days; one that is planned is told as planned."""
    tomorrow = today().toordinal() + 1
    events = rules().events
    ordered = sorted(enumerate(case.events), key=lambda pair: (pair[1].when.lo, pair[1].when.hi, pair[0]))
    return [Told(n, title_of(events[h.event], is_to_come=h.when.lo >= tomorrow), when_in_words(h.when), h.child, h.note) for n, h in ordered]


def show_list(state: State) -> dict[str, Any]:
    """All that was told."""
    return {"told": told(state.case), "asker": state.case.asker, "children": state.case.children}


def _back(state: State) -> str:
    return f"change:{len(state.case.events) - 1}" if state.case.events else "to:pick"


def take_away(state: State, number: int) -> None:
    """Remove one event."""
    state.with_events(tuple(h for n, h in enumerate(state.case.events) if n != number))


LIST = Step("where/list.html", _back, show_list)
