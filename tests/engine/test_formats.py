"""A case saved by any earlier version still opens, and means the same."""

from pathlib import Path
from typing import Any

import pytest

from handrail.engine.case import CASE_FORMAT, MAX_CHILDREN, MAX_EVENTS, MAX_JUDGED, Case, read_case
from handrail.engine.dates import parse_date
from handrail.engine.errors import BadCase, HandrailError
from handrail.engine.position import position
from tests.engine.cases import ENGLAND

FORMATS = Path(__file__).parent / "formats"


def read(source: Path | str) -> Case:
    return read_case(source, lambda _: ENGLAND.events)


def test_there_is_a_file_of_every_format() -> None:
    newest = int(CASE_FORMAT.rpartition("/")[2])
    assert {p.name for p in FORMATS.iterdir()} == {f"handrail-case-{n}.yaml" for n in range(newest + 1)}


@pytest.mark.parametrize("path", sorted(FORMATS.iterdir()), ids=lambda p: p.stem)
def test_every_format_opens_and_means_the_same(path: Path) -> None:
    case = read(path)
    assert (case.nation, case.asker, case.children) == ("england", "kin-carer", ("A", "B"))
    assert [(h.event, h.when.text, h.child, h.note) for h in case.events] == [
        ("referral-received", "2026-03-02", None, ""),
        ("strategy-discussion", "2026-03", "A", "they told us by phone"),
    ]
    assert len(position(ENGLAND, case, parse_date("2026-11-24")).children) == 2


def test_what_may_be_left_out_is() -> None:
    case = read("nation: england")
    assert (case.asker, case.children, case.events, case.answers) == ("parent", (), (), ())
    assert read("{nation: england, asker: null, children: null, events: null, answers: null}") == case
    assert read("{format: handrail-case/0, nation: england}").asker == "parent"


def test_json_is_yaml_too() -> None:
    assert read('{"nation": "england", "events": [{"on": "2026-03-14", "event": "birth"}]}').events[0].event == "birth"


def test_labels_may_be_numbers_and_are_text() -> None:
    case = read("{nation: england, children: [1, 02], events: [{on: 2026, event: birth, child: 2}]}")
    assert (case.children, case.events[0].child) == (("1", "2"), "2")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "found NoneType. Allowed: a mapping"),
        ("hello", "found str"),
        ("- a", "found list"),
        ("7", "found int"),
        ("a: 1", "unknown key 'a'. Allowed: answers, asker, "),
        ("true: 1", "unknown key 'True'"),
        ("asker: parent", "nation: found None. Allowed: england, scotland, wales, northern-ireland"),
        ("nation: france", "nation: found 'france'"),
        ("nation: [england]", "nation: found ['england']"),
        ("{nation: england, who: parent}", "unknown key 'who'"),
        ("{nation: england, asker: mum}", "asker: found 'mum'. Allowed: parent, parent-without-responsibility"),
        ("{nation: england, asker: {a: b}}", "asker: found"),
        ("{nation: england, asker: ''}", "asker: found ''"),
        ("{nation: england, format: handrail-case/9}", "format 'handrail-case/9'. Allowed"),
        ("{nation: england, format: null}", "format None"),
        ("{nation: england, children: A}", "children: found 'A'. Allowed: a list of labels"),
        ("{nation: england, children: [[A]]}", "children: found"),
        ("{nation: england, children: [true]}", "children: found [True]"),
        ("{nation: england, children: [A, A]}", "each of them once"),
        ("{nation: england, children: [1, '1']}", "each of them once"),
        ("{nation: england, events: {a: b}}", "events: found dict. Allowed: a list"),
        ("{nation: england, events: false}", "events: found bool"),
        ("{nation: england, events: ''}", "events: found str"),
        ("{nation: england, events: [a]}", "event 1: found 'a'. Allowed: {on: 2026-03-14"),
        ("{nation: england, events: [null]}", "event 1: found None"),
        (
            "{nation: england, events: [{on: 2026, event: birth}, {on: 2026, event: nope}]}",
            "event 2: unknown event 'nope'. Allowed: an id that `handrail events` lists",
        ),
        ("{nation: england, events: [{on: 2026, event: initial-conferences}]}", "perhaps initial-conference"),
        ("{nation: england, events: [{on: 2026, event: [birth]}]}", "unknown event"),
        ("{nation: england, events: [{on: 2026}]}", "unknown event"),
        ("{nation: england, events: [{event: birth}]}", "event 1 (birth): no date. Allowed: on: with a day"),
        (
            "{nation: england, events: [{on: 2026-02-30, event: birth}]}",
            "event 1 (birth): '2026-02-30': no calendar has this day",
        ),
        ("{nation: england, events: [{on: [2026], event: birth}]}", "not a date we can read"),
        ("{nation: england, events: [{on: true, event: birth}]}", "not a date we can read"),
        ("{nation: england, events: [{on: .nan, event: birth}]}", "not a date we can read"),
        (
            "{nation: england, events: [{on: 2026, event: birth, name: Kim}]}",
            "unknown key 'name'. Allowed: child, event, note, on",
        ),
        (
            "{nation: england, events: [{on: 2026, event: birth, child: A}]}",
            "unknown child 'A'. Allowed: none; list labels under children",
        ),
        (
            "{nation: england, children: [B], events: [{on: 2026, event: birth, child: A}]}",
            "unknown child 'A'. Allowed: B",
        ),
        ("{nation: england, answers: 7}", "answers: found 7"),
        ("{nation: england, answers: [1]}", "answers: found [1]"),
        ("{nation: england, answers: {a: b}}", "answers: found"),
        ("{nation: england, answers: [{limit: [a]}]}", "answers: found"),
        ("{nation: england, answers: [{due: soon}]}", "answers: found"),
        ("{nation: england, answers: [{due: 2026-02-30}]}", "answers: found"),
        ("{nation: england, law_as_at: [1]}", "law_as_at: found [1]. Allowed: plain text"),
        ("{nation: england, content_version: {}}", "content_version: found"),
    ],
)
def test_a_case_that_is_not_as_documented_is_refused_whole(text: str, found: str) -> None:
    with pytest.raises(HandrailError) as refused:
        read_case(text, lambda _: ENGLAND.events, "case.yaml")
    told = str(refused.value)
    assert told.startswith("case.yaml: ")
    assert found in told
    assert "Allowed: " in told
    assert "\n" not in told


def many(events: int, children: int = 0) -> dict[str, Any]:
    one = "{on: 2026, event: birth}"
    return {
        "source": f"nation: england\nchildren: [{', '.join(f'C{n}' for n in range(children))}]\nevents: [{', '.join([one] * events)}]"
    }


def test_as_many_events_and_children_as_are_promised() -> None:
    assert len(read(**many(MAX_EVENTS)).events) == MAX_EVENTS
    assert len(read(**many(10, MAX_CHILDREN)).children) == MAX_CHILDREN


@pytest.mark.parametrize(
    ("events", "children", "found"),
    [
        (MAX_EVENTS + 1, 0, "5,001 events. Allowed: up to 5,000"),
        (1, MAX_CHILDREN + 1, "31 labels. Allowed: up to 30"),
        (MAX_JUDGED // 10 + 1, 10, "20,010 events, counted for each child"),
    ],
)
def test_more_than_that_is_refused(events: int, children: int, found: str) -> None:
    with pytest.raises(BadCase, match=found):
        read(**many(events, children))
