"""A clock that stands still: never late while it does; afterwards the days left are counted again."""

import pytest

from tests.engine.cases import day, only, stands

GOT = "2026-01-05 complaint-stage-1-received"


def test_a_complaint_on_hold_for_court_is_never_late() -> None:
    for on in ("2026-01-13", "2026-03-01", "2030-03-01"):
        answer = only(stands(on, GOT, "2026-01-12 complaint-on-hold"), "stage1")
        assert answer.verdict == "on-hold"
        assert answer.late_lo is None
        assert answer.hold is not None
        assert answer.hold.when.text == "2026-01-12"


def test_the_days_left_are_counted_again_from_the_day_it_resumes() -> None:
    # Ten working days end on Mon 19 January. Five had gone by on Mon 12 January; five are left on Mon 2 March.
    answer = only(
        stands("2026-03-05", GOT, "2026-01-12 complaint-on-hold", "2026-03-02 complaint-hold-ended"), "stage1"
    )
    assert (answer.due, answer.maximum, answer.verdict) == (day("2026-03-09"), day("2026-03-23"), "not-yet-due")


def test_two_times_on_hold_both_count() -> None:
    answer = only(
        stands(
            "2026-02-02",
            GOT,
            "2026-01-12 complaint-on-hold",
            "2026-01-14 complaint-hold-ended",
            "2026-01-16 complaint-on-hold",
            "2026-01-20 complaint-hold-ended",
        ),
        "stage1",
    )
    assert answer.due == day("2026-01-23")
    assert (
        only(
            stands(
                "2026-02-02",
                GOT,
                "2026-01-12 complaint-on-hold",
                "2026-01-14 complaint-hold-ended",
                "2026-01-16 complaint-on-hold",
            ),
            "stage1",
        ).verdict
        == "on-hold"
    )


def test_a_hold_after_the_last_day_does_not_make_up_for_lateness() -> None:
    answer = only(stands("2026-06-01", GOT, "2026-03-02 complaint-on-hold"), "stage1")
    assert answer.verdict == "overdue"


def test_a_hold_that_is_told_before_the_judging_day_only() -> None:
    assert only(stands("2026-01-11", GOT, "2026-01-12 complaint-on-hold"), "stage1").verdict == "not-yet-due"


def test_an_answer_while_on_hold_is_an_answer() -> None:
    assert (
        only(
            stands("2026-03-01", GOT, "2026-01-12 complaint-on-hold", "2026-01-15 complaint-stage-1-answered"), "stage1"
        ).verdict
        == "met"
    )


def test_records_stand_still_while_they_wait_for_you() -> None:
    # One month ends on 5 February; ten days go by between the question and your answer.
    answer = only(
        stands(
            "2026-02-10",
            "2026-01-05 subject-access-received",
            "2026-01-15 subject-access-clarification-asked",
            "2026-01-25 subject-access-clarification-given",
        ),
        "sar",
    )
    assert answer.earliest == day("2026-02-15")
    assert answer.verdict == "not-yet-due"


@pytest.mark.parametrize(
    "holds",
    [
        ("2026-01 complaint-on-hold", "2026-01-05 complaint-hold-ended"),
        ("2026~ complaint-on-hold", "2026 complaint-hold-ended"),
        (
            "2026-01 complaint-on-hold",
            "2026-01-07 complaint-on-hold",
            "2026-01 complaint-hold-ended",
            "2026-01-08 complaint-hold-ended",
        ),
        (
            "2026-01-05 complaint-on-hold",
            "2026-01-05 complaint-hold-ended",
            "2026-01-05 complaint-on-hold",
            "2026-01-05 complaint-hold-ended",
        ),
    ],
)
def test_uncertain_holds_come_to_an_end(holds: tuple[str, ...]) -> None:
    answer = only(stands("2026-11-24", GOT, *holds), "stage1")
    assert answer.earliest is not None
    assert answer.latest is not None
    assert answer.earliest <= answer.latest
