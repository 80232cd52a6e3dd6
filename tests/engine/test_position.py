"""Where a family stands: one test at least for each promise that the engine makes (docs/explain/verdicts.md)."""

from datetime import timedelta
from pathlib import Path

import pytest

from handrail.engine.answer import Answer, Verdict
from handrail.engine.case import Happening
from handrail.engine.dates import parse_date
from handrail.engine.describe import position_as_data
from handrail.engine.loader import content_dir
from handrail.engine.model import ASKERS
from handrail.engine.sentences import sentence
from tests.engine.cases import ENGLAND, answers, day, on_day, only, stands, where


def dates(answer: Answer) -> tuple[str, str]:
    return str(answer.earliest), str(answer.latest)


def verdict(on: str, limit: str, *lines: str, asker: str = "parent") -> str:
    return str(only(stands(on, *lines, asker=asker), limit).verdict)


class TestUncertainDates:
    """A duty is overdue only past the latest possible day; a window is told by the earliest."""

    STRATEGY = "2026-03 strategy-discussion"  # 15 working days: from Fri 20 March to Thu 23 April

    def test_the_answer_is_an_interval(self) -> None:
        answer = only(stands("2026-03-10", self.STRATEGY), "icpc-15wd")
        assert dates(answer) == ("2026-03-20", "2026-04-23")
        assert answer.due is None, "no one day is more likely than another"

    @pytest.mark.parametrize(
        ("on", "told"),
        [
            ("2026-03-20", "not-yet-due"),
            ("2026-03-21", "may-be-late"),
            ("2026-04-23", "may-be-late"),
            ("2026-04-24", "overdue"),
        ],
    )
    def test_a_duty_is_late_only_when_it_must_be(self, on: str, told: str) -> None:
        assert verdict(on, "icpc-15wd", self.STRATEGY) == told

    @pytest.mark.parametrize(
        ("done", "told"),
        [("2026-03-19", "met"), ("2026-04-01", "may-be-late"), ("2026-04-24", "met-late"), ("2026-04", "may-be-late")],
    )
    def test_what_met_it_may_be_uncertain_too(self, done: str, told: str) -> None:
        assert verdict("2026-06-01", "icpc-15wd", self.STRATEGY, f"{done} initial-conference") == told

    def test_overdue_by_at_least_and_at_most(self) -> None:
        answer = only(stands("2026-04-25", self.STRATEGY), "icpc-15wd")
        assert (answer.late_lo, answer.late_hi) == (2, 36)
        assert "due between Fri 20 March 2026 and Thu 23 April 2026." in sentence(answer)
        assert "by 2 to 36 days" in sentence(answer)

    def test_a_window_is_told_by_its_earlier_day(self) -> None:
        answer = only(stands("2026-11-24", "2026-03 rights-breach"), "hra")
        assert dates(answer) == ("2027-02-28", "2027-03-30")
        assert answer.due == day("2027-02-28")
        assert sentence(answer).startswith("You have until Sun 28 February 2027.")
        assert "et advice now" in sentence(answer)

    def test_between_its_two_days_a_window_may_still_be_open(self) -> None:
        answer = only(stands("2027-03-10", "2026-03 rights-breach"), "hra")
        assert answer.verdict == "may-be-late"
        assert "Sun 28 February 2027" in sentence(answer)
        assert "Act today, and get advice now." in sentence(answer)

    def test_a_rule_silent_on_day_one_is_read_both_ways_and_the_earlier_shown_first(self) -> None:
        answer = only(
            stands("2026-05-02", "2026-05-01 contact-stopped", "2026-04-01 care-order-made"), "contact-refuse-7"
        )
        assert dates(answer) == ("2026-05-07", "2026-05-08")
        assert answer.due == day("2026-05-07")


