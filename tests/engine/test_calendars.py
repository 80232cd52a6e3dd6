"""The calendars: every day against an independent list, every count against counting one day at a time."""

import json
import random
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handrail.engine.calendar_tables import BASE, LAST
from handrail.engine.calendars import Calendar, Calendars, read_calendar_data
from handrail.engine.errors import BadContent, CalendarExhausted, UnknownId

CONTENT = Path(__file__).parents[2] / "content"
DATA = read_calendar_data(CONTENT)
CALENDARS = Calendars.of(DATA)
COUNTED = [id_ for id_ in CALENDARS if CALENDARS[id_].nth]
YEARS = range(2010, 2036)
SUBDIVISIONS = [
    ("england-and-wales", "ENG"), ("england-and-wales", "WLS"), ("scotland", "SCT"), ("northern-ireland", "NIR"),
]
# Days on which the independent list and ours differ, each with its reason. There are none.
DIFFERENCES: dict[str, set[date]] = {"ENG": set(), "WLS": set(), "SCT": set(), "NIR": set()}
EVERYWHERE = ("england-and-wales", "scotland", "northern-ireland")


def o(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def names(area: str, text: str) -> list[str]:
    return [day.name for day in CALENDARS.days(area) if day.on == date.fromisoformat(text)]


class TestDays:
    @pytest.mark.parametrize(("area", "subdivision"), SUBDIVISIONS)
    def test_every_weekday_holiday_is_in_an_independent_list_and_no_other(self, area: str, subdivision: str) -> None:
        theirs = holidays.country_holidays("GB", subdiv=subdivision, years=YEARS)
        ours = {day.on for day in CALENDARS.days(area)}
        day, differing = date(2010, 1, 1), set()
        while day <= date(2035, 12, 31):
            if day.weekday() < 5 and (day in theirs) != (day in ours):
                differing.add(day)
            day += timedelta(days=1)
        assert differing == DIFFERENCES[subdivision]

    @pytest.mark.parametrize("area", EVERYWHERE)
    def test_each_area_is_known_until_the_end_of_2028_and_reaches_to_2035(self, area: str) -> None:
        about = DATA["days"][area]
        assert (about["from"], about["to"], about["known_until"]) == ("2010-01-01", "2035-12-31", "2028-12-31")
        assert {day.on.year for day in CALENDARS.days(area)} == set(YEARS)

    @pytest.mark.parametrize(("on", "name", "areas"), [
        ("2011-04-29", "Royal wedding bank holiday", EVERYWHERE),
        ("2012-06-05", "Diamond Jubilee bank holiday", EVERYWHERE),
        ("2022-06-03", "Platinum Jubilee bank holiday", EVERYWHERE),
        ("2022-09-19", "State funeral bank holiday", EVERYWHERE),
        ("2023-05-08", "Coronation bank holiday", EVERYWHERE),
        ("2026-06-15", "World Cup bank holiday", ("scotland",)),
    ])
    def test_one_offs_by_name_and_place(self, on: str, name: str, areas: tuple[str, ...]) -> None:
        assert {area for area in EVERYWHERE if names(area, on)} == set(areas)
        assert all(names(area, on) == [name] for area in areas)

    @pytest.mark.parametrize(("usual", "moved"), [
        ("2012-05-28", "2012-06-04"), ("2020-05-04", "2020-05-08"), ("2022-05-30", "2022-06-02"),
    ])
    @pytest.mark.parametrize("area", EVERYWHERE)
    def test_moved_days_stand_where_they_were_moved_to(self, area: str, usual: str, moved: str) -> None:
        day = next(day for day in CALENDARS.days(area) if day.on == date.fromisoformat(moved))
        assert day.moved_from == date.fromisoformat(usual)
        assert names(area, usual) == []

    def test_every_one_off_and_moved_day_says_when_it_was_made_known_before_it_came(self) -> None:
        for area in EVERYWHERE:
            for raw, day in zip(DATA["days"][area]["days"], CALENDARS.days(area), strict=True):
                if day.kind == "one-off" or day.moved_from:
                    assert day.proclaimed_on is not None
                    assert day.proclaimed_on < day.on
                    assert raw["source"]["source"] == "bank-holidays-announcements"

    def test_every_source_named_is_a_source_we_have(self) -> None:
        for about in [*DATA["definitions"].values(), *DATA["days"].values()]:
            for source in about["sources"]:
                assert (CONTENT / "sources" / f"{source['source']}.yaml").is_file()


class TestCounting:
    @pytest.mark.parametrize("calendar_id", COUNTED)
    def test_counts_agree_with_counting_one_day_at_a_time(self, calendar_id: str) -> None:
        calendar, dice = CALENDARS[calendar_id], random.Random(calendar_id)
        for _ in range(60):
            start, n = dice.randint(BASE + 200, LAST - 200), dice.randint(1, 65)
            assert calendar.add(start, n) == by_hand(calendar, start, n, 1)
            assert calendar.add_from(start, n) == by_hand(calendar, start - 1, n, 1)
            assert calendar.back(start, n) == by_hand(calendar, start, n, -1)
            end = start + dice.randint(0, 100)
            days = range(start + 1, end + 1)
            assert calendar.between(start, end) == sum(calendar.is_working(day) for day in days)
            assert [day for day, _ in calendar.left_out(start, end)] == [d for d in days if not calendar.is_working(d)]

    @given(st.sampled_from(COUNTED), st.integers(BASE, LAST - 400), st.integers(1, 65))
    @settings(max_examples=150, deadline=None)
    def test_a_count_back_undoes_a_count_forward(self, calendar_id: str, start: int, n: int) -> None:
        calendar = CALENDARS[calendar_id]
        due = calendar.add(start, n)
        assert calendar.is_working(due)
        assert calendar.between(start, due) == n
        assert calendar.back(due + 1, n) == calendar.add(start, 1)

    @given(st.sampled_from(COUNTED), st.integers(BASE, LAST - 400), st.integers(0, 200), st.integers(1, 65))
    @settings(max_examples=150, deadline=None)
    def test_a_later_start_never_gives_an_earlier_day(self, calendar_id: str, start: int, later: int, n: int) -> None:
        calendar = CALENDARS[calendar_id]
        assert calendar.add(start, n) <= calendar.add(start + later, n)

    @pytest.mark.parametrize("calendar_id", COUNTED)
    def test_tables_are_as_promised_to_those_who_read_them_directly(self, calendar_id: str) -> None:
        calendar = CALENDARS[calendar_id]
        assert (calendar.base, calendar.last) == (o("2010-01-01"), o("2035-12-31"))
        assert len(calendar.after) == calendar.last - calendar.base + 1
        assert all(calendar.after[day - calendar.base] == place + 1 for place, day in enumerate(calendar.nth))

    @pytest.mark.parametrize(("calendar_id", "start", "n", "due"), [
        ("wd-guidance", "2025-08-12", 15, "2025-09-03"),
        ("wd-wales-complaints", "2026-12-18", 10, "2027-01-06"),
        ("sct-chs-act", "2026-12-24", 2, "2026-12-29"),
        ("sct-chs-act", "2026-12-24", 8, "2027-01-07"),
        ("sct-chs-act", "2026-04-02", 2, "2026-04-06"),
        ("nir-bank", "2026-07-06", 10, "2026-07-21"),
        ("wd-careplanning", "2026-07-06", 10, "2026-07-20"),
    ])
    def test_cases_worked_by_hand(self, calendar_id: str, start: str, n: int, due: str) -> None:
        assert CALENDARS[calendar_id].add(o(start), n) == o(due)


def by_hand(calendar: Calendar, day: int, n: int, step: int) -> int:
    while n:
        day += step
        n -= calendar.is_working(day)
    return day


class TestDefinitions:
    def test_boxing_day_is_left_out_by_name_for_complaints_and_as_a_bank_holiday_for_care(self) -> None:
        complaints, care = CALENDARS["wd-complaints"], CALENDARS["wd-careplanning"]
        assert complaints.nth == care.nth, "26 December is always a weekend day or a bank holiday"
        assert complaints.is_holiday(o("2027-12-26")), "a Sunday, and still named"
        assert not care.is_holiday(o("2027-12-26")), "a Sunday: the Act makes it no bank holiday"
        assert complaints.is_holiday(o("2026-12-26"))

    def test_boxing_day_stays_out_by_name_where_it_is_no_bank_holiday(self) -> None:
        days = [
            {**day, "kind": "name-only"} if day["on"] == "2025-12-26" else day
            for day in DATA["days"]["england-and-wales"]["days"]
        ]
        about = {**DATA["days"]["england-and-wales"], "days": days}
        changed = Calendars.of({**DATA, "days": {**DATA["days"], "england-and-wales": about}})
        assert not changed["wd-complaints"].is_working(o("2025-12-26"))
        assert changed["wd-careplanning"].is_working(o("2025-12-26"))

    @pytest.mark.parametrize(("on", "reason"), [
        ("2026-01-02", "2 January, a bank holiday in Scotland"),
        ("2026-03-17", "St Patrick's Day, a bank holiday in Northern Ireland"),
        ("2027-07-12", "Battle of the Boyne, a bank holiday in Northern Ireland"),
        ("2026-11-30", "St Andrew's Day, a bank holiday in Scotland"),
        ("2026-06-15", "World Cup bank holiday in Scotland"),
    ])
    def test_freedom_of_information_leaves_out_holidays_anywhere_in_the_kingdom(self, on: str, reason: str) -> None:
        assert CALENDARS["wd-foi"].left_out(o(on) - 1, o(on)) == [(o(on), reason)]
        assert CALENDARS["wd-careplanning"].is_working(o(on))

    def test_reasons_in_one_nation(self) -> None:
        found = dict(CALENDARS["wd-complaints"].left_out(o("2026-12-23"), o("2027-01-01")))
        assert {date.fromordinal(day).isoformat(): reason for day, reason in found.items()} == {
            "2026-12-25": "Christmas Day, a public holiday",
            "2026-12-26": "a weekend day",
            "2026-12-27": "a weekend day",
            "2026-12-28": "Boxing Day (substitute day), a bank holiday",
            "2027-01-01": "New Year's Day, a bank holiday",
        }

    def test_childrens_hearings_leave_out_four_dates_and_weekends_alone(self) -> None:
        calendar = CALENDARS["sct-chs-act"]
        assert not any(calendar.is_working(o(f"2025-{day}")) for day in ("01-01", "01-02", "12-25", "12-26"))
        assert all(calendar.is_working(o(day)) for day in ("2026-04-03", "2026-06-15", "2026-11-30", "2026-12-28"))
        assert calendar.known_until == calendar.last

    def test_short_periods_of_the_courts(self) -> None:
        assert {id_: CALENDARS[id_].short_period for id_ in CALENDARS if CALENDARS[id_].short_period} == {
            "wd-fpr": 7, "wd-civil": 5,
        }

    def test_what_no_rule_defines_is_marked_and_explained(self) -> None:
        undefined = {id_ for id_ in CALENDARS if CALENDARS.definition(id_).get("undefined")}
        assert undefined == {"wd-guidance", "sct-bank", "wd-wales-guidance", "nir-bank"}
        for id_ in CALENDARS:
            definition = CALENDARS.definition(id_)
            assert definition["mark"] == "confirmed" or definition.get("unconfirmed_part"), id_

    def test_known_until_is_the_earliest_of_its_areas(self) -> None:
        assert CALENDARS["wd-foi"].known_until == o("2028-12-31")


class TestEveryDay:
    @pytest.mark.parametrize("calendar_id", ["cal", "hours"])
    def test_every_day_counts_also_before_the_table(self, calendar_id: str) -> None:
        calendar = CALENDARS[calendar_id]
        start = o("1998-12-24")
        assert calendar.add(start, 3) == o("1998-12-27")
        assert calendar.add_from(start, 3) == o("1998-12-26")
        assert calendar.back(start, 3) == o("1998-12-21")
        assert calendar.between(start, start + 40) == 40
        assert calendar.left_out(start, start + 40) == []
        assert calendar.is_working(start)
        assert not calendar.is_holiday(o("2025-12-25"))

    def test_no_answer_after_2035(self) -> None:
        assert CALENDARS["cal"].add(LAST - 1, 1) == LAST
        with pytest.raises(CalendarExhausted):
            CALENDARS["cal"].add(LAST, 1)


class TestTheEdges:
    @pytest.mark.parametrize("calendar_id", COUNTED)
    def test_outside_the_table_there_is_no_answer(self, calendar_id: str) -> None:
        calendar = CALENDARS[calendar_id]
        for refused in (
            lambda: calendar.add(BASE - 1, 1), lambda: calendar.add(LAST, 1), lambda: calendar.is_working(LAST + 1),
            lambda: calendar.back(BASE, 1), lambda: calendar.add_from(LAST + 1, 1), lambda: calendar.add(LAST - 5, 9),
            lambda: calendar.between(BASE - 1, BASE), lambda: calendar.left_out(LAST, LAST + 1),
        ):
            with pytest.raises(CalendarExhausted):
                refused()

    @pytest.mark.parametrize("calendar_id", COUNTED)
    def test_the_first_and_last_days_of_the_table_are_counted_right(self, calendar_id: str) -> None:
        calendar = CALENDARS[calendar_id]
        assert calendar.add_from(BASE, 1) == calendar.nth[0]
        assert calendar.back(LAST, 1) == max(day for day in calendar.nth if day < LAST)
        assert not calendar.is_working(BASE), "1 January 2010"

    def test_no_working_days_at_all_is_no_question(self) -> None:
        with pytest.raises(ValueError, match="1 and more"):
            CALENDARS["cal"].add(BASE, 0)

    def test_an_unknown_calendar_or_area_is_refused_by_name(self) -> None:
        with pytest.raises(UnknownId, match="wd-complaints"):
            CALENDARS["wd-nowhere"]
        with pytest.raises(UnknownId, match="northern-ireland"):
            CALENDARS.days("wales")

    def test_an_area_without_days_is_refused(self) -> None:
        definitions = {"wd-odd": {"title": "Odd", "weekend": True, "areas": ["atlantis"]}}
        with pytest.raises(BadContent, match="atlantis"):
            Calendars.of({**DATA, "definitions": definitions})["wd-odd"]

    @pytest.mark.parametrize(("lines", "found"), [
        ("{on: 2026-01-01, name: A, kind: feast}", "feast"),
        ("{on: 2026-01-02, name: A, kind: one-off}\n  - {on: 2026-01-01, name: B, kind: one-off}", "oldest first"),
        ("{on: 2036-01-01, name: A, kind: substitute}", "2036"),
    ])
    def test_a_day_that_breaks_the_format_stops_the_reading(self, tmp_path: Path, lines: str, found: str) -> None:
        days = tmp_path / "calendars" / "days"
        days.mkdir(parents=True)
        (days / "somewhere.yaml").write_text(f"days:\n  - {lines}\n", encoding="utf-8")
        with pytest.raises(BadContent, match=found):
            read_calendar_data(tmp_path)


class TestChanges:
    def test_with_day_adds_a_bank_holiday_to_one_area_and_leaves_the_old_calendars_alone(self) -> None:
        more = CALENDARS.with_day("england-and-wales", date(2027, 6, 7), "Made-up bank holiday", date(2027, 1, 5))
        assert not more["wd-complaints"].is_working(o("2027-06-07"))
        assert not more["wd-foi"].is_working(o("2027-06-07"))
        assert more["sct-bank"].is_working(o("2027-06-07"))
        assert more["sct-chs-act"].is_working(o("2027-06-07"))
        assert CALENDARS["wd-complaints"].is_working(o("2027-06-07"))
        assert more["wd-complaints"].add(o("2027-06-04"), 1) == o("2027-06-08")
        assert not more.as_known_on(date(2027, 1, 5))["wd-complaints"].is_working(o("2027-06-07"))
        assert more.as_known_on(date(2027, 1, 4))["wd-complaints"].is_working(o("2027-06-07"))

    def test_with_day_outside_the_table_or_in_no_area_is_refused(self) -> None:
        with pytest.raises(CalendarExhausted):
            CALENDARS.with_day("scotland", date(2036, 1, 2), "Later", date(2026, 1, 1))
        with pytest.raises(UnknownId):
            CALENDARS.with_day("wales", date(2027, 3, 1), "St David's Day", date(2026, 1, 1))

    @pytest.mark.parametrize(("known_on", "funeral_counts"), [("2022-09-09", True), ("2022-09-10", False)])
    def test_as_known_on_forgets_later_one_offs(self, known_on: str, funeral_counts: bool) -> None:
        known = CALENDARS.as_known_on(date.fromisoformat(known_on))
        assert known["wd-careplanning"].is_working(o("2022-09-19")) == funeral_counts
        assert not known["wd-careplanning"].is_working(o("2022-06-03"))

    def test_as_known_on_puts_moved_days_back(self) -> None:
        then, now = CALENDARS.as_known_on(date(2019, 6, 6)), CALENDARS
        for area in EVERYWHERE:
            assert [day.on for day in then.days(area)] == sorted(day.on for day in then.days(area))
        assert not then["wd-complaints"].is_working(o("2020-05-04"))
        assert then["wd-complaints"].is_working(o("2020-05-08"))
        assert now["wd-complaints"].is_working(o("2020-05-04"))
        assert not now["wd-complaints"].is_working(o("2020-05-08"))

    def test_as_known_today_changes_nothing(self) -> None:
        known = CALENDARS.as_known_on(date(2026, 11, 24))
        assert all(known[id_].nth == CALENDARS[id_].nth for id_ in CALENDARS)

    def test_the_scottish_world_cup_holiday_was_known_from_its_proclamation(self) -> None:
        assert CALENDARS.as_known_on(date(2026, 2, 2))["sct-foi"].is_working(o("2026-06-15"))
        assert not CALENDARS.as_known_on(date(2026, 2, 3))["sct-foi"].is_working(o("2026-06-15"))


def test_the_data_is_plain_enough_for_json() -> None:
    assert json.loads(json.dumps(DATA)) == DATA


def test_a_calendar_is_worked_out_once() -> None:
    assert CALENDARS["wd-foi"] is CALENDARS["wd-foi"]
    assert "wd-foi" in CALENDARS
