"""The one format of content/ holds the laws of Scotland, Wales and Northern Ireland as it holds England's.

A small map of each nation, of what is hardest to fit, stands in tests/nations/content/; calendars are the project's own.
"""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handrail.engine.answer import Answer, Verdict
from handrail.engine.case import Case, Happening
from handrail.engine.check.rules import check_content
from handrail.engine.dates import parse_date
from handrail.engine.describe import child_as_data, late_by
from handrail.engine.due import due_of
from handrail.engine.loader import content_dir, load_map
from handrail.engine.map import Map
from handrail.engine.position import ChildPosition, Position, position
from handrail.engine.sentences import sentence
from handrail.engine.yaml12 import read_yaml

HERE = Path(__file__).parent
CONTENT = HERE / "nations" / "content"
DECIDED = HERE / "decided" / "other-nations"
NATIONS = ("scotland", "wales", "northern-ireland")
FROM_THE_PROJECT = ("calendars", "sources/general-knowledge.yaml", "legal-words.yaml")
TODAY = date(2026, 11, 24)
Maps = dict[str, Map]
Ask = Callable[..., ChildPosition]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    whole = tmp_path_factory.mktemp("nations") / "content"
    shutil.copytree(CONTENT, whole)
    for name in FROM_THE_PROJECT:
        (shutil.copytree if (content_dir() / name).is_dir() else shutil.copy)(content_dir() / name, whole / name)
    return whole


@pytest.fixture(scope="module")
def maps(folder: Path) -> Maps:
    return {nation: load_map(nation, folder) for nation in NATIONS}


@pytest.fixture(scope="module")
def ask(maps: Maps) -> Ask:
    def of(nation: str, on: str, *events: tuple[str, str], asker: str = "parent") -> ChildPosition:
        told = tuple(Happening(event, parse_date(when)) for event, when in events)
        return position(maps[nation], Case(nation, asker, (), told), parse_date(on)).children[0]

    return of


def about(child: ChildPosition, limit: str) -> list[Answer]:
    return [answer for answer in child.answers if answer.limit.id == limit]


def stages(child: ChildPosition) -> set[str]:
    return {spell.stage.id for spell in child.now}


# The format itself


def test_every_rule_of_the_check_holds(folder: Path) -> None:
    errors = [str(f) for f in check_content(folder, TODAY) if not f.is_warning and f.key != "calendar"]
    assert not errors, "\n".join(errors)


def test_every_calendar_passes_the_check(folder: Path) -> None:
    errors = [str(f) for f in check_content(folder, TODAY) if f.key == "calendar"]
    assert not errors, "\n".join(errors)


def test_no_nation_needs_a_key_that_england_has_not(maps: Maps) -> None:
    england = load_map("england")
    for map_ in maps.values():
        assert 6 <= len(map_.limits) <= 20
        assert 3 <= len(map_.stages) <= 7
        assert map_.rights
        for limit in map_.limits.values():
            assert limit.sources
            assert limit.checked_on
            assert limit.calendar in map_.calendars
            assert limit.side in {known.side for known in england.limits.values()}
            assert limit.kind in {known.kind for known in england.limits.values()}


def test_england_is_no_default(maps: Maps) -> None:
    assert "icpc-15wd" not in maps["scotland"].limits
    assert "foi-received" not in maps["wales"].events


def test_who_decides_and_who_stands_between(maps: Maps) -> None:
    scotland = maps["scotland"].limits
    assert (scotland["protection-order-hearing-2"].decision_maker, scotland["protection-order-hearing-2"].filter) == ("childrens-hearing", "childrens-reporter")
    assert (scotland["proof-28"].decision_maker, scotland["proof-28"].filter) == ("sheriff", "childrens-reporter")
    assert (scotland["hearing-appeal-21"].decision_maker, scotland["hearing-appeal-21"].filter) == ("sheriff", None)
    assert maps["northern-ireland"].limits["review-first-2-weeks"].decision_maker == "hsc-trust"
    assert {limit.filter for nation in ("wales", "northern-ireland") for limit in maps[nation].limits.values()} == {None}


# Worked cases beside the rules, as for England