class TestStartsThatFamiliesAreNotToldOf:
    """Fenced in by what they do know, with the question to ask the worker."""

    def test_the_conference_is_bounded_by_the_first_visit_and_the_referral(self) -> None:
        answer = only(
            stands("2026-03-10", "2026-03-02 referral-received", "2026-03-05 section-47-first-visit"), "icpc-15wd"
        )
        assert answer.by == "bounds"
        assert dates(answer) == ("2026-03-23", "2026-03-26")
        assert answer.missing == "What date was the strategy discussion that decided to start section 47 enquiries?"
        assert answer.start is not None
        assert (answer.start.event, answer.start.when.text) == ("strategy-discussion", "2026-03-02/2026-03-05")

    def test_without_a_referral_there_is_a_latest_day_alone(self) -> None:
        answer = only(stands("2026-03-10", "2026-03-05 section-47-first-visit"), "icpc-15wd")
        assert (answer.earliest, answer.latest, answer.verdict) == (None, day("2026-03-26"), "may-be-late")
        assert "Thu 26 March 2026" in sentence(answer)
        assert "Ask the worker" in sentence(answer)

    def test_past_the_latest_day_it_is_overdue_whichever_is_right(self) -> None:
        assert verdict("2026-03-27", "icpc-15wd", "2026-03-05 section-47-first-visit") == "overdue"

    def test_a_referral_after_the_visit_fences_nothing_in(self) -> None:
        assert (
            only(
                stands("2026-03-10", "2026-03-09 referral-received", "2026-03-05 section-47-first-visit"), "icpc-15wd"
            ).earliest
            is None
        )

    def test_once_told_the_day_itself_counts(self) -> None:
        answer = only(
            stands(
                "2026-03-10",
                "2026-03-02 referral-received",
                "2026-03-03 strategy-discussion",
                "2026-03-05 section-47-first-visit",
            ),
            "icpc-15wd",
        )
        assert answer.by is None
        assert dates(answer) == ("2026-03-24", "2026-03-24")

    def test_the_answer_as_data_says_so_and_holds_the_question(self) -> None:
        told = position_as_data(where("2026-03-10", "2026-03-05 section-47-first-visit"))["children"][0]["limits"]
        answer = next(a for a in told if a["limit"] == "icpc-15wd")
        assert answer["bounded"] is True
        assert answer["ask"].startswith("What date was the strategy discussion")
        assert "no later than Thu 5 March 2026" in answer["working"][0]["text"]

    def test_a_start_that_must_have_been_and_is_not_known_is_asked_for(self) -> None:
        answer = only(
            stands("2026-03-20", "2026-03-02 care-application-made", "2026-03-16 case-management-hearing"), "care-26w"
        )
        assert (answer.verdict, answer.start, answer.has_date) == ("cannot-say", None, False)
        assert answer.missing
        assert answer.limit.ask == "On what date did the court issue the application?"

    def test_it_is_asked_for_also_where_the_childs_birthday_will_end_the_stage(self) -> None:
        assert (
            only(
                stands(
                    "2026-03-20", "2020-05-04 birth", "2026-03-02 section-20-started", "2026-03-16 review-record-sent"
                ),
                "lac-review-2",
            ).verdict
            == "cannot-say"
        )


class TestRepeats:
    """Visits and reviews: each one starts the clock of the next."""

    def test_visits_in_the_first_year(self) -> None:
        child = stands(
            "2026-07-25",
            "2026-03-02 placement-started",
            "2026-03-06 social-worker-visit",
            "2026-04-10 social-worker-visit",
            "2026-06-20 social-worker-visit",
        )
        assert only(child, "visit-1").verdict == "met"
        assert [(str(a.due), str(a.verdict)) for a in answers(child, "visit-year1")] == [
            ("2026-04-17", "met"),
            ("2026-05-22", "met-late"),
            ("2026-08-01", "not-yet-due"),
        ]

    def test_reviews_the_first_the_second_and_all_later_ones(self) -> None:
        child = stands(
            "2027-07-25",
            "2026-03-02 section-20-started",
            "2026-03-20 looked-after-review",
            "2026-06-10 looked-after-review",
            "2026-12-20 looked-after-review",
        )
        assert (only(child, "lac-review-1").due, only(child, "lac-review-1").verdict) == (day("2026-03-30"), "met")
        assert (only(child, "lac-review-2").due, only(child, "lac-review-2").verdict) == (day("2026-06-20"), "met")
        assert [(str(a.due), str(a.verdict)) for a in answers(child, "lac-review-n")] == [
            ("2026-12-10", "met-late"),
            ("2027-06-20", "overdue"),
        ]

    def test_coming_back_into_care_starts_with_a_first_review_again(self) -> None:
        child = stands(
            "2026-12-01",
            "2026-03-02 section-20-started",
            "2026-03-20 looked-after-review",
            "2026-05-01 child-returned-home",
            "2026-11-02 section-20-started",
            "2026-11-20 looked-after-review",
        )
        assert [str(a.due) for a in answers(child, "lac-review-1")] == ["2026-03-30", "2026-11-30"]
        assert [str(a.due) for a in answers(child, "lac-review-2")] == ["2026-06-20", "2027-02-20"]
        assert not answers(child, "lac-review-n")

    def test_a_new_placement_does_not_start_the_first_review_again(self) -> None:
        child = stands(
            "2026-03-25",
            "2026-03-02 section-20-started",
            "2026-03-02 placement-started",
            "2026-03-20 placement-ended",
            "2026-03-20 placement-started",
        )
        assert only(child, "lac-review-1").due == day("2026-03-30")
        assert len(answers(child, "visit-1")) == 2, "but the first visit is due again"


