"""What must hold for every case that anybody could type in. A quick look each time; `make test-long` looks far longer."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from handrail.engine.answer import Answer, Verdict
from handrail.engine.case import Case, Happening
from handrail.engine.changes import between
from handrail.engine.dates import FuzzyDate, fuzzy, parse_date
from handrail.engine.describe import position_as_data
from handrail.engine.due import due_of
from handrail.engine.map import Map
from handrail.engine.model import ASKERS
from handrail.engine.position import position
from handrail.engine.sentences import sentence
from tests.engine.cases import ENGLAND

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "docs" / "schemas" / "position.schema.json").read_text(encoding="utf-8"))
)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
DEEP = settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))

DATED = sorted(ENGLAND.limits.keys() - ENGLAND.wordy)
EVENTS = sorted(ENGLAND.events)
# Events that start, meet, hold and end the limits most met: a random case drawn from few of them is one that means something.
COMMON = [
    "referral-received",
    "strategy-discussion",
    "section-47-first-visit",
    "initial-conference",
    "review-conference",
    "section-20-started",
    "looked-after-review",
    "social-worker-visit",
    "placement-started",
    "placement-ended",
    "complaint-stage-1-received",
    "complaint-stage-1-extended",
    "complaint-on-hold",
    "complaint-hold-ended",
    "complaint-stage-1-answered",
    "complaint-stage-2-requested",
    "complaint-stage-2-answered",
    "care-application-issued",
    "care-case-extended",
    "care-case-end-date-set",
    "temporary-approval-given",
    "temporary-approval-extended",
    "epo-made",
    "epo-extended",
    "epo-end-date-on-order",
    "police-protection-started",
    "child-returned-home",
    "birth",
    "subject-access-received",
    "subject-access-clarification-asked",
    "subject-access-clarification-given",
    "remedy-ordered",
    "remedy-due-date",
    "rights-breach",
    "supervision-order-made",
]
FINAL = {Verdict.OVERDUE, Verdict.LAPSED, Verdict.PASSED_MAY_BE_ALLOWED}


def _day(year: int, offset: int) -> date:
    return date(year, 1, 1) + timedelta(days=offset)


def _text(on: date, form: int, width: int) -> str:
    later = min(on + timedelta(days=width), date(2100, 12, 31))
    return [
        on.isoformat(),
        on.isoformat(),
        f"{on:%Y-%m}",
        f"{on:%Y}",
        f"{on:%Y-%m}~",
        f"{on:%Y}~",
        f"{on}~",
        f"{on}/{later}",
        f"{on}T{width % 24:02}:{width % 60:02}",
    ][form]


def _happening(event: str, when: FuzzyDate, child: str | None) -> Happening:
    return Happening(event, when, child)


days = st.builds(
    _day,
    st.one_of(st.integers(2010, 2035), st.sampled_from([2026, 2027]), st.integers(1900, 2100)),
    st.integers(0, 364),
)
uncertain = st.builds(lambda *a: parse_date(_text(*a)), days, st.integers(0, 8), st.integers(0, 80))
happenings = st.builds(
    _happening,
    st.one_of(st.sampled_from(COMMON), st.sampled_from(EVENTS)),
    uncertain,
    st.sampled_from([None, None, "A", "B"]),
)
cases = st.builds(
    lambda asker, children, events: Case(
        "england", asker, children, tuple(e for e in events if e.child is None or e.child in children)
    ),
    st.sampled_from(ASKERS),
    st.sampled_from([(), ("A",), ("A", "B")]),
    st.lists(happenings, max_size=14),
)
judged = st.builds(fuzzy, st.builds(_day, st.integers(2009, 2037), st.integers(0, 364)))


def check_total(case: Case, on: FuzzyDate) -> None:
    """Any list of events, for anybody, gives a position that is as documented, and the same one in any order."""
    found = position(ENGLAND, case, on)
    told = position_as_data(found)
    assert [e.message for e in SCHEMA.iter_errors(told)] == []
    turned = case._replace(events=tuple(reversed(case.events)))
    assert position_as_data(position(ENGLAND, turned, on)) == told
    for child in found.children:
        for answer in child.answers:
            check_answer(answer)
    assert between(found, found) == []


def check_answer(answer: Answer) -> None:
    assert sentence(answer)
    if answer.limit.no_date_because:
        assert not answer.has_date or answer.stated is not None, f"{answer.limit.id} gave a date that no order states"
        assert answer.stated is None or answer.limit.mark == "confirmed"
    if answer.due_lo is not None and answer.due_hi is not None:
        assert answer.due_lo <= answer.due_hi
    if answer.late_lo is not None and answer.late_hi is not None:
        assert 0 <= answer.late_lo <= answer.late_hi
    if answer.verdict is not Verdict.TOLD_IN_WORDS:
        assert "too late" not in sentence(answer)


def check_later(case: Case, on: FuzzyDate, later: int) -> None:
    """With nothing new told, what is over does not come back as the days go by."""
    first, then = (position(ENGLAND, case, fuzzy(date.fromordinal(day))) for day in (on.lo, on.lo + later))
    for before, after in zip(first.children, then.children, strict=True):
        now = {answer.key: answer.verdict for answer in after.answers}
        for answer in before.answers:
            if answer.verdict in FINAL and answer.start is not None:
                assert now.get(answer.key) is not Verdict.NOT_YET_DUE, (answer.limit.id, answer.verdict)


def check_holiday(limit: str, start: FuzzyDate, holiday: date) -> None:
    """One more day off never makes anything due earlier (counts back from a hearing: never later)."""
    more = ENGLAND.with_calendars(ENGLAND.calendars.with_day("england-and-wales", holiday, "Made up", holiday))
    before, after = due_of(ENGLAND, limit, start), due_of(more, limit, start)
    for old, new in zip(before[3:8], after[3:8], strict=True):
        if old is not None and new is not None:
            assert new <= old if ENGLAND.limits[limit].side == "count-back" else new >= old


def check_interval(limit: str, start: FuzzyDate, part: float) -> None:
    """The answer for an uncertain start holds the answer for each day that it may have been."""
    whole = due_of(ENGLAND, limit, start._replace(minute=None))
    if whole.status != "due":
        return
    assert whole.earliest is not None
    assert whole.latest is not None
    for ordinal in {start.lo, start.hi, start.lo + int((start.hi - start.lo) * part)}:
        point = due_of(ENGLAND, limit, fuzzy(date.fromordinal(ordinal)))
        if point.status != "due":
            continue
        assert point.earliest is not None
        assert point.latest is not None
        assert whole.earliest <= point.earliest <= point.latest <= whole.latest
        if point.maximum is not None:
            assert whole.maximum is not None
            assert point.maximum <= whole.maximum


@given(cases, judged)
@QUICK
def test_any_list_of_events_gives_a_position(case: Case, on: FuzzyDate) -> None:
    check_total(case, on)


@given(cases, judged, st.integers(1, 3000))
@QUICK
def test_what_is_over_does_not_come_back(case: Case, on: FuzzyDate, later: int) -> None:
    check_later(case, on, later)


holidays = st.builds(_day, st.integers(2025, 2028), st.integers(0, 364))
near = st.builds(
    lambda on, form, width: parse_date(_text(on, form, width)),
    st.builds(_day, st.integers(2024, 2028), st.integers(0, 364)),
    st.integers(0, 8),
    st.integers(0, 80),
)


@given(st.sampled_from(DATED), near, holidays)
@settings(QUICK, max_examples=15)
def test_one_more_holiday_never_makes_anything_earlier(limit: str, start: FuzzyDate, holiday: date) -> None:
    check_holiday(limit, start, holiday)


@given(st.sampled_from(DATED), uncertain, st.floats(0, 1))
@settings(QUICK, max_examples=100)
def test_an_interval_holds_every_point(limit: str, start: FuzzyDate, part: float) -> None:
    check_interval(limit, start, part)


def one_by_one() -> Map:
    """England's map with the hottest path shut: every start is judged by itself."""
    slow = replace(ENGLAND)
    slow.triggers = {event: [trigger._replace(is_run=False) for trigger in found] for event, found in ENGLAND.triggers.items()}
    return slow


