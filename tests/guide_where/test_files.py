"""Saving to a file and loading it again; what changed since; files that cannot be read."""

import json
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from handrail.components.clock import standing_at
from handrail.engine.case import Case, Happening, read_case
from handrail.engine.dates import parse_date
from handrail.engine.errors import BadCase
from handrail.guide.where.england import known_events, rules
from handrail.guide.where.files import file_text, read_file
from handrail.guide.where.state import State, fresh
from tests.guide_where.form import ADDRESS, Form

TODAY = date(2026, 11, 24)


def saved(form: Form) -> str:
    form.press("to:save")
    assert "Does somebody else use this phone or computer?" in form.text
    case = form.html
    response = form.press("file")
    form.html = case
    assert response.headers["Content-Disposition"] == 'attachment; filename="notes-2026-11-24.yaml"'
    assert response.headers["Cache-Control"] == "no-store, private"
    return response.content.decode()


def upload(form: Form, content: bytes) -> None:
    form.send(file=SimpleUploadedFile("notes.yaml", content), go="next", at="load")


def test_what_is_saved_loads_the_same(form: Form) -> None:
    form.begin(children="2").add("complaint-grounds-arose", "1", "10", "2025", note="naïve: “it” # {x} – 🙂")
    form.add("section-20-started", "17", "11", "2026", child="B")
    before, salt = json.loads(form.fields()["case"]), form.fields()["salt"]
    form.answer()
    text = saved(form)
    assert "handrail-case/1" in text
    assert "law_as_at" in text
    form.take(form.client.get(ADDRESS))
    form.take(form.client.post(ADDRESS, {"go": "to:load"}))
    upload(form, text.encode())
    assert form.heading == "Your file is open"
    assert "No date has changed since you saved it on 24 November 2026." in form.text
    assert json.loads(form.fields()["case"]) == before
    assert form.fields()["salt"] == salt


def test_the_command_line_reads_the_same_file(form: Form) -> None:
    form.begin().add("complaint-grounds-arose", "1", "10", "2025").answer()
    case = read_case(saved(form), known_events)
    assert [h.event for h in case.events] == ["complaint-grounds-arose"]
    assert case.answers


def test_pasted_text_is_read_too(form: Form) -> None:
    form.take(form.client.post(ADDRESS, {"go": "to:load"}))
    form.send(text="nation: england\nevents:\n  - {on: 2026-03, event: complaint-made}\n")
    assert form.heading == "Your file is open"
    assert "It holds no dates of ours to compare with." in form.text
    form.press("to:answer")
    assert form.heading == "Where you are now"


def test_answers_that_changed_since_are_told_with_the_reason(form: Form) -> None:
    form.begin().add("complaint-stage-1-received", "2", "11", "2026").answer()
    text = saved(form)
    assert "2026-11-16" in text
    form.take(form.client.post(ADDRESS, {"go": "to:load"}))
    form.send(text=text.replace("2026-11-16", "2026-11-13"))
    assert "These dates have changed since you saved it on 24 November 2026." in form.text
    assert "It was: Fri 13 November 2026" in form.text
    assert "It is now: Mon 16 November 2026" in form.text


@pytest.mark.parametrize(("content", "words"), [
    (b"", "Choose a file, or paste its text below."),
    (b"\xff\xfe\x00", "Your file: not UTF-8 text."),
    (b"a: [", "Your file, line 2: not YAML"),
    (b"just words", "found str. Allowed: a mapping"),
    (b"nation: atlantis", "nation: found &#39;atlantis&#39;"),
    (b"nation: scotland", "it is about scotland. Allowed: england"),
    (b"nation: england\nevents: [{on: 2026-02-30, event: complaint-made}]", "no calendar has this day"),
    (b"nation: england\nevents: [{on: 2026, event: [a]}]", "unknown event"),
    (b"nation: england\nanswers: 5", "Allowed: the list of answers that a saved file holds"),
    (b"nation: england\nanswers: [{limit: [a]}]", "a list or a mapping where one word belongs"),
    (b"nation: england\nformat: handrail-case/9", "Allowed: handrail-case/0 and handrail-case/1"),
    (b"a: &x 1\nb: *x", "an anchor or alias"),
    (b"x" * 200_001, "This file is too large."),
    (b"[" * 3000, "Your file"),
    (b"nation: england\nevents:\n" + b"- {on: 2026-03, event: complaint-made}\n" * 5000, "it tells of 5,000 events, and one page holds 300"),
])
def test_a_bad_file_is_told_beside_the_field_and_nothing_is_lost(form: Form, content: bytes, words: str) -> None:
    form.begin().add("complaint-made", "5", "10", "2026")
    before = form.fields()["case"]
    form.send(go="to:load")
    upload(form, content) if content else form.send()
    assert form.response.status_code == 422
    assert words in form.html.partition('id="file-error"')[2][:400]
    assert form.fields()["case"] == before
    form.go_back()
    assert form.heading == "What you have told us"