def worked_cases() -> Iterator[Any]:
    for path in sorted((CONTENT / "limits").glob("*/*.cases.yaml")):
        for number, case in enumerate(read_yaml(path)):
            yield pytest.param(path, case, id=f"{path.parent.name}-{path.name.removesuffix('.cases.yaml')}-{number}")


@pytest.mark.parametrize(("path", "case"), list(worked_cases()))
def test_worked_case(maps: Maps, ask: Ask, path: Path, case: dict[str, Any]) -> None:
    nation, limit = path.parent.name, path.name.removesuffix(".cases.yaml")
    if "from" in case:
        answer = due_of(maps[nation], limit, parse_date(case["from"]))
        assert answer.status == case.get("status", "due"), answer.reason
        if answer.status != "due":
            assert (answer.due, answer.earliest, answer.latest, answer.maximum) == (None, None, None, None)
        found: list[Any] = [answer]
    else:
        found = list(about(ask(nation, case["on"], *((e["event"], e["on"]) for e in case["events"])), limit))
        if case["verdict"] == "none":
            assert not found
            return
        assert case["verdict"] in [answer.verdict for answer in found]
    for key in ("due", "earliest", "latest", "maximum"):
        if key in case:
            assert date.fromisoformat(case[key]) in [getattr(answer, key) for answer in found]


def test_unconfirmed_counted_and_coming_limits_never_give_a_date(maps: Maps) -> None:
    wordy = {id_ for map_ in maps.values() for id_ in map_.wordy}
    assert wordy == {
        "planning-meeting-28", "interim-orders-at-most-three", "assessment-42-code", "conference-15", "section-76-no-notice", "case-conference-15",
        "representation-limits-coming",
    }
    for map_ in maps.values():
        for id_ in map_.wordy:
            assert due_of(map_, id_, parse_date("2026-06-01")).status == "told-in-words"


def test_every_date_has_its_working_and_every_answer_its_sentence(maps: Maps, ask: Ask) -> None:
    for nation, map_ in maps.items():
        child = ask(nation, "2026-06-20", *((event, "2026-06-01") for event in sorted(map_.events)))
        told = child_as_data(child)
        for answer in [*told["limits"], *told["windows"], *told["windows_of_others"]]:
            assert answer["says"]
            assert answer["source"][0]["title"]
            assert any(step["step"] == "source" for step in answer["working"])
            if answer["due"]:
                assert answer["working"][-1]["text"] == "Law as at Sun 22 November 2026."


# Scotland


def test_hearing_dates_leave_out_four_days_of_the_year_and_no_bank_holiday(maps: Maps) -> None:
    answer = due_of(maps["scotland"], "protection-order-end-8", parse_date("2026-12-24"))
    left_out = next(step for step in answer.working if step["step"] == "count")["left_out"]
    assert [day["on"] for day in left_out if "weekend" not in day["why"]] == ["2026-12-25", "2027-01-01"]


def test_the_two_tracks_run_side_by_side(ask: Ask) -> None:
    child = ask("scotland", "2026-06-05", ("investigation-begun", "2026-06-01"), ("child-taken-to-safety", "2026-06-04"))
    assert stages(child) == {"childrens-hearing", "child-protection-order"}
    assert about(child, "protection-order-hearing-2")[0].due == date(2026, 6, 8)
    assert about(child, "planning-meeting-28")[0].verdict == Verdict.TOLD_IN_WORDS


def test_no_hearing_on_the_second_day_where_the_sheriff_was_asked_first(ask: Ask) -> None:
    child = ask("scotland", "2026-06-05", ("asked-sheriff-to-end-protection-order", "2026-06-04"), ("child-taken-to-safety", "2026-06-04"))
    assert not about(child, "protection-order-hearing-2")
    assert about(child, "protection-order-sheriff-3")[0].due == date(2026, 6, 9)


def test_a_missed_limit_ends_the_order(ask: Ask) -> None:
    events = (("child-taken-to-safety", "2026-06-04"), ("asked-sheriff-to-end-protection-order", "2026-06-05"))
    child = ask("scotland", "2026-06-11", *events)
    answer = about(child, "protection-order-sheriff-3")[0]
    assert (answer.verdict, answer.due) == (Verdict.LAPSED, date(2026, 6, 10))
    assert about(child, "protection-order-end-8")[0].verdict == Verdict.NOT_YET_DUE
    assert about(ask("scotland", "2026-06-17", *events), "protection-order-end-8")[0].verdict == Verdict.LAPSED


