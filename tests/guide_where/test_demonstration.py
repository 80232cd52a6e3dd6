"""The made-up family: at home only, plainly made up, and never stale."""

from datetime import date, timedelta

import pytest

from handrail.guide import demonstration
from tests.guide_where.form import Form


def test_one_click_shows_a_whole_answer(form: Form) -> None:
    form.send(go="demonstration")
    assert form.heading == "Where you are now"
    assert "A made-up family" in form.text
    assert "Now: Child A" in form.text
    assert "Nothing is late" not in form.text.partition("Child B")[0]


def test_a_hosted_site_has_none(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demonstration, "is_shown", lambda: False)
    form.take(form.client.get(form.address))
    assert "demonstration" not in form.buttons
    form.send(go="demonstration")
    assert form.heading == "Where am I?"


@pytest.mark.parametrize("weeks", [0, 1, 40, 400])
def test_its_story_moves_with_time_by_whole_weeks(weeks: int) -> None:
    now = demonstration.family(date(2026, 11, 24))
    later = demonstration.family(date(2026, 11, 24) + timedelta(weeks=weeks, days=3))
    assert [b.when.lo - a.when.lo for a, b in zip(now.events, later.events, strict=True)] == [7 * weeks] * len(now.events)


def test_a_case_of_ones_own_is_not_called_made_up(form: Form) -> None:
    form.begin().add("complaint-made", "5", "10", "2026").answer()
    assert "made-up" not in form.text