class TestExtensions:
    @pytest.mark.parametrize(
        ("on", "told"),
        [
            ("2026-01-19", "not-yet-due"),
            ("2026-01-20", "may-be-late"),
            ("2026-02-02", "may-be-late"),
            ("2026-02-03", "overdue"),
        ],
    )
    def test_stage_1_may_be_complex_and_nobody_said_so(self, on: str, told: str) -> None:
        answer = only(stands(on, "2026-01-05 complaint-stage-1-received"), "stage1")
        assert (str(answer.due), str(answer.maximum), str(answer.verdict)) == ("2026-01-19", "2026-02-02", told)

    def test_stage_1_made_longer(self) -> None:
        answer = only(
            stands("2026-01-25", "2026-01-05 complaint-stage-1-received", "2026-01-15 complaint-stage-1-extended"),
            "stage1",
        )
        assert (answer.due, answer.verdict, answer.maximum) == (day("2026-02-02"), "not-yet-due", None)

    def test_stage_2_made_longer_ends_on_the_65th_working_day(self) -> None:
        told = "2026-01-05 complaint-stage-2-requested", "2026-01-15 complaint-stage-2-extended"
        assert only(stands("2026-03-25", *told), "stage2").due == day("2026-04-08")
        assert verdict("2026-04-09", "stage2", *told) == "overdue"

    def test_records_made_longer_by_two_months(self) -> None:
        answer = only(
            stands("2026-03-25", "2026-01-05 subject-access-received", "2026-01-15 subject-access-extended"), "sar"
        )
        assert (answer.earliest, answer.verdict) == (day("2026-04-05"), "not-yet-due")

    def test_a_care_case_gets_eight_more_weeks_from_the_end_of_the_26(self) -> None:
        issued, longer, again = (
            "2025-12-01 care-application-issued",
            "2026-05-20 care-case-extended",
            "2026-07-20 care-case-extended",
        )
        assert only(stands("2026-03-25", issued), "care-26w").due == day("2026-05-31")
        child = stands("2026-06-25", issued, longer)
        assert (only(child, "care-26w").verdict, only(child, "care-ext-8w").due) == (
            "no-longer-applies",
            day("2026-07-26"),
        )
        child = stands("2026-08-25", issued, longer, again)
        assert [(str(a.verdict), str(a.due)) for a in answers(child, "care-ext-8w")] == [
            ("no-longer-applies", "2026-07-26"),
            ("not-yet-due", "2026-09-20"),
        ]

    def test_an_end_date_set_by_the_judge_is_the_date(self) -> None:
        answer = only(
            stands("2026-05-25", "2025-12-01 care-application-issued", "2026-06-10 care-case-end-date-set"), "care-26w"
        )
        assert answer.due == day("2026-06-10")
        assert answer.stated is not None

    def test_temporary_approval_and_its_one_longer_time(self) -> None:
        given, longer = "2026-01-05 temporary-approval-given", "2026-04-20 temporary-approval-extended"
        assert dates(only(stands("2026-03-25", given), "reg24")) == ("2026-04-26", "2026-04-27")
        child = stands("2026-05-25", given, longer)
        assert only(child, "reg24").verdict == "no-longer-applies"
        assert dates(only(child, "reg24-ext")) == ("2026-06-21", "2026-06-22")
        assert verdict("2026-07-25", "reg24-ext", given, longer) == "lapsed"

    def test_an_emergency_order_and_its_seven_more_days(self) -> None:
        made, until, longer = "2026-05-01 epo-made", "2026-05-08 epo-end-date-on-order", "2026-05-08 epo-extended"
        assert dates(only(stands("2026-05-02", made), "epo-length")) == ("2026-05-08", "2026-05-09")
        assert only(stands("2026-05-02", made, until), "epo-length").latest == day("2026-05-08"), (
            "what the order says counts"
        )
        child = stands("2026-05-10", made, until, longer)
        assert only(child, "epo-length").verdict == "no-longer-applies"
        assert only(child, "epo-extension").due == day("2026-05-15")
        child = stands("2026-05-18", made, until, longer, "2026-05-14 epo-extension-end-date")
        assert (only(child, "epo-extension").due, only(child, "epo-extension").verdict) == (day("2026-05-14"), "lapsed")

    def test_a_supervision_order_has_an_outside_date(self) -> None:
        answer = only(stands("2026-03-20", "2026-03-10 supervision-order-made"), "supervision-length")
        assert (answer.due, answer.maximum) == (day("2027-03-09"), day("2029-03-09"))


class TestCompetingReadings:
    def test_stage_2_by_the_regulations_first_and_the_councils_way_beside(self) -> None:
        told = "2026-01-05 complaint-stage-2-requested", "2026-01-26 complaint-stage-2-statement-agreed"
        answer = next(
            a for a in position_as_data(where("2026-01-28", *told))["children"][0]["limits"] if a["limit"] == "stage2"
        )
        assert answer["due"] == "2026-02-09"
        assert [(r["id"], r["from"], r["latest"]) for r in answer["readings"]] == [
            ("council-practice", "2026-01-26", "2026-03-02")
        ]
        assert verdict("2026-04-09", "stage2", *told) == "overdue", "the regulations' date decides"

    def test_a_data_complaint_counts_its_first_day_and_guidance_does_not(self) -> None:
        answer = next(
            a
            for a in position_as_data(where("2026-06-20", "2026-06-19 data-complaint-received"))["children"][0][
                "limits"
            ]
            if a["limit"] == "dp-complaint-ack"
        )
        assert (answer["due"], answer["readings"][0]["latest"]) == ("2026-07-18", "2026-07-19")


class TestWhatEndsOrLapses:
    def test_enquiries_that_find_no_risk_end_the_wait_for_a_conference(self) -> None:
        assert (
            verdict(
                "2026-05-01", "icpc-15wd", "2026-03-02 strategy-discussion", "2026-03-12 section-47-not-substantiated"
            )
            == "no-longer-applies"
        )

    def test_ended_after_the_last_day_it_says_how_long_and_claims_no_more(self) -> None:
        answer = only(
            stands("2026-05-01", "2026-03-02 strategy-discussion", "2026-04-02 section-47-not-substantiated"),
            "icpc-15wd",
        )
        assert (answer.verdict, answer.late_lo) == ("no-longer-applies", 10)
        assert "You have not told us that it was done" in sentence(answer)

    def test_an_emergency_order_lapses(self) -> None:
        answer = only(stands("2026-05-20", "2026-05-01 epo-made"), "epo-length")
        assert answer.verdict == "lapsed"
        assert "Fri 8 May 2026" in sentence(answer)
        assert "Sat 9 May 2026" in sentence(answer)

    def test_consent_to_adoption_has_no_last_day_until_somebody_applies(self) -> None:
        given = "2026-01-10 consent-to-placement-given"
        assert verdict("2026-11-24", "consent-withdraw", given) == "told-in-words"
        assert ENGLAND.limits["consent-withdraw"].effect_if_missed == "lapsed"
        assert "told-in-words" not in [
            a.verdict for a in answers(stands("2026-11-24", given, "2026-10-10 adoption-applied"), "consent-withdraw")
        ]