def test_a_grounds_hearing_ends_the_order_sooner(ask: Ask) -> None:
    child = ask("scotland", "2026-06-12", ("child-taken-to-safety", "2026-06-04"), ("grounds-hearing-begun", "2026-06-10"))
    assert about(child, "protection-order-end-8")[0].verdict == Verdict.NO_LONGER_APPLIES


def test_three_short_orders_are_never_added_up_to_a_date(ask: Ask) -> None:
    orders = [("interim-order-made", day) for day in ("2026-03-02", "2026-03-20", "2026-04-07")]
    child = ask("scotland", "2026-04-10", *orders)
    assert [(a.verdict, a.due) for a in about(child, "interim-order-22")] == [
        (Verdict.NO_LONGER_APPLIES, date(2026, 3, 23)), (Verdict.NO_LONGER_APPLIES, date(2026, 4, 10)), (Verdict.NOT_YET_DUE, date(2026, 4, 28)),
    ]
    (counted,) = about(child, "interim-orders-at-most-three")
    assert counted.verdict == Verdict.TOLD_IN_WORDS
    assert not counted.has_date
    assert "not of days" in sentence(counted)


def test_police_hours_run_across_a_change_of_the_clocks(maps: Maps) -> None:
    answer = due_of(maps["scotland"], "police-24", parse_date("2026-03-28T22:00"))
    assert answer.moments == ("2026-03-29T23:00:00+01:00", "2026-03-29T23:00:00+01:00")


def test_a_child_at_home_on_an_order_is_looked_after(ask: Ask) -> None:
    child = ask("scotland", "2026-04-01", ("supervision-order-made", "2026-03-10"))
    assert stages(child) == {"compulsory-supervision", "looked-after-on-order"}


def test_the_end_of_a_stay_by_agreement_does_not_end_what_an_order_holds(ask: Ask) -> None:
    child = ask("scotland", "2026-04-01", ("section-25-started", "2026-01-01"), ("supervision-order-made", "2026-03-10"), ("section-25-ended", "2026-03-11"))
    assert stages(child) == {"compulsory-supervision", "looked-after-on-order"}


def test_an_order_of_a_year_ends_sooner_at_eighteen(ask: Ask) -> None:
    child = ask("scotland", "2026-09-02", ("birth", "2008-09-01"), ("supervision-order-made", "2026-03-10"))
    assert about(child, "supervision-order-1-year")[0].verdict == Verdict.NO_LONGER_APPLIES
    assert stages(child) == set()


def test_a_review_may_be_asked_for_after_three_months(ask: Ask) -> None:
    made = ("supervision-order-made", "2026-03-10")
    assert about(ask("scotland", "2026-06-09", made), "review-bar-3-months")[0].verdict == Verdict.NOT_YET_DUE
    assert about(ask("scotland", "2026-06-10", made), "review-bar-3-months")[0].verdict == Verdict.OPEN
    assert about(ask("scotland", "2026-06-10", made, ("review-asked-for", "2026-06-09")), "review-bar-3-months")[0].verdict == Verdict.TOO_EARLY


def test_notice_is_needed_once_the_child_was_away_for_six_months(ask: Ask) -> None:
    home = ("section-25-ended", "2026-07-17")
    assert about(ask("scotland", "2026-07-01", ("section-25-started", "2026-01-17"), home), "section-25-notice-14")
    assert not about(ask("scotland", "2026-07-01", ("section-25-started", "2026-01-18"), home), "section-25-notice-14")


def test_a_stay_that_was_broken_off_begins_its_six_months_again(ask: Ask) -> None:
    went, home = ("2025-06-01", "2026-03-01"), ("2026-02-01", "2026-07-17")
    broken = (*(("section-25-started", day) for day in went), *(("section-25-ended", day) for day in home))
    assert [a.start.when.text for a in about(ask("scotland", "2026-07-01", *broken), "section-25-notice-14") if a.start] == ["2026-02-01"]


