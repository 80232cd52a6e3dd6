"""The calculator: any limit, a date as people have it, the answer with its working; nothing in the address."""

import re

import pytest

from handrail.guide.where.england import rules
from tests.client import CheckingClient
from tests.guide_where.form import Form

ADDRESS = "/england/calculator/"


@pytest.fixture
def calculator(client: CheckingClient) -> Form:
    return Form(client, ADDRESS)


def count(form: Form, limit: str, **typed: str) -> Form:
    form.take(form.client.post(ADDRESS, {"go": "begin", "limit": limit}))
    form.send(**typed)
    return form


def test_from_picking_to_the_date(calculator: Form) -> None:
    assert calculator.heading == "Work out a time limit"
    calculator.send(pick="child-protection")
    assert calculator.heading == "Which time limit?"
    calculator.send(limit="icpc-15wd")
    assert calculator.heading == "When did it start?"
    calculator.send(day="12", month="aug", year="25")
    assert calculator.heading == "What comes out"
    assert "It is due by Wed 3 September 2025" in calculator.text
    assert "Mon 25 August" in calculator.text
    assert "Law as at" in calculator.text
    calculator.go_back()
    assert calculator.fields()["day"] == "12"
    calculator.go_back()
    assert calculator.fields()["limit"] == "icpc-15wd"
    calculator.go_back()
    assert calculator.fields()["pick"] == "child-protection"


def test_search(calculator: Form) -> None:
    calculator.press("find", query="compalint")
    assert 'value="complaint-in-time"' in calculator.html
    calculator.go_back()
    calculator.press("find", query="qzxwv")
    assert "We found nothing for these words." in calculator.errors[0]
    calculator.press("find", query="")
    assert "Type a word to search for" in calculator.errors[0]
    calculator.send()
    assert "Choose one, or search for a word." in calculator.errors[0]


def test_nothing_chosen(calculator: Form) -> None:
    calculator.send(pick="court")
    calculator.send()
    assert "Choose a time limit." in calculator.errors[0]


def test_a_bad_date_is_told_and_kept(calculator: Form) -> None:
    count(calculator, "icpc-15wd", day="31", month="June", year="2026")
    assert calculator.response.status_code == 422
    assert "June 2026 has only 30 days." in calculator.errors[0]
    assert calculator.fields()["month"] == "June"


def test_an_uncertain_start_gives_the_earliest_and_the_latest(calculator: Form) -> None:
    count(calculator, "icpc-15wd", month="8", year="2025")
    assert "or as late as" in calculator.text


def test_a_window_gives_the_earlier_day(calculator: Form) -> None:
    count(calculator, "complaint-in-time", month="1", year="2026")
    assert "You have until Fri 1 January 2027" in calculator.text
    assert "The earlier day is the safe one." in calculator.text


def test_hours_give_a_moment(calculator: Form) -> None:
    count(calculator, "police-protection", day="27", month="3", year="2026", time="10pm")
    assert "Mon 30 March 2026 at 11:00 pm" in calculator.text


def test_a_limit_that_gives_no_date_needs_none(calculator: Form) -> None:
    calculator.send(pick="child-protection")
    assert "told in words, no date" in calculator.text
    calculator.send(limit="conf-minutes-local")
    assert calculator.heading == "What comes out"
    assert "This one gives no date." in calculator.text
    assert "Many councils do this; ask yours" in calculator.text
    calculator.go_back()
    assert calculator.heading == "Which time limit?"


def test_past_the_calendar_no_date_is_made_up(calculator: Form) -> None:
    count(calculator, "icpc-15wd", day="30", month="12", year="2035")
    assert "We cannot count this." in calculator.text


@pytest.mark.parametrize("typed", [{"day": "14", "month": "3", "year": "2026"}, {"year": "2026"}, {"day": "2", "month": "1", "year": "1990"}])
def test_every_limit_has_a_page(calculator: Form, typed: dict[str, str]) -> None:
    for limit in rules().limits.values():
        fields = {"at": "when", "limit": limit.id, **typed}
        calculator.take(calculator.client.post(ADDRESS, fields))
        assert calculator.heading == "What comes out"
        if limit.no_date_because:
            assert not re.search(r'class="when">[^<]*<span', calculator.html), limit.id


@pytest.mark.parametrize("fields", [
    {}, {"at": "x"}, {"go": "to:result"}, {"go": "to:when", "limit": "no-such"}, {"at": "result"}, {"go": "to:result", "limit": "icpc-15wd"}, {"go": "begin"},
])
def test_odd_forms_are_no_crash(client: CheckingClient, fields: dict[str, str]) -> None:
    assert Form(client, ADDRESS).take(client.post(ADDRESS, fields)).status_code in (200, 422)