class TestLawOfTheDay:
    @pytest.mark.parametrize(
        ("limit", "before", "from_"),
        [
            ("dp-complaint-ack", "2026-06-18 data-complaint-received", "2026-06-19 data-complaint-received"),
            ("lac-review-1", "2011-03-31 became-looked-after", "2011-04-01 became-looked-after"),
        ],
    )
    def test_no_rule_no_answer_the_day_before_it_began(self, limit: str, before: str, from_: str) -> None:
        assert not answers(stands("2026-06-20", before), limit)
        assert answers(stands("2026-06-20", from_), limit)

    def test_the_26_weeks_began_on_22_april_2014(self) -> None:
        assert verdict("2014-12-01", "care-26w", "2014-04-21 care-application-issued") == "told-in-words"
        answer = only(stands("2014-12-01", "2014-04-22 care-application-issued"), "care-26w")
        assert (answer.due, answer.verdict) == (day("2014-10-20"), "overdue")

    def test_a_start_on_either_side_of_a_change_gives_no_date(self) -> None:
        assert not only(stands("2014-12-01", "2014-04 care-application-issued"), "care-26w").has_date

    @pytest.mark.parametrize("on", ["2026-06-28", "2026-06-29"])
    def test_no_time_limit_for_claims_about_sexual_abuse_before_or_after_the_change(self, on: str) -> None:
        answer = only(stands("2026-11-24", f"{on} abuse-suffered-as-child", asker="care-leaver"), "pi-csa")
        assert (answer.verdict, answer.has_date) == ("told-in-words", False)
        assert "no time limit" in sentence(answer)


PASSED = [
    ("complaint-in-time", "2025-11-01 complaint-grounds-arose", "2026-11-01"),
    ("lgsco", "2025-11-01 learned-of-problem", "2026-10-31"),
    ("appeal-21", "2026-10-01 care-order-made", "2026-10-22"),
    ("hra", "2025-11-01 rights-breach", "2026-10-31"),
    ("stage3-request", "2026-10-01 complaint-stage-2-answered", "2026-10-29"),
]


class TestWindows:
    @pytest.mark.parametrize(("limit", "told", "until"), PASSED)
    def test_what_has_passed_may_still_be_allowed(self, limit: str, told: str, until: str) -> None:
        assert verdict(until, limit, told) == "not-yet-due"
        answer = only(stands("2026-11-24", told), limit)
        assert (str(answer.due), str(answer.verdict)) == (until, "passed-may-be-allowed")
        assert answer.limit.late is not None
        assert all(answer.limit.late[part] for part in ("who", "test", "how"))
        assert f"{answer.limit.late['who']} may still allow it. Ask now" in sentence(answer)

    def test_asking_for_an_expert_late_may_be_allowed_though_it_counts_back(self) -> None:
        told = "2026-11-30 court-hearing"
        assert only(stands("2026-11-20", told), "expert-request").due == day("2026-11-24")
        assert verdict("2026-11-27", "expert-request", told) == "passed-may-be-allowed"

    def test_asking_for_stage_2_has_no_last_day(self) -> None:
        answer = only(stands("2030-01-01", "2020-01-06 complaint-stage-1-answered"), "stage2-request")
        assert (answer.verdict, answer.has_date) == ("told-in-words", False)
        assert "no time limit" in sentence(answer)

    def test_every_window_that_gives_a_date_says_what_happens_after_it(self) -> None:
        for limit in ENGLAND.limits.values():
            if limit.is_window and not limit.no_date_because:
                assert limit.effect_if_missed in ("may-be-allowed", "lapsed"), limit.id

    def test_only_a_rule_whose_source_says_so_lapses(self) -> None:
        lapsing = {limit.id for limit in ENGLAND.limits.values() if limit.effect_if_missed in ("lapsed", "order-ends")}
        assert {id_ for id_ in lapsing if ENGLAND.limits[id_].side == "window"} == {
            "consent-withdraw",
            "epo-challenge",
            "oppose-adoption",
            "revoke-placement",
        }

    def test_the_most_pressing_window_comes_first(self) -> None:
        child = stands(
            "2026-11-24",
            "2026-11-01 rights-breach",
            "2026-11-20 care-order-made",
            "2026-11-10 public-body-decision",
            "2025-01-01 learned-of-problem",
        )
        dated = [a.limit.id for a in child.windows if a.has_date]
        assert dated[:3] == ["appeal-21", "jr", "hra"]
        assert dated.index("hra") < dated.index("lgsco"), "what has passed comes after what is open"

    def test_a_right_that_was_closed_says_so_and_since_when(self) -> None:
        for limit, opened, shut in (
            ("consent-withdraw", "2026-01-10 consent-to-placement-given", "2026-03-02 adoption-applied"),
            ("revoke-placement", "2026-01-10 placement-order-made", "2026-03-02 placed-for-adoption"),
            ("epo-challenge", "2026-02-27 epo-made", "2026-03-02 epo-extended"),
        ):
            answer = only(stands("2026-03-04", opened, shut), limit)
            assert (answer.verdict, answer.has_date) == ("lapsed", False)
            assert "closed since Mon 2 March 2026" in sentence(answer)

    def test_an_appeal_that_was_sent_perhaps_late_is_not_told_as_unsent(self) -> None:
        answer = only(stands("2014-06-01", "2013-09 care-order-made", "2013-10 appeal-filed"), "appeal-21")
        assert answer.verdict == "may-be-late"
        assert sentence(answer).startswith("You did this on October 2013") or "October 2013" in sentence(answer)

    def test_a_bar_is_shut_then_open_and_can_be_broken(self) -> None:
        home = "2026-05-04 lived-with-foster-adopters-started"
        assert verdict("2027-05-03", "adoption-apply-foster", home, asker="kin-carer") == "not-yet-due"
        assert verdict("2027-05-04", "adoption-apply-foster", home, asker="kin-carer") == "open"
        assert (
            verdict("2027-05-20", "adoption-apply-foster", home, "2027-05-10 adoption-applied", asker="kin-carer")
            == "met"
        )
        assert (
            verdict("2027-05-20", "adoption-apply-foster", home, "2027-04-10 adoption-applied", asker="kin-carer")
            == "too-early"
        )