def test_the_ombudsmen_do_not_count_alike(maps: Maps) -> None:
    knew = parse_date("2026-03-10")
    assert due_of(maps["scotland"], "ombudsman-12-months", knew).due == date(2027, 3, 10)
    assert due_of(maps["wales"], "ombudsman-1-year", knew).due == date(2027, 3, 9)
    assert due_of(maps["northern-ireland"], "ombudsman-6-months", knew).due == date(2026, 9, 10)
    assert due_of(load_map("england"), "lgsco", knew).due == date(2027, 3, 9)


@pytest.mark.parametrize("nation", NATIONS)
def test_the_ombudsman_may_take_a_late_complaint(maps: Maps, ask: Ask, nation: str) -> None:
    start = "final-notice-sent" if nation == "northern-ireland" else "learned-of-problem"
    child = ask(nation, "2026-06-01", (start, "2025-03-10"), asker="care-leaver")
    answer = next(a for a in child.windows if a.limit.id.startswith("ombudsman"))
    assert answer.verdict == Verdict.PASSED_MAY_BE_ALLOWED
    assert "may still allow it" in sentence(answer)


# Wales


def test_an_advocate_moves_the_start(ask: Ask) -> None:
    plain = ask("wales", "2026-06-05", ("complaint-received", "2026-06-01"), ("complaint-acknowledged", "2026-06-02"))
    assert about(plain, "complaint-discussion-10")[0].due == date(2026, 6, 16)
    helped = ask(
        "wales", "2026-06-12", ("complaint-received", "2026-06-01"), ("complaint-acknowledged", "2026-06-02"),
        ("advocate-asked-for", "2026-06-03"), ("advocate-appointed", "2026-06-10"),
    )
    assert not about(helped, "complaint-discussion-10")
    assert about(helped, "complaint-discussion-advocate")[0].due == date(2026, 6, 24)


def test_a_longer_formal_answer_has_an_outer_limit_with_another_start(ask: Ask) -> None:
    events = (("complaint-received", "2026-03-10"), ("complaint-final-record-made", "2026-04-01"))
    child = ask("wales", "2026-05-20", *events)
    assert about(child, "complaint-formal-25")[0].verdict == Verdict.OVERDUE
    longer = ask("wales", "2026-05-20", *events, ("complaint-formal-extended", "2026-05-06"))
    assert about(longer, "complaint-formal-25")[0].verdict == Verdict.NO_LONGER_APPLIES
    outer = about(longer, "complaint-formal-6-months")[0]
    assert (outer.verdict, outer.due) == (Verdict.NOT_YET_DUE, date(2026, 9, 9))


def test_a_start_that_families_are_not_told_of_is_fenced_in(ask: Ask) -> None:
    child = ask("wales", "2026-12-01", ("assessment-started", "2026-08-03"), ("first-visit", "2026-08-10"))
    answer = about(child, "assessment-42")[0]
    assert (answer.by, answer.earliest, answer.latest) == ("bounds", date(2026, 10, 1), date(2026, 10, 8))
    assert answer.missing == "On what day did the enquiries begin?"


def test_two_pages_that_disagree_are_both_shown(maps: Maps) -> None:
    answer = due_of(maps["wales"], "review-conference-6-months", parse_date("2026-06-01"))
    assert answer.due == date(2026, 12, 1)
    assert [(r["id"], r["latest"]) for r in answer.readings] == [("welsh-page", "2026-07-13")]


def test_one_voluntary_stay_three_rules(maps: Maps, ask: Ask) -> None:
    child = ask("wales", "2026-12-01", ("section-76-started", "2026-01-17"))
    answer = about(child, "section-76-no-notice")[0]
    assert (answer.verdict, answer.due) == (Verdict.TOLD_IN_WORDS, None)
    assert "take-child-home" in {right.id for right in child.rights}
    assert "take-child-home" not in {right.id for right in ask("wales", "2026-12-01", ("section-76-started", "2026-01-17"), asker="kin-carer").rights}


# Northern Ireland


def test_the_july_holiday_is_northern_irelands_own(maps: Maps) -> None:
    answer = due_of(maps["northern-ireland"], "initial-assessment-10", parse_date("2026-07-06"))
    assert answer.due == date(2026, 7, 21)
    assert maps["northern-ireland"].calendars["wd-guidance"].add(date(2026, 7, 6).toordinal(), 10) == date(2026, 7, 20).toordinal()


