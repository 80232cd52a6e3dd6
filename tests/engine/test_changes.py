"""Recompute is total: one more bank holiday changes every answer that it touches, and each says what it was and why."""

from datetime import date, timedelta

from handrail.engine.calendars import EveryDay
from handrail.engine.changes import ANSWERS_KEPT, Change, between, kept_answers, since_saved
from handrail.engine.dates import fuzzy, parse_date
from handrail.engine.due import due_of
from tests.engine.cases import ENGLAND, where

HOLIDAY = date(2027, 6, 9)  # a Wednesday
MORE = ENGLAND.with_calendars(
    ENGLAND.calendars.with_day("england-and-wales", HOLIDAY, "Made-up bank holiday", date(2027, 1, 5))
)
TOLD = (
    "2027-06-01 complaint-stage-1-received",
    "2027-06-01 strategy-discussion",
    "2027-06-01 became-looked-after",
    "2027-05-01 subject-access-received",
    "2027-06-01 foi-received",
    "2027-05-03 initial-conference",
    "2027-06-01 care-order-made",
    "2027-01-04 complaint-stage-2-answered",
)
COUNTED = [
    limit.id
    for limit in ENGLAND.limits.values()
    if not limit.no_date_because and limit.values[-1].unit == "working-days" and limit.side != "count-back"
]


def test_every_limit_of_working_days_moves_when_a_holiday_falls_within_it() -> None:
    for limit in COUNTED:
        for start in (parse_date("2027-06-08"), parse_date("2027-06-07/2027-06-08")):
            before, after = due_of(ENGLAND, limit, start), due_of(MORE, limit, start)
            assert before.status == after.status == "due"
            assert before.latest is not None
            assert after.latest is not None
            assert after.latest > before.latest, limit
            left_out = [day for step in after.working for day in step.get("left_out", [])]
            assert any(
                day["on"] == "2027-06-09" and day["why"].startswith("Made-up bank holiday") for day in left_out
            ), limit


def test_a_limit_that_counts_every_day_does_not_move_unless_its_last_day_does() -> None:
    for limit in ENGLAND.limits.values():
        if (
            not limit.no_date_because
            and isinstance(ENGLAND.clocks[limit.id].calendar, EveryDay)
            and limit.roll == "none"
        ):
            assert (
                due_of(ENGLAND, limit.id, parse_date("2027-06-08"))[3:8]
                == due_of(MORE, limit.id, parse_date("2027-06-08"))[3:8]
            )


def test_counting_back_from_a_hearing_ends_a_day_sooner() -> None:
    before, after = (due_of(m, "expert-request", parse_date("2027-06-11")) for m in (ENGLAND, MORE))
    assert (str(before.due), str(after.due)) == ("2027-06-07", "2027-06-04")


def test_a_position_says_of_each_date_what_it_was_what_it_is_and_why() -> None:
    before, after = where("2027-06-10", *TOLD), where("2027-06-10", *TOLD, map_=MORE)
    changes = {c.limit: c for c in between(before, after)}
    differing = {
        a.limit.id
        for a, b in zip(before.children[0].answers, after.children[0].answers, strict=True)
        if (a.due_lo, a.due_hi, a.max_lo, a.max_hi) != (b.due_lo, b.due_hi, b.max_lo, b.max_hi)
    }
    assert set(changes) == differing
    assert {"stage1", "icpc-15wd", "lac-review-1", "foi"} <= differing
    assert "stage3-request" not in changes, "over before the holiday"
    assert changes["stage1"] == Change(
        "stage1",
        ENGLAND.limits["stage1"].title,
        None,
        "Tue 15 June 2027",
        "Wed 16 June 2027",
        "Our calendar changed: Wed 9 June 2027 (Made-up bank holiday). That day does not count.",
    )
    assert all("Made-up bank holiday" in c.why for c in changes.values())


def test_nothing_changes_where_nothing_did() -> None:
    assert between(where("2027-06-10", *TOLD), where("2027-06-12", *TOLD)) == []


def test_a_verdict_changes_with_its_date() -> None:
    told = (
        "2027-06-01 complaint-stage-1-received",
        "2027-06-02 complaint-stage-1-extended",
        "2027-06-30 complaint-stage-1-answered",
    )
    before, after = (
        next(a for a in where("2027-07-10", *told, map_=m).children[0].answers if a.limit.id == "stage1")
        for m in (ENGLAND, MORE)
    )
    assert (before.verdict, after.verdict) == ("met-late", "met")


def test_answers_of_an_old_law_say_that_the_rule_changed() -> None:
    now = where("2027-06-10", "2027-06-01 complaint-stage-1-received")
    kept = [
        {
            **a,
            "due": "2027-06-29",
            "earliest": "2027-06-29",
            "latest": "2027-06-29",
            "rule": "20 working-days (at most 40), wd-complaints, next-day, none, confirmed",
        }
        for a in kept_answers(now)
        if a["limit"] == "stage1"
    ]
    changes = since_saved(now, kept, "2020-01-01")
    assert [c.limit for c in changes] == ["stage1"]
    assert (changes[0].before, changes[0].after) == ("Tue 29 June 2027", "Tue 15 June 2027")
    assert changes[0].why.startswith("The rule changed. It was: 20 working-days")
    assert "It is now: 10 working days" in changes[0].why


def test_a_limit_that_is_no_more_or_gives_no_date_any_more_says_so() -> None:
    now = where("2027-06-10", "2027-06-01 complaint-stage-1-received")
    kept = [
        {"limit": "gone", "child": None, "start": "birth", "on": "2026", "due": "2027-06-29"},
        {
            "limit": "cmh",
            "start": "care-application-issued",
            "on": "2026-01-05",
            "earliest": "2026-01-29",
            "latest": "2026-01-30",
        },
    ]
    assert [(c.before, c.after) for c in since_saved(now, kept, None)] == [
        ("Tue 29 June 2027", "no date"),
        ("Thu 29 January 2026 to Fri 30 January 2026", "no date"),
    ]
    assert since_saved(now, [{}], None)[0].after == "no date"


def test_only_dates_are_kept_and_never_a_note() -> None:
    position = where("2027-06-10", *TOLD)
    kept = kept_answers(position)
    assert 0 < len(kept) <= ANSWERS_KEPT
    assert {key for answer in kept for key in answer} == {
        "limit",
        "child",
        "start",
        "on",
        "due",
        "earliest",
        "latest",
        "maximum",
        "rule",
    }


def test_a_map_with_other_calendars_leaves_the_old_one_alone() -> None:
    old = due_of(ENGLAND, "stage1", fuzzy(HOLIDAY - timedelta(days=1)))
    assert due_of(MORE, "stage1", fuzzy(HOLIDAY - timedelta(days=1))) != old
    assert due_of(ENGLAND, "stage1", fuzzy(HOLIDAY - timedelta(days=1))) == old
