"""A family types its case by hand, one question at a time, and sees where it stands."""

import json

import pytest

from tests.guide_where.form import Form


def test_from_the_first_question_to_the_answer(form: Form) -> None:
    assert form.heading == "Where am I?"
    form.send(asker="parent")
    assert form.heading == "How many children is it about?"
    form.send(number="1")
    assert form.heading == "What happened?"
    form.send(pick="process:child-protection")
    assert form.heading == "Which of these happened?"
    form.send(event="section-47-first-visit")
    assert form.heading == "When was it?"
    form.send(day="6", month="October", year="26")
    assert form.heading == "What you have told us"
    assert "Tue 6 October 2026" in form.text
    form.press("to:answer")
    assert form.heading == "Where you are now"
    assert "You are here" in form.text
    assert "Child protection enquiries" in form.text


def test_every_page_of_the_journey_is_no_store_and_has_one_back_button(form: Form) -> None:
    form.send(asker="parent")
    date = {"day": "2", "month": "11", "year": "2026"}
    for answers in ({"number": "2"}, {"pick": "process:court"}, {"event": "letter-before-proceedings"}, date, {"child": "A"}, {"go": "to:answer"}):
        assert form.response.headers["Cache-Control"].startswith("no-store")
        assert list(form.buttons.values()).count("Back") == 1, form.heading
        form.send(**answers)
    assert form.heading == "Where you are now"
    assert list(form.buttons.values()).count("Back") == 1


def test_back_shows_the_page_before_and_loses_nothing(form: Form) -> None:
    form.begin(children="2")
    form.send(pick="process:court")
    form.send(event="letter-before-proceedings")
    form.send(day="2", month="11", year="2026", note="it came by post")
    assert form.heading == "Which child is it about?"
    form.go_back(child="B")
    assert form.heading == "When was it?"
    assert (form.fields()["day"], form.fields()["month"], form.fields()["note"]) == ("2", "11", "it came by post")
    form.go_back(day="3")
    assert form.fields()["event"] == "letter-before-proceedings"
    form.go_back()
    assert form.fields()["pick"] == "process:court"
    form.go_back()
    assert form.fields()["number"] == "2"
    form.go_back()
    assert form.heading == "Where am I?"
    for _ in range(4):
        form.send(**({"asker": "parent"} if form.heading == "Where am I?" else {}))
    assert form.heading == "When was it?"
    assert form.fields()["day"] == "3"
    form.send()
    assert form.fields()["child"] == "B"


def test_back_from_the_list_and_from_the_answer(form: Form) -> None:
    form.begin().add("complaint-grounds-arose", "3", "11", "2025")
    form.answer().go_back()
    assert form.heading == "What you have told us"
    form.go_back()
    assert form.heading == "When was it?"
    assert form.fields()["year"] == "2025"
    form.go_back()
    assert form.heading == "What you have told us"
    assert form.text.count("The thing you want to complain about happened") == 1 + 2


def test_an_event_can_be_changed_and_removed(form: Form) -> None:
    form.begin().add("complaint-grounds-arose", "3", "11", "2025").add("complaint-made", "5", "10", "2026")
    form.press("change:0")
    form.send(day="", month="3")
    assert "March 2025" in form.text
    assert json.loads(form.fields()["case"])["events"][0]["on"] == "2025-03"
    form.press("remove:1")
    assert len(json.loads(form.fields()["case"])["events"]) == 1


def test_each_child_has_its_own_place(form: Form) -> None:
    form.begin(children="2").add("section-20-started", "17", "11", "2026", child="A").add("child-protection-plan-made", "6", "10", "2026").answer()
    assert "Now: Child A" in form.text
    assert "Now: Child B" in form.text
    assert "This is so in law, whatever a letter says." in form.text


def test_children_who_stand_in_the_same_place_share_one_answer(form: Form) -> None:
    form.begin(children="3").add("child-protection-plan-made", "6", "10", "2026").answer()
    assert "Now: Child A, Child B, Child C" in form.text


def test_a_young_person_is_not_asked_about_children(form: Form) -> None:
    form.send(asker="care-leaver")
    assert form.heading == "What happened?"


def test_words_that_come_from_another_page_are_asked_first(form: Form) -> None:
    form.take(form.client.post(form.address, {"go": "begin", "events": ["first-call social-worker-first-visit", "no-such-event"]}))
    form.begin()
    assert form.heading == "Which of these happened?"
    assert "no-such-event" not in form.html
    assert "Nearest to what you said" in form.text


FOUND = [("conference", "initial-conference"), ("police took", "police-protection-started"), ("complant", "complaint-made")]


@pytest.mark.parametrize(("query", "event"), FOUND)
def test_search_works_without_a_script_and_forgives_misspelling(form: Form, query: str, event: str) -> None:
    form.begin().press("find", query=query)
    assert form.heading == "Which of these happened?"
    assert f'value="{event}"' in form.html


def test_a_trigger_leads_to_its_events_and_to_the_rest_of_its_part(form: Form) -> None:
    form.begin().send(pick="trigger:child-protection")
    assert form.text.index("Nearest to what you said") < form.text.index("Families are often not told of these")
    assert 'value="initial-conference"' in form.html
    assert 'value="core-group"' in form.html


def test_what_often_comes_next_can_be_picked_at_once(form: Form) -> None:
    form.begin().add("initial-conference", "6", "10", "2026").press("add")
    form.send(pick="event:child-protection-plan-made")
    assert form.heading == "When was it?"