class TestWhoIsAsking:
    def test_windows_go_to_those_whom_the_law_lets_act(self) -> None:
        given = "2026-01-10 consent-to-placement-given"
        for asker in ASKERS:
            child = stands("2026-11-24", given, asker=asker)
            own = {a.limit.id for a in child.windows}
            others = {a.limit.id for a in child.windows_of_others}
            assert ("consent-withdraw" in own) == (asker == "parent")
            assert ("consent-withdraw" in others) == (asker != "parent")

    def test_the_answer_says_whose_it_is(self) -> None:
        told = position_as_data(where("2026-11-24", "2026-01-10 consent-to-placement-given", asker="kin-carer"))[
            "children"
        ][0]
        answer = next(a for a in told["windows_of_others"] if a["limit"] == "consent-withdraw")
        assert (answer["for_you"], answer["may_act"]) == (False, ["parent"])
        assert answer["may_act_words"]

    def test_rights_follow_the_asker(self) -> None:
        told = {
            asker: {r.id for r in stands("2026-11-24", "2026-11-10 section-20-started", asker=asker).rights}
            for asker in ASKERS
        }
        assert "section-20-take-child-home" in told["parent"]
        assert "section-20-take-child-home" not in told["kin-carer"]
        for asker, rights in told.items():
            for right in ENGLAND.rights.values():
                assert (right.id in rights) <= bool({asker, "all"} & set(right.whose))


class TestSeveral:
    def test_brothers_and_sisters_stand_apart(self) -> None:
        position = where(
            "2026-03-20",
            "2026-03-02 referral-received",
            "2026-03-10 section-20-started @A",
            "2026-03-12 child-protection-plan-made @B",
            children=("A", "B"),
        )
        first, second = position.children
        assert (first.child, second.child) == ("A", "B")
        assert {s.stage.id for s in first.now} >= {"s20", "lac"}
        assert "lac" not in {s.stage.id for s in second.now}
        assert "cpp" in {s.stage.id for s in second.now}
        assert only(first, "lac-review-1")
        assert not answers(second, "lac-review-1")
        assert only(first, "assessment-45wd").due == only(second, "assessment-45wd").due, (
            "an event of no one child is about all"
        )

    def test_several_things_go_on_at_once(self) -> None:
        child = stands(
            "2026-03-20",
            "2026-03-02 care-application-issued",
            "2026-03-03 complaint-stage-1-received",
            "2026-03-04 subject-access-received",
            "2026-03-05 ehc-request-received",
            "2026-03-06 interim-care-order-made",
        )
        assert {s.stage.id for s in child.now} >= {
            "care-proceedings",
            "complaint",
            "records",
            "ehcp",
            "interim-orders",
            "lac",
        }
        assert {a.limit.id for a in child.answers} >= {
            "care-26w",
            "stage1",
            "sar",
            "ehcp-final",
            "lac-review-1",
            "appeal-7",
        }

    def test_a_child_with_nothing_told_stands_nowhere(self) -> None:
        child = stands("2026-03-20")
        assert (child.now, child.answers, child.findings, child.next_stages) == ([], [], [], [])


