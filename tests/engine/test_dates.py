"""Dates as families have them: what each form means, how wide "about" is, and what is refused in one clear line."""

from datetime import date

import pytest

from handrail.engine.dates import ABOUT_DAYS, fuzzy, fuzzy_in_words, in_words, parse_date
from handrail.engine.errors import BadDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-03-14", "2026-03-14", "2026-03-14"),
        (" 2026-03-14 ", "2026-03-14", "2026-03-14"),
        ("2026-03", "2026-03-01", "2026-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-03-14~", "2026-03-07", "2026-03-21"),
        ("2026-03~", "2026-02-14", "2026-04-15"),
        ("2026~", "2025-07-02", "2027-07-02"),
        ("2026-03-01/2026-03-14", "2026-03-01", "2026-03-14"),
        ("2026-03/2026-05", "2026-03-01", "2026-05-31"),
        ("2026/2026-03-14", "2026-01-01", "2026-03-14"),
        ("2026-03~/2026-04-01", "2026-02-14", "2026-04-01"),
        ("2026-03-14T22:10", "2026-03-14", "2026-03-14"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("1900", "1900-01-01", "1900-12-31"),
        ("2100-12-31", "2100-12-31", "2100-12-31"),
    ],
)
def test_each_form_is_an_interval_of_days(text: str, first: str, last: str) -> None:
    when = parse_date(text)
    assert (when.earliest.isoformat(), when.latest.isoformat()) == (first, last)
    assert when.text == text.strip()
    assert when.is_exact == (first == last)


def test_a_number_is_a_year() -> None:
    assert parse_date(2026) == parse_date("2026")


def test_the_hour_is_kept_only_for_one_certain_day() -> None:
    assert parse_date("2026-03-14T22:10").minute == 22 * 60 + 10
    assert parse_date("2026-03-14T00:00:59").minute == 0
    assert parse_date("2026-03-14T22:10~").minute is None
    assert parse_date("2026-03-14").minute is None


def test_about_is_as_wide_as_the_page_on_counting_says() -> None:
    assert ABOUT_DAYS == {"day": 7, "month": 15, "year": 183}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "~",
        "/",
        "2026-03-01/",
        "/2026-03-01",
        "2026-03-01/2026-03-02/2026-03-03",
        "2026~~",
        "yesterday",
        "14/03/2026",
        "14-03-2026",
        "2026-3-14",
        "26-03-14",
        "2026-03-14T",
        "2026-03-14T9:30",
        "2026-03-14 22:10",
        "2026?",
        "202X",
        "2026-W12",
        "２０２６-03-14",
        "2026-03-14Z",
        "2026-03-14\n2026",
        "-2026",
        "None",
        "nan",
        "2026.0",
        "[1]",
        "٢٠٢٦",
    ],
)
def test_what_is_no_date_is_refused_and_told_what_is_allowed(text: str) -> None:
    with pytest.raises(
        BadDate, match=r"not a date we can read\. Allowed: 2026-03-14, 2026-03, 2026, 2026-03~ \(about\)"
    ):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "2026-13",
        "2026-00",
        "2026-02-30~",
        "2026-02-30T10:00",
        "2026-01-01/2026-02-30",
    ],
)
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(BadDate, match="no calendar has this day"):
        parse_date(text)


@pytest.mark.parametrize("text", ["1899", "2101-01-01", "0000-01-01", "9999-12-31"])
def test_a_year_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(BadDate, match="Allowed: 1900 to 2100"):
        parse_date(text)


@pytest.mark.parametrize("text", ["2026-03-14T24:00", "2026-03-14T10:60", "2026-03-14T99:99"])
def test_a_time_that_no_clock_has_is_refused(text: str) -> None:
    with pytest.raises(BadDate, match="no clock has this time"):
        parse_date(text)


def test_between_the_wrong_way_round_is_refused() -> None:
    with pytest.raises(BadDate, match="the second date is before the first"):
        parse_date("2026-03-14/2026-03-01")


@pytest.mark.parametrize("text", ["9" * 100_000, "2026/" * 100_000, "x\ny" * 1000])
def test_a_long_mistake_is_refused_at_once_in_one_short_line(text: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_date(text)
    assert len(str(refused.value)) < 300
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-03-14", "Sat 14 March 2026"),
        ("2026-03-14T22:10", "Sat 14 March 2026"),
        ("2026-03-01~", "about Sun 1 March 2026"),
        ("2026-03", "March 2026"),
        ("2026-03~", "about March 2026"),
        ("2026", "2026"),
        ("2026~", "about 2026"),
        ("2026-03-01/2026-03-14", "between Sun 1 March 2026 and Sat 14 March 2026"),
    ],
)
def test_dates_in_words(text: str, words: str) -> None:
    assert fuzzy_in_words(parse_date(text)) == words


def test_one_certain_day() -> None:
    assert fuzzy(date(2026, 3, 14)) == parse_date("2026-03-14")
    assert in_words(date(2025, 8, 12)) == "Tue 12 August 2025"
