"""Dates as people type them, there and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.engine.dates import parse_date
from handrail.guide.where.clocktime import read_time
from handrail.guide.where.dates import WHEN_FIELDS, is_unknown, is_vague, read_when, typed_of, when_in_words

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(("typed", "edtf"), [
    ({"day": "14", "month": "3", "year": "2026"}, "2026-03-14"),
    ({"day": "14th", "month": "Mar", "year": "26"}, "2026-03-14"),
    ({"day": " 1st ", "month": "SEPT.", "year": "98"}, "1998-09-01"),
    ({"month": "march", "year": "2026"}, "2026-03"),
    ({"year": "2026"}, "2026"),
    ({"day": "14/3/2026"}, "2026-03-14"),
    ({"day": "14 March 26"}, "2026-03-14"),
    ({"day": "2026-03-14"}, "2026-03-14"),
    ({"month": "3", "year": "2026", "sure": "about"}, "2026-03~"),
    ({"day": "1", "month": "3", "year": "2026", "sure": "between", "day2": "9", "month2": "April", "year2": "2026"}, "2026-03-01/2026-04-09"),
    ({"month": "3", "year": "2026", "month2": "4", "year2": "2026"}, "2026-03/2026-04"),
    ({"sure": "unknown", "day": "99"}, "2010-01-01/2026-11-24"),
    ({"day": "14", "month": "3", "year": "2026", "time": "10.30pm"}, "2026-03-14T22:30"),
    ({"day": "29", "month": "2", "year": "2028"}, "2028-02-29"),
])
def test_what_people_type(typed: dict[str, str], edtf: str) -> None:
    assert read_when(typed, TODAY) == (edtf, [])


@pytest.mark.parametrize("edtf", [
    "2026-03-14", "2026-03", "2026", "2026-03-14~", "2026-03~", "2026~", "2026-03-01/2026-04", "2026-03-14T07:05", "2010-01-01/2026-11-24",
])
def test_changing_a_date_begins_with_what_was_typed(edtf: str) -> None:
    assert read_when(typed_of(parse_date(edtf)), TODAY) == (edtf, [])


def test_an_odd_interval_of_a_file_keeps_its_days() -> None:
    when = parse_date("2026-03~/2026-05")
    text, problems = read_when(typed_of(when), TODAY)
    assert problems == []
    assert (parse_date(text).lo, parse_date(text).hi) == (when.lo, when.hi)


@given(st.fixed_dictionaries({name: st.text(max_size=8) for name in WHEN_FIELDS}))
def test_whatever_is_typed_is_a_date_or_a_problem(typed: dict[str, str]) -> None:
    text, problems = read_when(typed, TODAY)
    assert bool(text) != bool(problems)
    if text:
        parse_date(text)


@pytest.mark.parametrize(("typed", "time"), [
    ("22:10", "22:10"), ("10.30pm", "22:30"), ("10 pm", "22:00"), ("12am", "00:00"), ("12:15 p.m.", "12:15"), ("7:05", "07:05"), ("2230", "22:30"),
    ("22h10", "22:10"),
    ("25:00", None), ("13pm", None), ("10:60", None), ("soon", None), ("", None), ("7", None),
])
def test_times_as_people_type_them(typed: str, time: str | None) -> None:
    assert read_time(typed) == time


def test_what_is_not_known_says_so() -> None:
    when = parse_date("2010-01-01/2026-11-24")
    assert is_unknown(when)
    assert is_vague(when)
    assert "you do not know which" in when_in_words(when)
    assert when_in_words(parse_date("2026-03-14T22:10")) == "Sat 14 March 2026, 10:10 pm"
