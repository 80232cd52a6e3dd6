from dataclasses import fields
from datetime import date

import pytest

from handrail import commands
from handrail.commands import content as command
from handrail.engine import model
from handrail.engine.check.rules import RULES, check_content
from handrail.engine.check.schema import KINDS, PARTS
from handrail.engine.loader import content_dir
from tests.engine_words.tiny import STAGE_MD, change, put, write_tiny

TODAY = date(2026, 11, 24)
LONG = "You can ask the worker to tell you on which day they will come and what they will want to see when they get to your own home that day."
HARD = " ".join(
    [
        "Administrative representatives systematically communicate organisational considerations regarding accountability."
    ]
    * 6
)
LIMIT, QUESTION, TERMS = "limits/england/visit.yaml", "questions/england/when-do-they-come.md", "terms/england.yaml"
STAGE, HELPLINES, RENAMED = "map/england/helped.yaml", "helplines/england.yaml", "renamed.yaml"

# rule, file to change, old text, new text (None as old: the file is written whole), part of the line that must come
# fmt: off
BREAKS = [
    ("unreadable_files", TERMS, "care-order:", "care-order: &anchor", "anchor"),
    ("unreadable_files", QUESTION, "---\ntitle", "title", "no front matter"),
    ("unreadable_files", "roles/england/notes.txt", None, "x", "'.txt'"),
    ("unreadable_files", "map/england/lost.md", None, "x", "no .yaml file"),
    ("unreadable_files", "roles/england/list.yaml", None, "- x", "no mapping"),
    ("ids_of_the_wrong_form", TERMS, "care-order:", "Care_Order:", "the id 'Care_Order'"),
    ("unknown_nations", "terms/mars.yaml", None, "x: {}\n", "the nation 'mars'"),
    ("ids_that_stand_twice", "events/england/other.yaml", None, "visited: {title: A, asked: B, told: yes}\n", "stands in"),
    ("renamed_ids", RENAMED, "new: visit", "new: nowhere", "'nowhere', which does not exist"),
    ("renamed_ids", RENAMED, "old: first-visit", "old: visit", "'visit', which is in use"),
    ("renamed_ids", RENAMED, "kind: limit", "kind: planet", "planet"),
    ("renamed_ids", RENAMED, "renamed:\n", "renamed:\n  - {kind: limit, nation: england, old: zero, new: first-visit, on: 2026-11-02}\n",
     "itself renamed"),
    ("renamed_ids", RENAMED, "renamed:\n", "renamed:\n  - {kind: limit, nation: england, old: first-visit, new: visit, on: 2026-11-02}\n",
     "twice"),
    ("renamed_ids", RENAMED, "on: 2026-11-01", "on: 2026-11-31", "'2026-11-31'"),
    ("unknown_keys", LIMIT, "harm: 2", "harm: 2\nhurry: 3", "hurry: found a key that nothing reads"),
    ("unknown_keys", LIMIT, "effect: none,", "effect: none, colour: red,", "if_missed.colour"),
    ("missing_keys", LIMIT, "calendar: wd-guidance\n", "", "calendar: found nothing"),
    ("missing_keys", LIMIT, "kind: statute\n", "", "kind: found nothing"),
    ("missing_keys", LIMIT, 'sources: [{source: act, at: "s.1"}]', "sources: []", "sources: found nothing"),
    ("missing_keys", LIMIT, "checked_on: 2026-11-22\n", "", "checked_on: found nothing"),
    ("missing_keys", TERMS, "  mark: confirmed\n", "", "care-order.mark: found nothing"),
    ("wrong_shapes", LIMIT, "day_one: next-day", "day_one: tomorrow", "'tomorrow'; allowed: one of next-day"),
    ("wrong_shapes", LIMIT, "side: duty", "side: chore", "'chore'"),
    ("wrong_shapes", LIMIT, "kind: statute", "kind: habit", "'habit'"),
    ("wrong_shapes", LIMIT, "amount: 5, unit: working-days", "amount: 5, unit: fortnights", "'fortnights'"),
    ("wrong_shapes", LIMIT, "harm: 2", "harm: 2\nroll: sideways", "'sideways'"),
    ("wrong_shapes", LIMIT, "mark: confirmed", "mark: sure", "'sure'"),
    ("wrong_shapes", LIMIT, "may_act: [parent]", "may_act: [uncle]", "['uncle']"),
    ("ids_that_lead_nowhere", LIMIT, "start: [asked-for-help]", "start: [asked-for-hope]", "did you mean 'asked-for-help'?"),
    ("ids_that_lead_nowhere", LIMIT, "who: [worker]", "who: [wroker]", "who.0: found 'wroker'"),
    ("ids_that_lead_nowhere", LIMIT, "stages: [asking]", "stages: [asking, gone]", "stages.1: found 'gone'"),
    ("ids_that_lead_nowhere", LIMIT, "source: act", "source: acts", "sources.0.source: found 'acts'"),
    ("ids_that_lead_nowhere", LIMIT, "calendar: wd-guidance", "calendar: wd-moon", "'wd-moon'"),
    ("ids_that_lead_nowhere", STAGE, "rights: [come-along]", "rights: [go-away]", "'go-away'"),
    ("ids_that_lead_nowhere", "routes/england/complain.yaml", "helplines: [friends]", "helplines: [foes]", "'foes'"),
    ("topics_that_lead_nowhere", QUESTION, "links: [stage:asking", "links: [stage:gone", "links.0: found the link 'stage:gone'"),
    ("markdown_links_that_lead_nowhere", QUESTION, "(term:care-order)", "(term:no-order)", "the link 'term:no-order'"),
    ("markdown_links_that_lead_nowhere", QUESTION, "(term:care-order)", "(http://example.org)", "'http://example.org'"),
    ("sightings_that_are_not_listed", TERMS, "at: K1", "at: K9", "'K9'"),
    ("search_targets_that_lead_nowhere", "search/england.yaml", "show: [\"helpline:friends\"]", "show: [\"helpline:foes\"]",
     "'helpline:foes'"),
    ("events_that_nothing_uses", "events/england/help.yaml", "visited:", "slept: {title: A, asked: B, told: no}\nvisited:",
     "an event that nothing uses"),
    ("duties_without_who_start_or_end", LIMIT, "who: [worker]\n", "", "who: found nothing; allowed: at least one"),
    ("duties_without_who_start_or_end", LIMIT, "end: [visited]\n", "", "end: found nothing; allowed: at least one"),
    ("windows_without_who_may_act", LIMIT, "side: duty", "side: window", None),
    ("windows_without_late", LIMIT, "effect: none", "effect: may-be-allowed", "late: found nothing"),
    ("windows_without_late", LIMIT, "harm: 2", "harm: 2\nlate: {who: A judge, test: If fair, how: Ask}", "'none' beside `late`"),
    ("local_practice_without_words", LIMIT, "kind: statute", "kind: common-local-practice", "told_in_words"),
    ("units_that_do_not_fit", LIMIT, "calendar: wd-guidance", "calendar: cal", "'cal' for working days"),
    ("units_that_do_not_fit", LIMIT, "day_one: next-day", "day_one: hours", "'hours' for working-days"),
    ("units_that_do_not_fit", LIMIT, "to: null, amount: 5, unit: working-days", "to: null, amount: 5", "an amount without a unit"),
    ("units_that_do_not_fit", LIMIT, "to: null, amount: 5, unit: working-days", "to: null, amount: null", "neither amount nor words"),
    ("numbers_out_of_range", LIMIT, "harm: 2", "harm: 9", "harm: found 9"),
    ("numbers_out_of_range", LIMIT, "amount: 5", "amount: -5", "found -5"),
    ("readings_that_share_an_id", LIMIT, "readings:\n", "readings:\n  - {id: wider, label: More, words: More.}\n", "'wider' twice"),
    ("limits_without_cases", "limits/england/visit.cases.yaml", None, "[]\n", "no worked case"),
    ("limits_without_cases", "limits/england/visit.cases.yaml", None, "- : [\n", "no worked case"),
    ("unknown_case_keys", "limits/england/visit.cases.yaml", "why:", "reason:", "0.reason: found a key that nothing reads"),
    ("unknown_case_keys", "limits/england/visit.cases.yaml", "from: 2025-01-06, ", "", "either from or events"),
    ("dates_from_what_gives_none", LIMIT, "mark: confirmed", "mark: unconfirmed", "0.due: found '2025-01-13'"),
    ("dates_from_what_gives_none", LIMIT, "harm: 2", "harm: 2\nin_force: coming", "it is not in force yet"),
    ("dates_from_what_gives_none", LIMIT, "harm: 2", "harm: 2\ntold_in_words: court day numbers", "court day numbers"),
    ("missing_keys", LIMIT, "harm: 2", "harm: 2\nreviewed: {by_role: judge}", "reviewed.on: found nothing"),
    ("days_still_to_come", LIMIT, "harm: 2", "harm: 2\nreviewed: {by_role: judge, on: 2027-01-01}", "reviewed.on: found '2027-01-01'"),
    ("days_that_do_not_exist", LIMIT, "checked_on: 2026-11-22", "checked_on: 2026-02-30", "'2026-02-30'"),
    ("days_that_do_not_exist", LIMIT, "from: 2021-01-01", "from: 1 Jan 2021", "'1 Jan 2021'; allowed: a real day"),
    ("days_still_to_come", TERMS, "checked_on: 2026-11-22", "checked_on: 2026-11-25", "a day to come"),
    ("periods_not_in_a_row", LIMIT, "from: 2021-01-01", "from: 2021-01-02", "after a period to '2020-12-31'"),
    ("periods_not_in_a_row", LIMIT, "from: 2021-01-01", "from: 2020-12-31", "after a period to '2020-12-31'"),
    ("periods_not_in_a_row", LIMIT, "from: null, to: 2020-12-31", "from: 2022-01-01, to: 2020-12-31", "before its from"),
    ("confirmed_from_general_knowledge", LIMIT, "source: act", "source: general-knowledge", "confirmed with no source but"),
    ("reviews_by_no_job", LIMIT, "harm: 2", "harm: 2\nreviewed: {by_role: Dr Example, on: 2026-11-22}", "reviewed.by_role: found 'Dr Example'"),
    ("reviews_by_no_job", TERMS, "  mark: confirmed", "  mark: confirmed\n  reviewed: {by_role: a@example.org, on: 2026-11-22}",
     "care-order.reviewed.by_role: found 'a@example.org'"),
    ("ended_without_a_last_day", LIMIT, "harm: 2", "harm: 2\nin_force: ended", "its last day"),
    ("stages_that_cannot_be_reached", "map/england/asking.yaml", "next: [helped]", "next: [asking]", "no way to this stage"),
    ("stages_that_cannot_be_reached", STAGE, "opens: [visited]", "opens: []", "opens: found no event"),
    ("stages_that_cannot_be_left", STAGE, "closes: [help-ended]", "closes: []", "closes: found nothing"),
    ("stages_that_cannot_be_left", STAGE, "next: [asking]", "next: []", "next: found nothing"),
    ("headings_out_of_order", "map/england/helped.md", "## What to ask", "## Ask", "Ask, What to ask"),
    ("headings_out_of_order", "map/england/helped.md", None, STAGE_MD.replace("What it is\nA short line for you.", "What it is"),
     "nothing under it"),
    ("headings_out_of_order", "map/england/helped.md", None, "", "no words"),
    ("initials_not_explained", QUESTION, "They come in", "The IRO comes in", "'IRO', not explained"),
    ("sections_not_explained", QUESTION, "They come in", "Under s47 they come in", "'s47'"),
    ("sections_not_explained", QUESTION, "They come in", "Under section 47 they come in", "'section 47', not explained"),
    ("sentences_too_long", QUESTION, "They come in five days.", LONG, "at most 25 words"),
    ("sentences_too_long", LIMIT, "words: You can complain.", f"words: {LONG}", f"if_missed.words: found {len(LONG.split())} words"),
    ("pages_too_hard", QUESTION, "They come in five days.", HARD, "at most grade 7"),
    ("search_words_of_the_wrong_shape", "search/england.yaml", "mean: [family worker]", "means: [family worker]", "synonyms.0"),
    ("search_words_of_the_wrong_shape", "search/england.yaml", "if_nothing:", "if_none:", "if_none: found"),
    ("nations_of_the_wrong_shape", "search/nations.yaml", "scotland: {", "mars: {", "the nation 'mars'"),
    ("nations_of_the_wrong_shape", "search/nations.yaml", "name: Wales, ", "", "wales: found"),
    ("legal_words_of_the_wrong_shape", "legal-words.yaml", "easy: [guardianship]", "easy: guardianship", "easy: found 'guardianship'"),
    ("unreadable_files", "search/england.yaml", "urgent:", "urgent: &a", "anchor"),
    ("unreadable_files", "renamed.yaml", None, "- 5\n", "no mapping"),
    ("phones_without_sources", HELPLINES, "  phone_sources: [{source: seen, at: K1}]\n", "", "friends.phone_sources"),
    ("phones_without_sources", HELPLINES, "  link: https://example.org\n", "  link: https://elsewhere.org\n", "friends.phone_sources"),
    ("numbers_of_nobody", QUESTION, "They come in", "Call 0300 999 1234. They come in", "the number 0300 999 1234"),
]
# fmt: on


