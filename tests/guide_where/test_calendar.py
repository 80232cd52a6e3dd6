"""The calendar file of an answer: neutral titles, the same identifiers each time, no word of what it is about."""

import re
from datetime import UTC, date, datetime

from handrail.components.clock import standing_at
from tests.documents.ics_reader import Event, events_of
from tests.guide_where.form import Form


def calendar(form: Form) -> list[Event]:
    page = form.html
    response = form.press("calendar")
    form.html = page
    assert response.headers["Content-Type"].startswith("text/calendar")
    assert response.headers["Content-Disposition"] == 'attachment; filename="dates-2026-11-24.ics"'
    assert not re.search(rb"child|court|social|council|handrail|review|complain", response.content, re.IGNORECASE)
    return events_of(response.content)


def test_the_dates_to_come_and_nothing_else(form: Form) -> None:
    form.begin().add("complaint-grounds-arose", "1", "2", "2026").add("complaint-grounds-arose", "1", "1", "2020")
    form.add("section-20-started", "17", "11", "2026").answer()
    events = calendar(form)
    assert date(2027, 2, 1) in [e.on for e in events]
    assert {e.title for e in events} == {"Date to remember"}
    assert all(e.on >= date(2026, 11, 24) for e in events)
    assert len({e.uid for e in events}) == len(events)


def test_a_later_file_moves_the_same_events(form: Form) -> None:
    form.begin().add("complaint-grounds-arose", "1", "2", "2026").answer()
    before = calendar(form)
    form.go_back()
    form.press("change:0")
    form.send(day="2")
    form.answer()
    with standing_at(datetime(2026, 11, 24, 15, tzinfo=UTC)):
        after = calendar(form)
    assert [e.uid for e in after] == [e.uid for e in before]
    assert [e.on for e in after] != [e.on for e in before]
    assert all(later.sequence > earlier.sequence for earlier, later in zip(before, after, strict=True))


def test_another_family_with_the_same_dates_has_other_identifiers(form: Form) -> None:
    form.begin().add("complaint-grounds-arose", "1", "2", "2026").answer()
    mine = {e.uid for e in calendar(form)}
    other = Form(form.client).begin().add("complaint-grounds-arose", "1", "2", "2026").answer()
    assert not mine & {e.uid for e in calendar(other)}
