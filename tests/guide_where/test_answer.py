"""The answer page: every section, for every kind of answer the engine gives."""

import re

from handrail.guide.where.state import MOST_EVENTS
from tests.guide_where.form import Form


def sections(form: Form) -> list[str]:
    return re.findall(r"<h2[^>]*>([^<:]+)", form.html.partition("<main")[2].partition("</main>")[0])


def test_the_sections_stand_in_their_order(form: Form) -> None:
    form.begin().add("child-protection-plan-made", "6", "10", "2026").answer()
    expected = ["Now", "Your time limits", "Next", "What should have happened", "What you can do", "What to ask", "Who the people are"]
    assert [s for s in sections(form) if s in expected] == expected


def test_a_window_that_passed_is_never_too_late_where_somebody_may_say_yes(form: Form) -> None:
    form.begin().add("complaint-grounds-arose", "1", "10", "2025").answer()
    assert "The ordinary time ended on Thu 1 October 2026." in form.text
    assert "Who may allow it" in form.text
    assert "The council" in form.text
    assert "too late" not in form.text.lower()


def test_a_window_of_an_uncertain_start_is_told_by_the_earlier_day(form: Form) -> None:
    form.begin().add("complaint-grounds-arose", month="1", year="2026").answer()
    assert "You have until Fri 1 January 2027." in form.text
    assert "38 days left." in form.text


def test_a_date_that_is_not_known_gives_no_date(form: Form) -> None:
    form.begin().add("complaint-grounds-arose", sure="unknown").add("complaint-made", sure="unknown").answer()
    assert "You do not know when it started, so we can give no date." in form.text
    assert "2010" not in form.text.replace("Regulations 2010", "").replace("Rules 2010", "")


def test_local_practice_is_told_in_words_with_its_mark(form: Form) -> None:
    form.begin().add("initial-conference", "6", "10", "2026").answer()
    assert "Many councils do this; ask yours" in form.text
    card = form.html.partition("conf-minutes-local")[2].partition("</section>")[0]
    assert "Many councils do this; ask yours" in card
    assert not re.search(r"\d{1,2} (October|November|December) 2026", card)


def test_every_date_has_its_working_one_click_away(form: Form) -> None:
    form.begin().add("child-protection-plan-made", "6", "10", "2026").add("complaint-grounds-arose", "1", "2", "2026").answer()
    cards = re.findall(r'<section class="(?:limit|window)">.*?</section>', form.html, re.DOTALL)
    dated = [card for card in cards if 'class="when"' in card]
    assert dated
    for card in dated:
        assert "<summary>How we worked this out</summary>" in card
        assert "Law as at" in card


def test_for_print_every_working_is_open(form: Form) -> None:
    form.begin().add("child-protection-plan-made", "6", "10", "2026").answer()
    assert "<details" in form.html
    form.press("to:print")
    assert re.findall(r"<details(?![^>]* open)[^>]*>", form.html) == []
    assert "Law as at" in form.text


def test_time_limits_that_are_somebody_elses_are_told_as_such(form: Form) -> None:
    form.begin(asker="kin-carer").add("section-20-started", "2", "11", "2026").answer()
    assert "The law gives this to:" in form.text


def test_what_does_not_fit_is_told_kindly(form: Form) -> None:
    form.begin().add("initial-conference", "6", "10", "2026").add("initial-conference", "6", "10", "2026").answer()
    assert "Please check" in form.text
    assert "is here twice with the same date" in form.text


def test_meetings_to_come_are_told_as_planned(form: Form) -> None:
    form.begin().add("child-protection-plan-made", "6", "10", "2026").add("review-conference", "16", "12", "2026").answer()
    assert re.search(r"Wed 16 December 2026</strong>: .*A review conference is booked", form.html)


def test_nothing_told_yet(form: Form) -> None:
    form.begin().press("to:children")
    form.send(go="to:list")
    assert "Nothing so far." in form.text
    form.send(go="to:answer")
    assert form.heading == "Where you are now"


def test_every_event_of_the_map_gives_a_page(form: Form) -> None:
    from handrail.guide.where.england import rules  # noqa: PLC0415

    rows = [f'{{"on":"2026-10-0{n % 9 + 1}","event":"{e}"}}' for n, e in enumerate(rules().events)]
    for asker in ("parent", "child", "other"):
        for begin in range(0, len(rows), MOST_EVENTS):
            events = ",".join(rows[begin:begin + MOST_EVENTS])
            form.send(case=f'{{"nation":"england","asker":"{asker}","events":[{events}]}}', go="to:answer")
            assert form.heading == "Where you are now"
