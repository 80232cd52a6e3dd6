"""The answer: where the family stands, on a page and on paper; and its dates for a calendar."""

from datetime import date, datetime
from typing import Any

from handrail.components.clock import today
from handrail.documents.ics import Day, calendar_file, stable_uid
from handrail.engine.answer import Answer, Verdict
from handrail.engine.position import ChildPosition
from handrail.guide.where.england import helplines_for
from handrail.guide.where.files import position_on
from handrail.guide.where.listed import told
from handrail.guide.where.standing import standings
from handrail.guide.where.state import State
from handrail.guide.where.step import Step


def show_answer(state: State) -> dict[str, Any]:
    """Where each child stands today."""
    position = position_on(state.case, today())
    asker = state.case.asker
    return {"standings": standings(position, today()), "asker": asker, "helplines": helplines_for(asker), "told": told(state.case), "for_print": False}


def show_print(state: State) -> dict[str, Any]:
    """The same with every working open, for paper."""
    return {**show_answer(state), "for_print": True}


def calendar_of(state: State, title: str, made_at: datetime) -> bytes:
    """The dates to come as a calendar file. Every title is the same neutral words."""
    position = position_on(state.case, today())
    days = {}
    for child in position.children:
        for uid_parts, on in [*_dates_to_come(child), *_planned(child)]:
            uid = stable_uid(state.salt, child.child, *uid_parts)
            days[uid] = Day(uid, on, title)
    return calendar_file(days.values(), made_at)


def _dates_to_come(child: ChildPosition) -> list[tuple[tuple[str, ...], date]]:
    """Own time limits and what others must do, with a date that has not passed: the earlier for a window, else the later."""
    counted: dict[tuple[str, str], int] = {}
    found: list[tuple[tuple[str, ...], date]] = []
    for answer in [*child.windows, *child.duties]:
        start = answer.start.event if answer.start else ""
        number = counted[answer.limit.id, start] = counted.get((answer.limit.id, start), 0) + 1
        on = _date_of(answer)
        if answer.verdict is Verdict.NOT_YET_DUE and on is not None and on.toordinal() >= child.on:
            found.append(((answer.limit.id, start, str(number)), on))
    return found


def _date_of(answer: Answer) -> date | None:
    return answer.earliest if answer.limit.side in ("window", "bar") else answer.latest


def _planned(child: ChildPosition) -> list[tuple[tuple[str, ...], date]]:
    """Meetings and hearings that the family told of, on a day to come."""
    coming = [h for h in child.timeline.events if h.when.lo >= child.on and h.when.is_exact and h.implied_by is None]
    return [(("event", h.event, str(n)), h.when.earliest) for n, h in enumerate(coming)]


ANSWER = Step("where/answer.html", lambda state: "to:list", show_answer)
PRINT = Step("where/answer.html", lambda state: "to:answer", show_print)