@pytest.fixture
def content(tmp_path):
    return write_tiny(tmp_path)


def lines(content, rules=RULES):
    return [str(finding) for finding in check_content(content, TODAY, rules)]


def test_a_clean_folder_has_no_findings(content):
    assert lines(content) == []


def test_every_rule_has_a_break():
    assert {rule.__name__ for rule in RULES} == {name for name, *_ in BREAKS}


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "expected"), BREAKS, ids=[f"{b[0]}-{i}" for i, b in enumerate(BREAKS)]
)
def test_what_is_broken_is_found_by_its_rule_alone(content, name, file, old, new, expected):
    if expected is None:
        change(content, file, "may_act: [parent]\n", "")
        expected = "may_act: found nothing"
    put(content, file, new) if old is None else change(content, file, old, new)
    assert any(expected in line for line in lines(content))
    others = [rule for rule in RULES if rule.__name__ != name]
    assert not any(expected in line for line in lines(content, others))


def test_a_line_names_file_key_found_allowed_and_page(content):
    change(content, LIMIT, "harm: 2", "harm: 9")
    assert lines(content) == [
        "content/limits/england/visit.yaml: harm: found 9; allowed: 1 (annoying) to 5 (a right or a child is lost) "
        "(docs/explain/map-format.md)"
    ]


