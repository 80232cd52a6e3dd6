"""A position as plain values: what `handrail position --json` prints and what a saved case keeps of its answers."""

from typing import Any

from handrail.engine.answer import Answer, Verdict
from handrail.engine.clock import UNKNOWN_HI, UNKNOWN_LO
from handrail.engine.dates import FuzzyDate, iso
from handrail.engine.due import reading_of
from handrail.engine.map import Map
from handrail.engine.model import Reading
from handrail.engine.position import ChildPosition, Position
from handrail.engine.sentences import sentence
from handrail.engine.timeline import Spell
from handrail.engine.working import source_records, working

POSITION_FORMAT = "handrail-position/1"


def position_as_data(position: Position) -> dict[str, Any]:
    """The whole position (docs/schemas/position.schema.json)."""
    map_ = position.map
    return {
        "format": POSITION_FORMAT, "nation": position.case.nation, "asker": position.case.asker, "on": position.on.text,
        "law_as_at": str(map_.about.get("law_as_at")), "content_version": str(map_.about.get("version")),
        "children": [child_as_data(child) for child in position.children],
    }


def child_as_data(child: ChildPosition) -> dict[str, Any]:
    """One child's position."""
    return {
        "child": child.child,
        "now": [spell_as_data(s) for s in child.now],
        "before": [spell_as_data(s) for s in child.before],
        "windows": [answer_as_data(child, a) for a in child.windows],
        "windows_of_others": [answer_as_data(child, a) for a in child.windows_of_others],
        "limits": [answer_as_data(child, a) for a in child.duties],
        "should_have_happened": [a.limit.id for a in child.should_have_happened],
        "next": [{"stage": s.id, "title": s.title} for s in child.next_stages],
        "you_can": [{"right": r.id, "title": r.title} for r in child.rights],
        "people": child.roles,
        "findings": [{"kind": f.kind, "words": f.words, "events": list(f.events)} for f in child.findings],
        "follows_in_law": [{"event": h.event, "on": h.when.text, "from": h.implied_by} for h in child.timeline.events if h.implied_by],
    }


def spell_as_data(spell: Spell) -> dict[str, Any]:
    """One time that a stage was open."""
    return {
        "stage": spell.stage.id, "title": spell.stage.title, "since": spell.opened.when.text, "opened_by": spell.opened.event,
        "until": spell.closed.when.text if spell.closed else None, "closed_by": spell.closed.event if spell.closed else None,
    }


def answer_as_data(child: ChildPosition, answer: Answer) -> dict[str, Any]:
    """One answer, with its working. `for_you`: is it the asker's own time limit?"""
    map_, limit = child.map, answer.limit
    for_you = limit.is_for_family and child.is_for_asker(answer)
    return {
        "limit": limit.id, "title": limit.title, "side": limit.side, "kind": limit.kind, "mark": limit.mark, "for_you": for_you, "who": list(limit.who),
        "verdict": str(answer.verdict), "says": sentence(answer), "due": iso(answer.due), "earliest": iso(answer.earliest), "latest": iso(answer.latest),
        "maximum": iso(answer.maximum), "maximum_earliest": iso(answer.maximum_earliest),
        "start": _happening(answer.start), "bounded": answer.by == "bounds", "end": _happening(answer.end),
        "on_hold_since": answer.hold.when.text if answer.hold else None, "extended_on": answer.extended.when.text if answer.extended else None,
        "stated_by": answer.stated.event if answer.stated else None, "late_by": late_by(map_, answer), "missing": answer.missing,
        "ask": limit.ask or None, "words": limit.words.strip(), "may_act": list(limit.may_act), "may_act_words": limit.may_act_words or None,
        "if_missed": limit.if_missed, "late": limit.late, "see": list(limit.see), "readings": readings_of(child, answer),
        "working": working(map_, limit, answer.start.when) if answer.start else [], "source": source_records(map_, limit),
    }


def readings_of(child: ChildPosition, answer: Answer) -> list[dict[str, Any]]:
    """Other ways of counting, each from its own start where the family told of it, else from the limit's own.

    None where no date came out.
    """
    if answer.start is None or answer.start.when.lo <= UNKNOWN_LO or answer.verdict is Verdict.TOLD_IN_WORDS:
        return []
    return [told for r in answer.limit.readings if (told := reading_of(child.map, answer.limit, r, _reading_start(child, answer, r))) is not None]


def _reading_start(child: ChildPosition, answer: Answer, reading: Reading) -> FuzzyDate:
    own = answer.start.when if answer.start else child.timeline.events[0].when
    told = [h.when for s in reading.start for h in child.timeline.events if h.event == s.event and h.when.hi >= own.lo]
    return told[0] if told else own


def late_by(map_: Map, answer: Answer) -> dict[str, Any] | None:
    """How far past the limit: calendar days and, where the limit counts them, working days, at least and at most."""
    if answer.late_lo is None or answer.late_hi is None or answer.due_hi is None:
        return None
    outer = answer.max_hi if answer.max_hi is not None else answer.due_hi
    found: dict[str, Any] = {"days_at_least": max(0, answer.late_lo), "days_at_most": answer.late_hi if answer.late_hi < UNKNOWN_HI // 2 else None}
    calendar = map_.clocks[answer.limit.id].calendar
    until = outer + max(0, answer.late_lo)
    if calendar.id not in ("cal", "hours") and calendar.base <= outer and until <= calendar.last:
        found["working_days_at_least"] = calendar.between(outer, until)
    return found


def _happening(happening: Any) -> dict[str, Any] | None:
    return None if happening is None else {"event": happening.event, "on": happening.when.text}
