"""The engine against real published decisions (tests/decided/README.md)."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from handrail.engine.answer import Answer
from handrail.engine.case import Case, Happening
from handrail.engine.dates import fuzzy, parse_date
from handrail.engine.describe import late_by
from handrail.engine.due import due_of
from handrail.engine.loader import load_map
from handrail.engine.position import Position, position
from handrail.engine.yaml12 import read_yaml

FOLDER = Path(__file__).parent / "decided"
FILES = sorted(FOLDER.glob("[0-9]*.yaml"))
KINDS = read_yaml(FOLDER / "kinds.yaml")


def read_decided(path: Path) -> tuple[dict[str, Any], Position]:
    """Map a decided case to our event ids and give its position."""
    decided = read_yaml(path)
    events = tuple(Happening(KINDS[e["kind"]], parse_date(e["date"]), e.get("child")) for e in decided["events"])
    case = Case("england", "parent", tuple(decided.get("children", ())), events)
    return decided, position(load_map("england"), case, parse_date(decided["on"]))


def asks() -> list[Any]:
    return [pytest.param(path, number, id=f"{path.stem}-{ask['limit']}-{number}") for path in FILES for number, ask in enumerate(read_yaml(path)["asks"])]


def test_all_eight_are_here() -> None:
    assert len(FILES) == 8


@pytest.mark.parametrize(("path", "number"), asks())
def test_what_the_deciders_said_comes_out(path: Path, number: int) -> None:
    decided, found = read_decided(path)
    ask = decided["asks"][number]
    if "from" in ask:
        check_due(ask)
    else:
        check_position(found, ask)


def check_due(ask: dict[str, Any]) -> None:
    answer = due_of(load_map("england"), ask["limit"], parse_date(ask["from"]))
    assert answer.due == date.fromisoformat(ask["due"])
    if "maximum" in ask:
        assert answer.maximum == date.fromisoformat(ask["maximum"])
    if "days_from_start" in ask:
        filed = date.fromisoformat(ask["from"]) + timedelta(days=ask["days_from_start"])
        assert (filed - answer.due).days == ask["days_late_if_ended"]


def check_position(found: Position, ask: dict[str, Any]) -> None:
    child = next(c for c in found.children if c.child == ask.get("child"))
    answers = [a for a in child.answers if a.limit.id == ask["limit"]]
    assert answers, f"no answer about {ask['limit']}"
    answer = answers[0]
    assert answer.verdict == ask["verdict"]
    if "due" in ask:
        assert answer.due == date.fromisoformat(ask["due"])
    check_spans(found, answer, ask)
    if ask.get("no_date"):
        assert not answer.has_date
        assert ask["words"] in answer.limit.words


def check_spans(found: Position, answer: Answer, ask: dict[str, Any]) -> None:
    if "window" in ask:
        assert (str(answer.earliest), str(answer.latest)) == (ask["window"]["earliest"], ask["window"]["latest"])
    if "maximum" in ask:
        assert answer.maximum == date.fromisoformat(ask["maximum"])
    if "maximum_window" in ask:
        span = (date.fromordinal(answer.max_lo or 1), date.fromordinal(answer.max_hi or 1))
        assert tuple(map(str, span)) == (ask["maximum_window"]["earliest"], ask["maximum_window"]["latest"])
    if "working_days_late" in ask or "days_late" in ask:
        told = late_by(found.map, answer)
        assert told is not None
        assert told.get("working_days_at_least") == ask.get("working_days_late", told.get("working_days_at_least"))
        assert told["days_at_least"] == ask.get("days_late", told["days_at_least"])


@pytest.mark.parametrize("path", [p for p in FILES if "stages" in read_yaml(p)], ids=lambda p: p.stem)
def test_status_follows_the_facts(path: Path) -> None:
    decided, found = read_decided(path)
    assert {s.stage.id for s in found.children[0].now} >= set(decided["stages"])


def test_days_between_decision_and_issue() -> None:
    decided = read_yaml(FOLDER / "061.yaml")
    days = {e["kind"]: fuzzy(date.fromisoformat(e["date"])).lo for e in decided["events"]}
    between = decided["days_between"]
    assert days[between["to"]] - days[between["from"]] == between["days"]


def test_siblings_stand_in_different_places() -> None:
    _, found = read_decided(FOLDER / "068.yaml")
    one, other = ({s.stage.id for s in child.now} for child in found.children)
    assert one != other
