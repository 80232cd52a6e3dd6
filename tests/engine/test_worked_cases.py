"""Every worked case beside the rules, run (content/limits/<nation>/*.cases.yaml). Unknown keys fail."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handrail.engine.case import Case, Happening
from handrail.engine.dates import parse_date
from handrail.engine.due import due_of
from handrail.engine.loader import content_dir, load_map
from handrail.engine.position import position
from handrail.engine.yaml12 import read_yaml

KEYS = {"name", "from", "events", "on", "due", "earliest", "latest", "maximum", "status", "verdict", "why", "reading", "children", "due_at"}
FILES = sorted((content_dir() / "limits").glob("*/*.cases.yaml"))


def worked_cases() -> Iterator[Any]:
    for path in FILES:
        for number, case in enumerate(read_yaml(path)):
            yield pytest.param(path, case, id=f"{path.name.removesuffix('.cases.yaml')}-{number}")


@pytest.mark.parametrize(("path", "case"), list(worked_cases()))
def test_worked_case(path: Path, case: dict[str, Any]) -> None:
    assert set(case) <= KEYS
    limit_id, nation = path.name.removesuffix(".cases.yaml"), path.parent.name
    if "events" in case:
        check_events(nation, limit_id, case)
    else:
        check_from(nation, limit_id, case)


def check_from(nation: str, limit_id: str, case: dict[str, Any]) -> None:
    answer = due_of(load_map(nation), limit_id, parse_date(case["from"]))
    assert answer.status == case.get("status", "due"), answer.reason
    if answer.status != "due":
        assert (answer.due, answer.earliest, answer.latest, answer.maximum) == (None, None, None, None)
    for key in ("due", "earliest", "latest", "maximum"):
        if key in case:
            assert getattr(answer, key) == date.fromisoformat(case[key]), f"{key}: {case.get('why')}"


def check_events(nation: str, limit_id: str, case: dict[str, Any]) -> None:
    events = tuple(Happening(e["event"], parse_date(e["on"]), e.get("child")) for e in case["events"])
    found = position(load_map(nation), Case(nation, "parent", tuple(case.get("children", ())), events), parse_date(case.get("on", case["events"][-1]["on"])))
    answers = [a for a in found.children[0].answers if a.limit.id == limit_id]
    if case.get("verdict") == "none":
        assert not answers
        return
    assert answers
    if "verdict" in case:
        assert case["verdict"] in [a.verdict for a in answers]
    for key in ("due", "earliest", "latest", "maximum"):
        if key in case:
            assert date.fromisoformat(case[key]) in [getattr(a, key) for a in answers]


def test_every_limit_has_worked_cases() -> None:
    limits = {(p.parent.name, p.stem) for p in (content_dir() / "limits").glob("*/*.yaml") if not p.name.endswith(".cases.yaml")}
    cases = {(p.parent.name, p.name.removesuffix(".cases.yaml")) for p in FILES}
    assert not limits - cases
    assert not cases - limits