class TestPlanned:
    def test_a_conference_to_come_does_not_count_as_held_and_starts_what_follows(self) -> None:
        child = stands("2026-11-20", "2026-11-10 strategy-discussion", "2026-12-18 initial-conference")
        assert only(child, "icpc-15wd").verdict == "not-yet-due"
        assert only(child, "icpc-15wd").end is None
        assert only(child, "core-group-first").due == day("2027-01-06")
        assert not child.findings
        assert "icpc" not in {s.stage.id for s in child.before}

    def test_a_report_to_come_is_no_answer_yet(self) -> None:
        assert (
            verdict("2026-12-10", "icpc-15wd", "2026-11-10 strategy-discussion", "2026-12-18 initial-conference")
            == "overdue"
        )

    def test_a_stage_that_is_to_come_is_planned(self) -> None:
        child = stands("2026-11-20", "2026-12-18 review-report-shared", "2026-12-01 placement-started")
        assert {s.stage.id for s in child.planned} == {"rcpc", "lac"}
        assert not child.now

    def test_an_event_that_cannot_be_planned_is_asked_about(self) -> None:
        child = stands("2026-11-20", "2026-12-18 referral-received")
        assert [f.kind for f in child.findings] == ["in-the-future"]


class TestContradictions:
    @pytest.mark.parametrize(
        ("lines", "kind"),
        [
            (("2026-03-02 initial-conference", "2026-03-10 strategy-discussion"), "out-of-order"),
            (("2026-03-02 referral-received", "2026-03-02 referral-received"), "told-twice"),
            (("2027-03-02 referral-received",), "in-the-future"),
            (("2026-03-02 child-assessment-order-ended",), "end-without-start"),
        ],
    )
    def test_are_findings_in_kind_words(self, lines: tuple[str, ...], kind: str) -> None:
        findings = stands("2026-11-24", *lines).findings
        assert kind in [f.kind for f in findings]
        assert all(f.words and f.events for f in findings)

    def test_a_birth_is_told_for_the_childs_age_and_is_no_oddity(self) -> None:
        assert stands("2026-11-24", "2020-05-04 birth").findings == []

    def test_everything_at_once_on_one_day_still_gives_an_answer(self) -> None:
        child = stands("2026-11-24", *[f"2026-11-01 {event}" for event in ENGLAND.events])
        assert child.answers
        assert child.findings is not None


class TestStatusFollowsFacts:
    def test_a_child_the_council_placed_with_relatives_is_looked_after(self) -> None:
        position = where("2026-03-20", "2026-03-10 placed-with-relatives-by-council")
        child = position.children[0]
        assert "lac" in {s.stage.id for s in child.now}
        assert only(child, "lac-review-1").due == day("2026-04-09")
        follows = position_as_data(position)["children"][0]["follows_in_law"]
        assert {f["event"] for f in follows} == {"became-looked-after", "placement-started"}
        assert {(f["on"], f["from"]) for f in follows} == {("2026-03-10", "placed-with-relatives-by-council")}

    def test_told_in_words_as_well_it_happens_once(self) -> None:
        child = stands("2026-03-20", "2026-03-10 placed-with-relatives-by-council", "2026-03-10 became-looked-after")
        assert len(answers(child, "lac-review-1")) == 1
        assert "became-looked-after" not in {h.event for h in child.timeline.events if h.implied_by}

    def test_a_child_at_home_under_a_supervision_order_is_not(self) -> None:
        child = stands("2026-03-20", "2026-03-10 supervision-order-made")
        assert "lac" not in {s.stage.id for s in child.now}
        assert not answers(child, "lac-review-1")

    def test_a_supervision_order_ends_care(self) -> None:
        child = stands("2026-03-20", "2026-01-10 interim-care-order-made", "2026-03-10 supervision-order-made")
        assert "lac" in {s.stage.id for s in child.before}
        assert "stopped-being-looked-after" in [h.event for h in child.timeline.events]

    def test_birthdays_follow_from_the_birth(self) -> None:
        told = "2010-05-04 birth", "2015-01-10 section-20-started"
        child = stands("2026-11-24", *told)
        assert "child-turned-16" in [h.event for h in child.timeline.events]
        assert only(child, "pathway-needs-at-16").due == day("2026-08-04")
        assert not answers(stands("2026-05-03", *told), "pathway-needs-at-16"), "the day before the birthday"

    def test_a_birthday_to_come_changes_nothing_yet(self) -> None:
        child = stands("2026-11-24", "2010-05-04 birth", "2015-01-10 section-20-started")
        assert "child-turned-18" not in [h.event for h in child.timeline.events]
        assert "stopped-being-looked-after" not in [h.event for h in child.timeline.events]
        grown = stands("2028-05-04", "2010-05-04 birth", "2015-01-10 section-20-started")
        assert "stopped-being-looked-after" in [h.event for h in grown.timeline.events]
        assert "lac" in {s.stage.id for s in grown.before}

    def test_the_review_of_health_follows_the_childs_age(self) -> None:
        told = "2026-01-10 section-20-started", "2026-02-01 health-assessment-done"
        assert only(stands("2026-03-01", "2023-05-04 birth", *told), "health-review-under-5").due == day("2026-08-01")
        assert only(stands("2026-03-01", "2016-05-04 birth", *told), "health-review").due == day("2027-02-01")
        unknown = only(stands("2026-03-01", *told), "health-review")
        assert (unknown.verdict, unknown.missing) == ("cannot-say", "We need the child's date of birth.")