def check_both_paths(case: Case, on: FuzzyDate) -> None:
    quick, slow = position(ENGLAND, case, on), position(one_by_one(), case, on)
    for one, other in zip(quick.children, slow.children, strict=True):
        assert [_all_of(a) for a in one.answers] == [_all_of(a) for a in other.answers]


def _all_of(answer: Answer) -> list[object]:
    return [answer.limit.id, *(getattr(answer, name) for name in Answer.__slots__ if name != "limit")]


@given(cases, judged)
@QUICK
def test_judged_together_or_one_by_one_it_is_the_same(case: Case, on: FuzzyDate) -> None:
    check_both_paths(case, on)


@pytest.mark.long
@given(cases, judged)
@DEEP
def test_judged_together_or_one_by_one_it_is_always_the_same(case: Case, on: FuzzyDate) -> None:
    check_both_paths(case, on)


@given(st.sampled_from(sorted(ENGLAND.wordy)), uncertain)
@settings(QUICK, max_examples=60)
def test_a_limit_told_in_words_never_gives_a_date(limit: str, start: FuzzyDate) -> None:
    answer = due_of(ENGLAND, limit, start)
    assert answer.status in ("told-in-words", "not-in-force")
    assert not any(answer[3:8])


@pytest.mark.long
class TestLong:
    @given(cases, judged)
    @DEEP
    def test_any_list_of_events_gives_a_position(self, case: Case, on: FuzzyDate) -> None:
        check_total(case, on)

    @given(cases, judged, st.integers(1, 3000))
    @DEEP
    def test_what_is_over_does_not_come_back(self, case: Case, on: FuzzyDate, later: int) -> None:
        check_later(case, on, later)

    @given(st.sampled_from(DATED), near, holidays)
    @settings(DEEP, max_examples=1000)
    def test_one_more_holiday_never_makes_anything_earlier(self, limit: str, start: FuzzyDate, holiday: date) -> None:
        check_holiday(limit, start, holiday)

    @given(st.sampled_from(DATED), uncertain, st.floats(0, 1))
    @settings(DEEP, max_examples=20_000)
    def test_an_interval_holds_every_point(self, limit: str, start: FuzzyDate, part: float) -> None:
        check_interval(limit, start, part)