def test_the_sunday_rule_of_england_is_not_copied(maps: Maps) -> None:
    answer = due_of(maps["northern-ireland"], "epo-8", parse_date("2026-05-17"))
    assert (answer.earliest, answer.latest, answer.maximum) == (date(2026, 5, 24), date(2026, 5, 25), None)


def test_days_with_the_police_count_and_the_order_itself_counts_most(ask: Ask) -> None:
    events = (("police-protection-started", "2026-06-01"), ("epo-made-for-police", "2026-06-03"))
    child = ask("northern-ireland", "2026-06-04", *events)
    assert about(child, "epo-8-police")[0].due == date(2026, 6, 8)
    assert not about(child, "epo-8")
    stated = ask("northern-ireland", "2026-06-04", *events, ("epo-end-date-on-order", "2026-06-07"))
    assert about(stated, "epo-8-police")[0].due == date(2026, 6, 7)


def test_a_care_order_makes_the_trusts_first_review_due_in_two_weeks(ask: Ask) -> None:
    child = ask("northern-ireland", "2026-06-10", ("care-order-made", "2026-06-01"))
    assert "looked-after" in stages(child)
    assert about(child, "review-first-2-weeks")[0].due == date(2026, 6, 15)


def test_longer_time_at_stage_one_may_be_right(ask: Ask) -> None:
    received = ("complaint-received", "2026-07-06")
    assert about(ask("northern-ireland", "2026-07-16", received), "complaint-stage-1-5")[0].verdict == Verdict.MAY_BE_LATE
    longer = ask("northern-ireland", "2026-07-16", received, ("complaint-stage-1-extended", "2026-07-13"))
    assert about(longer, "complaint-stage-1-5")[0].verdict == Verdict.NOT_YET_DUE
    assert about(ask("northern-ireland", "2026-07-22", received), "complaint-stage-1-5")[0].verdict == Verdict.OVERDUE


def test_a_rule_confirmed_only_for_the_past_gives_no_date_today(ask: Ask) -> None:
    child = ask("northern-ireland", "2026-06-05", ("care-order-made", "2026-06-01"))
    answer = about(child, "appeal-care-order-14")[0]
    assert (answer.verdict, answer.due) == (Verdict.TOLD_IN_WORDS, None)


# Decided cases of these nations


def decided_asks() -> Iterator[Any]:
    for path in sorted(DECIDED.glob("[0-9]*.yaml")):
        for number, wanted in enumerate(read_yaml(path)["asks"]):
            yield pytest.param(path, wanted, id=f"{path.stem}-{wanted['limit']}-{number}")


def place(maps: Maps, decided: dict[str, Any], wanted: dict[str, Any]) -> Position:
    kinds = read_yaml(DECIDED / "kinds.yaml")[decided["nation"]]
    events = tuple(Happening(kinds[e["kind"]], parse_date(e["date"])) for e in decided["events"] if e["date"] <= wanted.get("until", "9999"))
    case = Case(decided["nation"], "parent", (), events)
    return position(maps[decided["nation"]], case, parse_date(wanted.get("date", decided["on"])))


@pytest.mark.parametrize(("path", "wanted"), list(decided_asks()))
def test_what_the_deciders_said_comes_out(maps: Maps, path: Path, wanted: dict[str, Any]) -> None:
    decided = read_yaml(path)
    found = place(maps, decided, wanted)
    answer: Any
    if "from" in wanted:
        answer = due_of(maps[decided["nation"]], wanted["limit"], parse_date(wanted["from"]))
    else:
        answer = about(found.children[0], wanted["limit"])[0]
        assert answer.verdict == wanted.get("verdict", answer.verdict)
    if "due" in wanted:
        assert answer.due == date.fromisoformat(wanted["due"])
    if "window" in wanted:
        assert (str(answer.earliest), str(answer.latest)) == (wanted["window"]["earliest"], wanted["window"]["latest"])
    if "days_late" in wanted:
        told = late_by(found.map, answer)
        assert told is not None
        assert told["days_at_least"] == wanted["days_late"]


def test_one_decided_case_of_each_nation_is_here() -> None:
    assert sorted(read_yaml(path)["nation"] for path in DECIDED.glob("[0-9]*.yaml")) == sorted(NATIONS)
