"""Calendar files keep to RFC 5545, whatever the titles."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.documents.ics import Day, calendar_file, stable_uid
from tests.documents.ics_reader import events_of, lines_of

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TITLES = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=200)


def test_a_plain_day() -> None:
    [event] = events_of(calendar_file([Day("u1", date(2026, 12, 31), "Date to remember")], NOW))
    assert event[:3] == ("u1", date(2026, 12, 31), "Date to remember")
    assert event.stamp == "20261124T120000Z"


@given(st.lists(st.tuples(st.dates(date(2000, 1, 1), date(2100, 1, 1)), TITLES), max_size=5))
def test_whatever_the_titles_they_come_back(days: list[tuple[date, str]]) -> None:
    made = [Day(f"u{n}", on, title) for n, (on, title) in enumerate(days)]
    found = events_of(calendar_file(made, NOW))
    assert {(e.uid, e.on, e.title) for e in found} == set(made)
    assert [e.on for e in found] == sorted(d.on for d in made)


def test_line_breaks_commas_and_semicolons_are_escaped() -> None:
    [event] = events_of(calendar_file([Day("u", date(2026, 1, 1), "a,b;c\\d\r\ne\nf")], NOW))
    assert event.title == "a,b;c\\d\ne\nf"


def test_long_lines_are_folded_between_characters() -> None:
    content = calendar_file([Day("u", date(2026, 1, 1), "é🙂" * 60)], NOW)
    assert any(line == "SUMMARY:" + "é🙂" * 60 for line in lines_of(content))


def test_a_later_file_has_a_higher_sequence_and_another_zone_changes_nothing() -> None:
    day = [Day("u", date(2026, 1, 1), "x")]
    [first], [later] = events_of(calendar_file(day, NOW)), events_of(calendar_file(day, NOW + timedelta(minutes=1)))
    assert later.sequence > first.sequence
    assert calendar_file(day, NOW) == calendar_file(day, NOW.astimezone())


@pytest.mark.parametrize("parts", [("lgsco", "stage-2"), ("lgs", "costage-2"), ("lgsco", None), ("lgsco", "", "")])
def test_identifiers_are_stable_and_tell_nothing(parts: tuple[str | None, ...]) -> None:
    uid = stable_uid("salt", *parts)
    assert uid == stable_uid("salt", *parts)
    assert uid != stable_uid("other", *parts)
    assert len({stable_uid("salt", *p) for p in [("lgsco", "stage-2"), ("lgs", "costage-2"), ("lgsco", None), ("lgsco", "", "")]}) == 4
    assert "lgsco" not in uid
