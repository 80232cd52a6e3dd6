"""Counting one certain day at a time: months, weeks, "beginning with", clear days, counts back, and the edges."""

from datetime import date

import pytest

from handrail.engine import counting
from handrail.engine.dates import parse_date
from handrail.engine.due import due_of
from handrail.engine.errors import CalendarExhausted, UnknownId
from tests.engine.cases import ENGLAND

CALENDARS = ENGLAND.calendars


def o(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


@pytest.mark.parametrize(
    ("start", "months", "same_day", "end"),
    [
        ("2026-03-10", 3, False, "2026-06-10"),
        ("2026-03-10", 3, True, "2026-06-09"),
        ("2026-08-31", 6, False, "2027-02-28"),
        ("2027-08-31", 6, False, "2028-02-29"),
        ("2026-01-31", 1, False, "2026-02-28"),
        ("2026-01-31", 1, True, "2026-02-28"),
        ("2024-02-29", 12, False, "2025-02-28"),
        ("2024-02-29", 12, True, "2025-02-28"),
        ("2026-02-28", 1, False, "2026-03-28"),
        ("2026-12-31", 2, False, "2027-02-28"),
    ],
)
def test_months_end_on_the_corresponding_date(start: str, months: int, same_day: bool, end: str) -> None:
    assert iso(counting.due(o(start), months, "months", CALENDARS["cal"], same_day)) == end


def test_years_are_twelve_months_and_weeks_seven_days() -> None:
    assert iso(counting.due(o("2026-03-10"), 1, "years", CALENDARS["cal"], True)) == "2027-03-09"
    assert iso(counting.due(o("2026-12-20"), 2, "weeks", CALENDARS["cal"], False)) == "2027-01-03"
    assert iso(counting.due(o("2026-06-01"), 7, "calendar-days", CALENDARS["cal"], True)) == "2026-06-07"
    assert iso(counting.due(o("2026-06-01"), 7, "calendar-days", CALENDARS["cal"], False)) == "2026-06-08"


def test_a_start_day_that_counts_but_is_a_day_off_makes_the_next_working_day_day_one() -> None:
    assert iso(counting.due(o("2026-12-25"), 1, "working-days", CALENDARS["wd-fpr"], True)) == "2026-12-29"
    assert iso(counting.due(o("2026-12-24"), 1, "working-days", CALENDARS["wd-fpr"], True)) == "2026-12-24"


@pytest.mark.parametrize(
    ("calendar", "days", "due"),
    [
        ("wd-fpr", 7, "2027-01-07"),  # the page on counting works this one by hand
        ("wd-fpr", 8, "2027-01-01"),  # longer than a short period: every day counts
        ("wd-civil", 5, "2027-01-05"),
        ("wd-civil", 6, "2026-12-30"),
    ],
)
def test_a_short_period_of_a_court_counts_business_days_alone(calendar: str, days: int, due: str) -> None:
    assert iso(counting.due(o("2026-12-24"), days, "calendar-days", CALENDARS[calendar], False, clear_days=True)) == due


@pytest.mark.parametrize(
    ("amount", "unit", "clear", "last"),
    [
        (3, "working-days", False, "2026-12-31"),
        (3, "calendar-days", True, "2026-12-30"),
        (8, "calendar-days", True, "2026-12-28"),
        (1, "weeks", False, "2026-12-30"),
        (1, "months", False, "2026-12-06"),
    ],
)
def test_counting_back_leaves_out_the_days_own_day(amount: int, unit: str, clear: bool, last: str) -> None:
    assert iso(counting.latest_before(o("2027-01-06"), amount, unit, CALENDARS["wd-fpr"], clear)) == last


def test_the_next_open_day() -> None:
    assert iso(counting.next_open(o("2026-12-25"), CALENDARS["wd-fpr"])) == "2026-12-29"
    assert iso(counting.next_open(o("2026-12-24"), CALENDARS["wd-fpr"])) == "2026-12-24"


@pytest.mark.parametrize(
    ("last", "rolled"),
    [
        ("2026-05-03", "2026-05-05"),  # a Sunday, then a bank holiday Monday
        ("2026-05-02", "2026-05-02"),  # a Saturday is no such day
        ("2026-12-25", "2026-12-29"),  # Saturday 26 December is a bank holiday, then a Sunday, then a substitute day
        ("2026-04-03", "2026-04-04"),  # Good Friday
        ("2026-05-05", "2026-05-05"),
    ],
)
def test_an_emergency_order_moves_only_off_sundays_and_holidays(last: str, rolled: str) -> None:
    assert iso(counting.next_after_sunday_or_holiday(o(last), CALENDARS["wd-fpr"])) == rolled


@pytest.mark.parametrize(
    ("amount", "unit"), [(1, "working-days"), (1, "calendar-days"), (1, "months"), (1, "years"), (1, "weeks")]
)
def test_no_count_ends_after_2035(amount: int, unit: str) -> None:
    with pytest.raises(CalendarExhausted):
        counting.due(o("2035-12-31"), amount, unit, CALENDARS["wd-fpr"], False)


def test_a_date_far_away_is_still_a_date_for_ages() -> None:
    assert iso(counting.corresponding_date(o("2090-02-28"), 12 * 25)) == "2115-02-28"
    with pytest.raises(CalendarExhausted):
        counting.add_months(o("2036-02-28"), 12)


class TestDue:
    """`due_of`: one limit from one start, the answer of the calculator."""

    @pytest.mark.parametrize(
        ("limit", "start", "earliest", "latest"),
        [
            ("icpc-15wd", "2025-08-12", "2025-09-03", "2025-09-03"),
            ("icpc-15wd", "2026-03", "2026-03-20", "2026-04-23"),
            ("care-26w", "2026-03-02", "2026-08-30", "2026-08-30"),
            ("appeal-7", "2026-12-24", "2026-12-30", "2026-12-30"),
            ("reg24", "2026-01-05", "2026-04-26", "2026-04-27"),
        ],
    )
    def test_dates(self, limit: str, start: str, earliest: str, latest: str) -> None:
        answer = due_of(ENGLAND, limit, parse_date(start))
        assert (str(answer.earliest), str(answer.latest)) == (earliest, latest)

    def test_one_day_is_given_only_where_one_day_is_known_or_the_earlier_one_is_safe(self) -> None:
        assert due_of(ENGLAND, "icpc-15wd", parse_date("2026-03")).due is None, "a worker's duty: a span"
        assert str(due_of(ENGLAND, "hra", parse_date("2026-03")).due) == "2027-02-28", (
            "the family's own time: the earlier day"
        )
        assert str(due_of(ENGLAND, "reg24", parse_date("2026-01-05")).due) == "2026-04-26", (
            "a rule silent on day 1: the earlier reading"
        )

    def test_the_outside_date_of_what_can_be_made_longer(self) -> None:
        answer = due_of(ENGLAND, "stage2", parse_date("2026-01-05"))
        assert (str(answer.due), str(answer.maximum)) == ("2026-02-09", "2026-04-08")

    @pytest.mark.parametrize(
        ("limit", "start", "status"),
        [
            ("icpc-15wd", "2035-12-20", "cannot-say"),
            ("icpc-15wd", "2009-12-20", "cannot-say"),
            ("dp-complaint-ack", "2026-06-18", "not-in-force"),
            ("cmh", "2026-03-02", "told-in-words"),
            ("care-26w", "2014-04-21", "told-in-words"),
            ("police-protection", "2035-12-30", "cannot-say"),
        ],
    )
    def test_no_date_has_a_reason(self, limit: str, start: str, status: str) -> None:
        answer = due_of(ENGLAND, limit, parse_date(start))
        assert answer.status == status
        assert answer.reason
        assert not [d for d in (answer.due, answer.earliest, answer.latest, answer.maximum) if d]

    def test_an_unknown_limit_is_refused_with_those_of_a_like_name(self) -> None:
        with pytest.raises(UnknownId, match="icpc-15wd"):
            due_of(ENGLAND, "icpc-15", parse_date("2026"))

    def test_a_limit_told_in_words_never_gives_a_date(self) -> None:
        for limit in sorted(ENGLAND.wordy):
            for start in ("2026-03-02", "2026", "2014-04-21", "2035-12-31"):
                answer = due_of(ENGLAND, limit, parse_date(start))
                assert answer.status in ("told-in-words", "not-in-force")
                assert not [
                    d for d in (answer.due, answer.earliest, answer.latest, answer.maximum, answer.moments) if d
                ]
                assert not [s for s in answer.working if "to" in s or "earliest" in s]