def test_pasted_text_that_cannot_be_read_stays_in_its_field(form: Form) -> None:
    form.send(go="to:load")
    form.send(text="nation: nowhere")
    assert "nation: nowhere</textarea>" in form.html
    assert len(form.errors) == 1


def test_an_earlier_format_is_brought_up_to_date(form: Form) -> None:
    form.send(go="to:load")
    form.send(text="format: handrail-case/0\nnation: england\nwho: kin-carer\nevents: []\n")
    assert json.loads(form.fields()["case"])["asker"] == "kin-carer"


def load(form: Form, text: str) -> None:
    form.send(go="to:load")
    form.send(text=text)


NAMED = """nation: england
calendar_key: "00ff"
children: [Zebedee, A, Child B]
events:
  - {on: 2026-11-02, event: complaint-stage-1-received, child: Zebedee}
  - {on: 2026-11-03, event: complaint-made, child: A}
answers:
  - {limit: stage1, child: Zebedee, start: complaint-stage-1-received, on: 2026-11-02, due: 2026-11-13}
"""


def test_names_in_a_file_are_shown_once_and_go_no_further(form: Form) -> None:
    load(form, NAMED)
    assert form.heading == "Your file is open"
    assert "Zebedee: Child C" in form.text
    case = json.loads(form.fields()["case"])
    assert case["children"] == ["C", "A", "Child B"]
    assert [event["child"] for event in case["events"]] == ["C", "A"]
    form.press("to:answer")
    assert "Zebedee" not in form.html
    assert "Zebedee" not in saved(form)


def test_labels_that_are_no_names_stay_and_nothing_is_said(form: Form) -> None:
    load(form, "nation: england\nchildren: [A, b, Child C, 4]\n")
    assert json.loads(form.fields()["case"])["children"] == ["A", "b", "Child C", "4"]
    assert "may be names" not in form.text


def test_kept_answers_of_a_child_with_a_name_are_still_compared() -> None:
    found = read_file(NAMED, "it")
    assert [answer["child"] for answer in found.answers] == ["C"]
    assert found.relabelled == {"Zebedee": "C"}
    assert found.state.salt == "00ff"


def test_more_names_than_letters_are_no_crash() -> None:
    found = read_file(f"nation: england\nchildren: [{', '.join(f'name{n}' for n in range(30))}]\n", "it")
    assert len(set(found.state.case.children)) == 30


@pytest.mark.parametrize("key", ["xyz", "0" * 33, '""', "[a]", "12", "00FF"])
def test_a_calendar_key_that_is_none_is_told(key: str) -> None:
    text = f"nation: england\ncalendar_key: {key}\n" if key in ('""', "[a]", "12") else f'nation: england\ncalendar_key: "{key}"\n'
    with pytest.raises(BadCase, match="Allowed: up to 32 of 0-9 and a-f, in quotes"):
        read_file(text, "it")


def test_a_short_calendar_key_stays_through_the_form(form: Form) -> None:
    load(form, 'nation: england\ncalendar_key: "00ff"\nevents: [{on: 2026-03, event: complaint-made}]\n')
    form.press("to:answer")
    assert 'calendar_key: "00ff"' in saved(form)


def test_an_event_under_an_id_of_earlier_days_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(rules().renamed, "complaint-once", "complaint-made")
    found = read_file("nation: england\nevents: [{on: 2026-03, event: complaint-once}]\n", "it")
    assert [h.event for h in found.state.case.events] == ["complaint-made"]


@given(st.text(max_size=40), st.sampled_from(["2026", "2026-03~", "2026-03-01/2026-04", "2026-03-14T22:10"]))
def test_any_note_goes_through_a_file_and_back(note: str, on: str) -> None:
    note = note.encode("utf-8", "ignore").decode()
    state = State(Case("england", "parent", ("A", "B"), (Happening("complaint-made", parse_date(on), "B", note),)), fresh().salt)
    with standing_at(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        found = read_file(file_text(state, TODAY), "it").state
    assert found.case == state.case
    assert found.salt == state.salt
