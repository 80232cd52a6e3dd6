"""Limits of hours: 72 hours are 72 hours, also in the nights when the clocks change."""

from datetime import UTC, timedelta

import pytest

from handrail.engine.dates import parse_date
from handrail.engine.due import due_of
from handrail.engine.hours import moment_in_words, moments
from tests.engine.cases import ENGLAND, only, stands


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-03-27T22:00", "2026-03-30T23:00+01:00"),  # the clocks go forward on 29 March
        ("2026-10-23T22:00", "2026-10-26T21:00+00:00"),  # the clocks go back on 25 October
        ("2026-07-01T22:00", "2026-07-04T22:00+01:00"),
        ("2026-11-18T22:10", "2026-11-21T22:10+00:00"),
        ("2026-12-24T00:00", "2026-12-27T00:00+00:00"),  # no holiday stops it
        ("2026-03-26T01:30", "2026-03-29T02:30+01:00"),  # an hour that the clocks leave out
    ],
)
def test_seventy_two_hours_of_police_protection(start: str, end: str) -> None:
    first, last = moments(parse_date(start), 72)
    assert (first.isoformat(timespec="minutes"), last) == (end, first)
    answer = due_of(ENGLAND, "police-protection", parse_date(start))
    assert answer.moments == (first.isoformat(), last.isoformat())
    assert answer.due == first.date()


@pytest.mark.parametrize("start", ["2026-03-27T22:00", "2026-10-23T22:00", "2026-10-25T00:30", "2026-06-01T12:00"])
def test_seventy_two_real_hours_go_by(start: str) -> None:
    when = parse_date(start)
    assert (moments(when, 72)[0].astimezone(UTC) - moments(when, 0)[0].astimezone(UTC)) == timedelta(hours=72)


def test_an_hour_that_comes_twice_is_a_span_of_both() -> None:
    first, last = moments(parse_date("2026-10-25T01:30"), 24)
    assert last - first == timedelta(hours=1)


def test_only_the_day_known_is_a_span_of_a_day() -> None:
    first, last = moments(parse_date("2026-11-18"), 72)
    assert (first.isoformat(timespec="minutes"), last.isoformat(timespec="minutes")) == (
        "2026-11-21T00:00+00:00",
        "2026-11-21T23:59+00:00",
    )
    step = next(
        s for s in due_of(ENGLAND, "police-protection", parse_date("2026-11-18")).working if s["step"] == "count"
    )
    assert "The exact hour is needed." in step["text"]


def test_only_the_day_known_across_a_clock_change_touches_two_days() -> None:
    answer = due_of(ENGLAND, "police-protection", parse_date("2026-03-27"))
    assert (str(answer.earliest), str(answer.latest), str(answer.due)) == ("2026-03-30", "2026-03-31", "2026-03-30")


def test_police_protection_lapses_and_is_over_when_the_child_goes_home() -> None:
    started = "2026-11-18T22:10 police-protection-started"
    assert only(stands("2026-11-21", started), "police-protection").verdict == "not-yet-due"
    assert only(stands("2026-11-22", started), "police-protection").verdict == "lapsed"
    assert only(stands("2026-11-22", started, "2026-11-20 child-returned-home"), "police-protection").verdict == "met"


def test_moments_in_words() -> None:
    assert moment_in_words(moments(parse_date("2026-11-18T22:10"), 72)[0]) == "Sat 21 November 2026 at 10:10 pm"
    assert moment_in_words(moments(parse_date("2026-11-18T00:05"), 24)[0]) == "Thu 19 November 2026 at 12:05 am"
