"""Whatever is typed, there is a clear message by the field and in the summary, and nothing is lost."""

import json

import pytest

from handrail.guide.where.state import MOST_CHARACTERS, MOST_EVENTS, compact
from tests.client import CheckingClient
from tests.guide_where.form import ADDRESS, Form


def assert_told(form: Form, words: str) -> None:
    assert form.response.status_code == 422
    assert any(words in told for told in form.errors), form.errors
    assert form.html.count(words) >= 2, "by the field and in the summary"


def test_nobody_chosen(form: Form) -> None:
    form.send()
    assert_told(form, "Choose who you are")
    form.send(asker="the king")
    assert_told(form, "Choose who you are")


@pytest.mark.parametrize("number", ["", "0", "11", "two", "-1", "1.5", "٣", "99999999999999999999"])
def test_a_number_of_children_that_is_none(form: Form, number: str) -> None:
    form.send(asker="parent")
    form.send(number=number)
    assert_told(form, "Give a number from 1 to 10.")


def test_a_child_that_was_told_of_cannot_go(form: Form) -> None:
    form.begin(children="2").add("section-20-started", "17", "11", "2026", child="B")
    form.press("to:children", number="1")
    form.send(number="1")
    assert_told(form, "You have told us something about child B.")


def test_nothing_picked_and_nothing_found(form: Form) -> None:
    form.begin().send()
    assert_told(form, "Choose one, or search for a word.")
    form.press("find", query="")
    assert_told(form, "Type a word to search for")
    form.press("find", query="qzxwv")
    assert_told(form, "We found nothing for these words.")
    assert form.fields()["query"] == "qzxwv"
    form.send(query="", pick="process:court")
    form.send()
    assert_told(form, "Choose what happened.")


@pytest.mark.parametrize(("typed", "words"), [
    ({}, "A year is enough."),
    ({"day": "31", "month": "2", "year": "2026"}, "February 2026 has only 28 days."),
    ({"day": "31", "month": "april", "year": "26"}, "April 2026 has only 30 days."),
    ({"day": "12", "year": "2026"}, "Give the month too"),
    ({"day": "12", "month": "3"}, "Give the year too."),
    ({"month": "13", "year": "2026"}, "Give the month as a number from 1 to 12"),
    ({"month": "Octember", "year": "2026"}, "Give the month as a number from 1 to 12"),
    ({"day": "x", "month": "1", "year": "2026"}, "Give the day as a number from 1 to 31."),
    ({"year": "202"}, "Give the year as four numbers"),
    ({"year": "1066"}, "Give the year as four numbers"),
    ({"year": "2026", "sure": "between"}, "Give the second date too."),
    ({"year": "2026", "sure": "between", "year2": "2025"}, "The second date is before the first."),
    ({"day": "1", "month": "1", "year": "2026", "note": "x" * 301}, "Make the note shorter"),
])
def test_dates_that_cannot_be(form: Form, typed: dict[str, str], words: str) -> None:
    form.begin().send(pick="process:complaints")
    form.send(event="complaint-made")
    form.send(**typed)
    assert_told(form, words)
    assert {name: form.fields()[name] for name in typed} == typed


def test_a_time_that_no_clock_shows(form: Form) -> None:
    form.begin().send(pick="process:emergency")
    form.send(event="police-protection-started")
    form.send(day="20", month="11", year="2026", time="half past")
    assert_told(form, "We could not read this time.")
    form.send(day="", time="10:30 pm")
    assert_told(form, "Give the day, month and year too")
    form.send(day="20")
    assert "Fri 20 November 2026, 10:30 pm" in form.text


def test_a_child_that_is_not_there(form: Form) -> None:
    form.begin(children="2").send(pick="process:complaints")
    form.send(event="complaint-made")
    form.send(year="2026")
    form.send(child="C")
    assert_told(form, "Choose which child this is about.")


@pytest.mark.parametrize("case", [
    "not json", "[]", "{}", '{"nation":"england","events":5}', '{"nation":["england"]}',
    '{"nation":"england","events":[{"on":"2026","event":["a"]}]}',
    '{"nation":"england","events":[{"on":"2026","event":"no-such"}]}', '{"nation":"scotland","events":[]}', "[" * 5000, '"' + "x" * MOST_CHARACTERS + '"',
    '{"nation":"england","events":[5]}', '{"nation":"england","answers":5}',
    '{"nation":"england","answers":[{"limit":["x"]}]}', '{"nation":"england","children":[{}]}',
])
def test_a_form_that_was_tampered_with_starts_again_kindly(client: CheckingClient, case: str) -> None:
    form = Form(client)
    response = form.send(case=case, go="to:answer")
    assert response.status_code in (200, 422)
    assert form.heading in ("Where am I?", "Where you are now")


@pytest.mark.parametrize("fields", [
    {"at": "no-such-step"}, {"at": "when"}, {"at": "child"}, {"go": "change:9"}, {"go": "remove:x"}, {"go": "to:nowhere"}, {"go": "no-such"}, {"draft": "[1]"},
    {"draft": '{"event":"no-such","pick":"process:x"}', "at": "choose"}, {"draft": '{"index":"7","event":"complaint-made"}', "at": "when", "year": "2026"},
    {"draft": '{"event":"no-such"}', "at": "when"}, {"draft": '{"event":"no-such"}', "go": "to:child"}, {"go": "calendar"},
    {"go": "file"}, {"salt": "../x"}, {"at": "loaded"},
])
def test_a_form_that_no_page_of_ours_has_is_no_crash(client: CheckingClient, fields: dict[str, str]) -> None:
    response = Form(client).take(client.post(ADDRESS, fields))
    assert response.status_code in (200, 422)


def test_a_case_with_too_many_events_is_told_and_kept(form: Form) -> None:
    form.begin().add("complaint-made", year="2026")
    case = json.loads(form.fields()["case"])
    case["events"] *= MOST_EVENTS
    form.press("add", case=compact(case))
    form.send(pick="process:complaints")
    form.send(event="complaint-made")
    form.send(year="2025")
    assert_told(form, "This page is full.")
    assert json.loads(form.fields()["case"]) == case


def test_a_form_with_too_many_events_starts_again_kindly(form: Form) -> None:
    form.begin().add("complaint-made", year="2026")
    case = json.loads(form.fields()["case"])
    case["events"] *= MOST_EVENTS + 1
    form.press("to:answer", case=compact(case))
    assert_told(form, "We could not read what this page held.")


def test_a_full_case_is_told_and_kept(form: Form) -> None:
    form.begin().add("complaint-made", year="2026")
    case = json.loads(form.fields()["case"])
    row = {"on": "2026", "event": "complaint-made", "note": "x" * 2000}
    case["events"] = [row] * ((MOST_CHARACTERS - 100) // (len(compact(row)) + 1))
    case["events"][-1] = {**row, "note": "x" * (1900 + MOST_CHARACTERS - len(compact(case)))}
    form.press("add", case=compact(case))
    form.send(pick="process:complaints")
    form.send(event="complaint-made")
    form.send(year="2025", note="y" * 299)
    assert_told(form, "This page is full.")
    assert json.loads(form.fields()["case"]) == case