class TestRemedies:
    def test_an_order_to_put_it_right_makes_a_new_limit_by_the_date_it_states(self) -> None:
        told = "2026-09-10 remedy-ordered", "2026-10-10 remedy-due-date"
        assert only(stands("2026-10-01", *told), "remedy-carried-out").due == day("2026-10-10")
        assert verdict("2026-11-20", "remedy-carried-out", *told) == "overdue"
        assert verdict("2026-11-20", "remedy-carried-out", *told, "2026-10-20 remedy-done") == "met-late"

    def test_without_a_date_it_is_told_in_words(self) -> None:
        assert verdict("2026-11-20", "remedy-carried-out", "2026-09-10 remedy-ordered") == "told-in-words"


EVERY_VERDICT = {
    "met": ("2026-11-24", "stage1", "2026-01-05 complaint-stage-1-received", "2026-01-10 complaint-stage-1-answered"),
    "met-late": (
        "2026-11-24",
        "stage1",
        "2026-01-05 complaint-stage-1-received",
        "2026-03-10 complaint-stage-1-answered",
    ),
    "not-yet-due": ("2026-01-19", "stage1", "2026-01-05 complaint-stage-1-received"),
    "overdue": ("2026-02-03", "stage1", "2026-01-05 complaint-stage-1-received"),
    "may-be-late": ("2026-01-20", "stage1", "2026-01-05 complaint-stage-1-received"),
    "on-hold": ("2026-03-01", "stage1", "2026-01-05 complaint-stage-1-received", "2026-01-12 complaint-on-hold"),
    "passed-may-be-allowed": ("2026-11-24", "stage3-request", "2026-01-05 complaint-stage-2-answered"),
    "lapsed": ("2026-11-24", "police-protection", "2026-11-01T10:00 police-protection-started"),
    "cannot-say": ("2026-11-24", "stage1", "2035-12-24 complaint-stage-1-received"),
    "told-in-words": ("2026-11-24", "stage2-request", "2026-01-05 complaint-stage-1-answered"),
    "no-longer-applies": (
        "2026-11-24",
        "stage1",
        "2026-01-05 complaint-stage-1-received",
        "2026-01-12 complaint-withdrawn",
    ),
    "open": ("2027-11-24", "adoption-apply-foster", "2026-05-04 lived-with-foster-adopters-started"),
    "too-early": (
        "2026-11-24",
        "adoption-apply-foster",
        "2026-05-04 lived-with-foster-adopters-started",
        "2026-06-04 adoption-applied",
    ),
}


class TestVerdicts:
    @pytest.mark.parametrize("told", list(Verdict))
    def test_every_verdict_can_come_out_and_has_its_sentence(self, told: str) -> None:
        on, limit, *lines = EVERY_VERDICT[told]
        answer = only(stands(on, *lines), limit)
        assert answer.verdict == told
        assert sentence(answer).endswith((".", "?"))

    def test_the_page_on_verdicts_names_each_of_them(self) -> None:
        page = (Path(__file__).parents[2] / "docs" / "explain" / "verdicts.md").read_text(encoding="utf-8")
        assert {v for v in Verdict if f"| `{v}` |" not in page} == set()

    def test_no_sentence_ever_says_too_late(self) -> None:
        start = Happening("birth", parse_date("2026-01-05/2026-01-06"))
        for limit in [limit for limit in ENGLAND.limits.values() if not limit.no_date_because]:
            for told in set(Verdict) - {Verdict.TOLD_IN_WORDS}:
                answer = Answer(limit, start, told, 739000, 739001, 739010, 739011, start)
                answer.late_lo, answer.late_hi = 1, 5
                assert "too late" not in sentence(answer).lower()
                assert max(len(s.split()) for s in sentence(answer).split(". ")) <= 25, sentence(answer)

    def test_the_rules_say_too_late_only_to_say_that_it_is_not(self) -> None:
        for path in sorted((content_dir() / "limits").glob("*/*.yaml")):
            text = " ".join(path.read_text(encoding="utf-8").lower().split("\nalso:")[0].split())
            rest = text.replace("cannot be too late", "").replace("says you are too late", "")
            assert "too late" not in rest.partition(" also: [")[0], path.name


