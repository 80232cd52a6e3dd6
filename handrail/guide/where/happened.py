"""What happened: first the nearest plain words, a part of the process or a search, then the event itself."""

from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from handrail.guide.where.england import processes, rules, triggers
from handrail.guide.where.picking import Choice, Group, find
from handrail.guide.where.problem import Problem
from handrail.guide.where.state import State
from handrail.guide.where.step import Outcome, Sent, Step

MOST_NEXT = 6
MOST_FOUND = 30
_TOLD = {"yes": 0, "sometimes": 1, "no": 2}


@cache
def all_choices() -> list[Choice]:
    """Every event of the map, those that families are told of first."""
    events = sorted(rules().events.values(), key=lambda e: (_TOLD[e.told], e.rank))
    return [Choice(e.id, e.title, e.process, f"{' '.join(e.also)} {e.asked}") for e in events]


def show_pick(state: State) -> dict[str, Any]:
    """Where to look: what often comes next, plain words, parts of the process."""
    lists = {"often_next": often_next(state), "triggers": triggers(), "processes": processes()}
    return {"pick": state.typed("pick"), "query": state.typed("query"), **lists}


def take_pick(state: State, sent: Sent) -> Outcome:
    """Take a search, or a choice of where to look, or an event that often comes next."""
    pick = state.typed("pick")
    if sent.fields.get("go") == "find" and (state.typed("query") or not pick):
        return _searched(state)
    kind, _colon, id_ = pick.partition(":")
    if kind == "event" and id_ in rules().events:
        state.draft["event"] = id_
        return "when"
    if (kind == "trigger" and any(t["id"] == id_ for t in triggers())) or (kind == "process" and id_ in processes()):
        state.draft.pop("events", None)
        return "choose"
    return _searched(state) if state.typed("query") else [Problem(_first_pick(state), _("Choose one, or search for a word."))]


def _searched(state: State) -> Outcome:
    query = state.typed("query")
    if not query:
        return [Problem("query", _("Type a word to search for, such as visit or letter."))]
    if not find(all_choices(), query):
        return [Problem("query", _("We found nothing for these words. Try one other word, or choose from the lists below."))]
    state.draft.pop("events", None)
    state.draft["pick"] = "found"
    return "choose"


def _first_pick(state: State) -> str:
    return f"event-{often_next(state)[0].value}" if often_next(state) else f"trigger-{triggers()[0]['id']}"


def often_next(state: State) -> list[Choice]:
    """Events that usually come after what was told, and were not told yet."""
    told = {h.event for h in state.case.events}
    last = [h.event for h in reversed(state.case.events)]
    events = [e for e in rules().events.values() if e.id not in told and e.told != "no" and told & set(e.after)]
    events.sort(key=lambda e: (min(last.index(a) for a in e.after if a in told), _TOLD[e.told], e.rank))
    return [Choice(e.id, e.title, e.process) for e in events[:MOST_NEXT]]


def show_choose(state: State) -> dict[str, Any]:
    """The events to choose from."""
    return {"groups": _groups(state), "event": state.typed("event"), "searched": state.typed("query") if state.typed("pick") == "found" else ""}


def _groups(state: State) -> list[Group]:
    pick, query = state.typed("pick"), state.typed("query")
    by_id = {c.value: c for c in all_choices()}
    if given := [e for e in state.typed("events").split() if e in by_id]:
        return _nearest_first(given)
    if pick == "found":
        return [Group("found", "", find(all_choices(), query)[:MOST_FOUND])]
    kind, _colon, id_ = pick.partition(":")
    if trigger := next((t for t in triggers() if kind == "trigger" and t["id"] == id_), None):
        return _nearest_first(trigger["events"])
    return _of_process(id_ if id_ in processes() else next(iter(processes())), set())


def _nearest_first(ids: list[str]) -> list[Group]:
    by_id = {c.value: c for c in all_choices()}
    parts = dict.fromkeys(by_id[id_].group for id_ in ids)
    nearest = Group("nearest", "", [by_id[id_] for id_ in ids])
    return [nearest, *(group for part in parts for group in _of_process(part, set(ids)))]


def _of_process(process: str, without: set[str]) -> list[Group]:
    """One part of the process: what families are told of, and apart from it what they often are not."""
    events = rules().events
    here = [c for c in all_choices() if c.group == process and c.value not in without]
    title = processes()[process]
    return [
        Group(f"{process}-{name}", title, found)
        for name, found in (("told", [c for c in here if events[c.value].told != "no"]), ("untold", [c for c in here if events[c.value].told == "no"]))
        if found
    ]


def take_choose(state: State, sent: Sent) -> Outcome:
    """Take one event."""
    if state.typed("event") not in rules().events:
        first = _groups(state)[0].choices[0].value
        return [Problem(f"event-{first}", _("Choose what happened. If it is not here, go back and look in another list."))]
    return "when"


PICK = Step("where/pick.html", lambda state: "to:list" if state.case.events else "to:children", show_pick, take_pick, ("pick", "query"))
CHOOSE = Step("where/choose.html", lambda state: "to:pick", show_choose, take_choose, ("event",))