def test_initials_are_explained_by_brackets_a_link_or_their_full_words(content):
    for explained in (
        "an independent reviewing officer (IRO)",
        "the IRO (who checks the plan)",
        "the [IRO](term:care-order)",
    ):
        write_tiny(content.parent)
        change(content, QUESTION, "They come in", f"Ask {explained}. They come in")
        assert lines(content) == []
    write_tiny(content.parent)
    change(content, TERMS, "[ccare order]", "[ICO, IRO]")
    change(content, QUESTION, "They come in", "The IRO comes, with a care order, in")
    assert lines(content) == []


def test_a_long_sentence_is_told_with_its_line(content):
    change(content, QUESTION, "- Ask", f"- {LONG}\n- Ask")
    number = (content / QUESTION).read_text().split("\n").index(f"- {LONG}") + 1
    assert any(f"{QUESTION}: line {number}: found {len(LONG.split())} words" in line for line in lines(content))


def test_the_schema_knows_every_key_that_the_engine_reads():
    given = {"id", "nation", "rank"}
    for kind, record in (
        ("limit", model.Limit),
        ("stage", model.Stage),
        ("event", model.Event),
        ("right", model.Right),
    ):
        missing = (
            {field.name for field in fields(record)}
            - given
            - set(KINDS[kind])
            - ({"process"} if kind == "event" else set())
        )
        assert not missing, f"{kind}: {missing}"
    assert {field.name for field in fields(model.Reading)} <= set(PARTS["reading"])


def test_the_command_says_how_many_and_ends_with_1_or_0(content, capsys):
    assert command.run(["check", "--content", str(content)]) == 0
    assert "0 to put right, 0 to think about" in capsys.readouterr().out
    change(content, LIMIT, "harm: 2", "harm: 9")
    assert command.run(["check", "--content", str(content)]) == 1
    assert "1 to put right" in capsys.readouterr().out


def test_a_warning_alone_does_not_fail(content):
    change(content, "events/england/help.yaml", "visited:", "slept: {title: A, asked: B, told: no}\nvisited:")
    assert command.run(["check", "--content", str(content)]) == 0


def test_a_missing_folder_is_refused(tmp_path, capsys):
    assert commands.main(["content", "check", "--content", str(tmp_path / "none")]) == 2
    assert "found no folder" in capsys.readouterr().err


def test_the_whole_content_has_nothing_to_put_right():
    assert [str(finding) for finding in check_content(content_dir(), TODAY) if not finding.is_warning] == []