class TestWorking:
    """Every date has its working: start, day one, days left out and why, result, source, law as at."""

    def steps(self, limit: str, on: str, *lines: str) -> dict[str, dict[str, object]]:
        child = position_as_data(where(on, *lines))["children"][0]
        answer = next(a for a in [*child["limits"], *child["windows"]] if a["limit"] == limit)
        return {step["step"]: step for step in answer["working"]}

    def test_a_count_of_working_days(self) -> None:
        steps = self.steps("icpc-15wd", "2025-08-20", "2025-08-12 strategy-discussion")
        assert list(steps)[:3] == ["start", "day-one", "count"]
        count = steps["count"]
        assert (count["from"], count["to"], count["amount"], count["unit"], count["calendar"]) == (
            "2025-08-12",
            "2025-09-03",
            15,
            "working-days",
            "wd-guidance",
        )
        left_out = count["left_out"]
        assert isinstance(left_out, list)
        assert {d["on"]: d["why"] for d in left_out}["2025-08-25"] == "Summer bank holiday"
        assert len(left_out) == 7
        assert (
            "Tue 12 August 2025 + 15 working days, leaving out 6 weekend days and Mon 25 August (Summer bank holiday), = Wed 3 September 2025."
            in str(count["text"])
        )
        assert steps["day-one"]["rule"] == "next-day"
        assert "Working Together" in str(steps["source"]["text"])
        assert steps["law-as-at"]["on"] == str(ENGLAND.about["law_as_at"])

    def test_past_what_is_known_there_is_a_warning(self) -> None:
        assert "not all announced yet" in str(
            self.steps("stage1", "2029-01-20", "2029-01-05 complaint-stage-1-received")["count"]["note"]
        )
        assert self.steps("stage1", "2026-01-20", "2026-01-05 complaint-stage-1-received")["count"]["note"] == ""

    def test_the_law_of_the_day_is_named_where_it_changed(self) -> None:
        assert "Tue 22 April 2014" in str(
            self.steps("care-26w", "2026-03-01", "2026-01-05 care-application-issued")["law"]["text"]
        )

    def test_an_unconfirmed_limit_shows_words_and_no_count(self) -> None:
        steps = self.steps("transfer-conference", "2026-03-01", "2026-01-05 new-area-told")
        assert "count" not in steps
        assert "not-confirmed" in steps

    def test_every_dated_answer_of_a_full_case_has_one(self) -> None:
        child = stands(
            "2026-11-24", *[f"2026-{n % 9 + 1:02}-{n % 27 + 1:02} {event}" for n, event in enumerate(ENGLAND.events)]
        )
        data = position_as_data(
            where(
                "2026-11-24",
                *[f"2026-{n % 9 + 1:02}-{n % 27 + 1:02} {event}" for n, event in enumerate(ENGLAND.events)],
            )
        )["children"][0]
        told = [*data["windows"], *data["windows_of_others"], *data["limits"]]
        assert len(told) > 100
        assert child.answers
        for answer in told:
            kinds = [step["step"] for step in answer["working"]]
            assert kinds[-1] == "law-as-at"
            assert "source" in kinds
            if answer["latest"] and not answer["stated_by"]:
                assert "count" in kinds, answer["limit"]


def test_a_case_can_be_judged_on_any_day() -> None:
    lines = "2026-03-02 referral-received", "2026-03-05 section-47-first-visit", "2026-03-05 rights-breach"
    start = day("2026-03-01")
    for n in range(0, 800, 25):
        assert stands(on_day((start + timedelta(days=n)).toordinal()), *lines).answers


class TestWhatFamiliesMostlyKnow:
    """Cases as people tell them, at the worst moment."""

    def test_a_complaint_made_is_enough_to_ask_about_stage_1(self) -> None:
        answer = only(stands("2026-11-24", "2026-06-03 complaint-made"), "stage1")
        assert (answer.by, answer.verdict, str(answer.earliest), answer.latest) == ("bounds", "may-be-late", "2026-06-17", None)
        assert "Wed 3 June 2026" in sentence(answer)
        assert answer.limit.ask

    def test_an_acknowledgement_fences_it_from_above(self) -> None:
        answer = only(stands("2026-11-24", "2026-06-03 complaint-made", "2026-06-08 complaint-acknowledged"), "stage1")
        assert (answer.verdict, str(answer.earliest), str(answer.latest)) == ("overdue", "2026-06-17", "2026-06-22")

    def test_i_do_not_know_gives_no_worse_an_answer_than_saying_nothing(self) -> None:
        visit = "2026-11 section-47-first-visit"
        unknown = only(stands("2026-11-24", "2010-01-01/2026-11-24 strategy-discussion", visit), "icpc-15wd")
        unsaid = only(stands("2026-11-24", visit), "icpc-15wd")
        assert (unknown.verdict, unknown.due_lo, unknown.due_hi) == (unsaid.verdict, unsaid.due_lo, unsaid.due_hi)

    def test_a_vague_start_is_answered_once_where_the_clock_can_stop_too(self) -> None:
        child = stands("2026-11-24", "2010-01-01/2026-11-24 complaint-stage-1-received", "2026-06-08 complaint-acknowledged")
        assert (only(child, "stage1").by, str(only(child, "stage1").latest)) == ("bounds", "2026-06-22")

    def test_an_uncertain_start_is_cut_down_by_what_it_cannot_be_after(self) -> None:
        answer = only(stands("2026-11-24", "2026-10 strategy-discussion", "2026-10-14 section-47-first-visit"), "icpc-15wd")
        assert (str(answer.earliest), str(answer.latest)) == ("2026-10-22", "2026-11-04")

    def test_taking_back_section_20_agreement_says_at_once(self) -> None:
        child = stands("2026-11-24", "2026-11-10 section-20-started", "2026-11-15 section-20-consent-withdrawn")
        assert "s20-hand-back" in {a.limit.id for a in child.duties}

    def test_an_emergency_order_made_longer_ends_too(self) -> None:
        child = stands("2026-11-24", "2026-11-01 epo-made", "2026-11-07 epo-extended")
        answer = only(child, "epo-extension")
        assert (answer.verdict, str(answer.earliest), str(answer.latest)) == ("lapsed", "2026-11-15", "2026-11-16")
        assert "epo" not in {s.stage.id for s in child.now}

    def test_an_assessment_owed_at_16_is_still_owed_after_care(self) -> None:
        child = stands(
            "2026-11-24", "2024-01-10 became-looked-after", "2025-03-04 became-eligible", "2026-09-01 left-care", asker="care-leaver"
        )
        assert only(child, "pathway-needs").verdict == "overdue"
