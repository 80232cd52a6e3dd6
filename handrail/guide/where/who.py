"""The first questions: who you are, and how many children it is about. Labels only, never names."""

from typing import Any

from django.utils.translation import gettext as _

from handrail.engine.model import ASKERS
from handrail.guide.where.problem import Problem
from handrail.guide.where.state import State
from handrail.guide.where.step import Outcome, Sent, Step

MOST_CHILDREN = 10
_ABOUT_THEMSELVES = ("child", "care-leaver")
_LETTERS = "ABCDEFGHIJ"


def show_who(state: State) -> dict[str, Any]:
    """Who asks, with what was said before."""
    return {"asker": state.case.asker if state.typed("pick") == "said" or state.case.events else "", "askers": ASKERS}


def take_who(state: State, sent: Sent) -> Outcome:
    """Take who asks: rights, time limits and words follow it."""
    asker = sent.fields.get("asker", "")
    if asker not in ASKERS:
        return [Problem("asker-parent", _("Choose who you are. Pick the nearest if none is quite right."))]
    state.case = state.case._replace(asker=asker)
    if asker in _ABOUT_THEMSELVES and not state.case.children:
        return after_children(state)
    return "children"


def show_children(state: State) -> dict[str, Any]:
    """How many children, with what was said before."""
    return {"number": max(1, len(state.case.children)), "most": MOST_CHILDREN}


def take_children(state: State, sent: Sent) -> Outcome:
    """Take the number of children and give each a letter; one child alone needs none."""
    text = sent.fields.get("number", "").strip()
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:4]) <= MOST_CHILDREN:
        return [Problem("number", _("Give a number from 1 to 10."))]
    labels = _labels(state.case.children, int(text))
    told_of = dict.fromkeys(h.child for h in state.case.events if h.child is not None)
    if lost := [label for label in told_of if label not in labels]:
        told = _("You have told us something about child %(label)s. Remove that first, or give a higher number.")
        return [Problem("number", told % {"label": lost[0]})]
    state.case = state.case._replace(children=labels)
    return after_children(state)


def after_children(state: State) -> str:
    """Where to go once it is known who it is about: to the list where something was told before."""
    if state.case.events:
        return "list"
    return "choose" if state.typed("events") else "pick"


def _labels(before: tuple[str, ...], number: int) -> tuple[str, ...]:
    if number == 1:
        return before[:1] if len(before) == 1 else ()
    more = (letter for letter in _LETTERS if letter not in before)
    return (*before, *more)[:number]


WHO = Step("where/who.html", lambda state: "to:list" if state.case.events else "", show_who, take_who)
CHILDREN = Step("where/children.html", lambda state: "to:who", show_children, take_children)
