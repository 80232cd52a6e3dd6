import json
import statistics
import time
from pathlib import Path

import pytest

from handrail import commands
from handrail.commands import find as command
from handrail.engine.errors import UnknownId
from handrail.engine.loader import content_dir
from handrail.engine.words.compile import compile_words
from handrail.engine.words.items import load_words
from handrail.engine.words.search import Search
from handrail.engine.words.stem import key_of, stem, tokens_of
from handrail.engine.yaml12 import read_yaml
from tests.engine_words.tiny import write_tiny

QUERIES = Path(__file__).with_name("queries.yaml")
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schemas" / "find.schema.json"


@pytest.fixture
def search(tmp_path):
    return Search(load_words(compile_words(write_tiny(tmp_path))), "england")


@pytest.fixture(scope="module")
def england():
    return Search(load_words(compile_words(content_dir())), "england")


def topics(found):
    return [result.item.topic for result in found.results]


def test_words_meet_their_other_forms():
    for one, other in (
        ("conferences", "conference"),
        ("worried", "worry"),
        ("adopted", "adoption"),
        ("meetings", "meeting"),
        ("stopped", "stop"),
        ("complaints", "complaint"),
        ("judges", "judge"),
        ("children's", "child"),
        ("took", "taking"),
        ("written", "wrote"),
    ):
        one = one.replace("'", "")
        assert stem(one) == stem(other)


def test_sections_are_read_however_they_are_written():
    assert len({key_of(text) for text in ("s47", "s.47", "S 47", "sec 47", "Section 47")}) == 1
    assert tokens_of("Children’s café") == ["childrens", "cafe"]


def test_a_lay_phrase_finds_what_the_field_calls_it(search):
    assert topics(search.find("taken off me"))[0] == "term:care-order"
    assert topics(search.find("the social"))[0] == "role:worker"


def test_a_title_asked_whole_comes_first(search):
    assert topics(search.find("When do they come?"))[0] == "question:when-do-they-come"


def test_what_people_also_say_comes_first(search):
    assert topics(search.find("nobody came"))[0] == "question:when-do-they-come"


def test_a_misspelt_word_is_repaired_and_said(search):
    found = search.find("cuoncil compalin")
    assert found.corrected == "council complain"
    assert topics(found)[0] == "route:complain"


def test_words_that_are_known_are_never_repaired(search):
    assert search.find("care order").corrected is None
    assert search.find("ccare order").corrected is None


def test_words_run_together_are_parted(search):
    assert search.find("careorder").corrected == "care order"


@pytest.mark.parametrize("query", ["", "   ", "???", "xqzzvw", "the of and"])
def test_no_result_is_never_a_dead_end(search, query):
    found = search.find(query)
    assert topics(found) == []
    assert [item.topic for item in found.suggestions] == ["helpline:friends", "stage:asking"]


def test_an_enormous_query_is_answered_quickly(search):
    started = time.perf_counter()
    found = search.find("care order xqzvw " * 100_000)
    assert topics(found)[0] == "term:care-order"
    assert time.perf_counter() - started < 0.5


def test_danger_comes_before_all_else(search):
    found = search.find("my care order, I am in danger")
    assert topics(found)[0] == "helpline:friends"
    assert [item.id for item in found.urgent] == ["friends"]


@pytest.mark.parametrize(
    ("query", "nation"),
    [
        ("going to a children's hearing", "scotland"),
        ("Section 76", "wales"),
        ("the HSC trust came", "northern-ireland"),
        ("care order", None),
        ("hearing", None),
    ],
)
def test_another_nation_is_told_so_with_a_helpline(search, query, nation):
    found = search.find(query)
    assert found.other_nation == nation
    assert [item.id for item in found.helplines] == (["friends"] if nation else [])
    assert found.notice == ("England only so far." if nation else None)


def test_a_nation_without_pages_answers_with_its_notice(tmp_path):
    found = Search(load_words(compile_words(write_tiny(tmp_path))), "wales").find("care order")
    assert (topics(found), found.other_nation, found.suggestions) == ([], "wales", found.helplines)


def test_an_unknown_nation_is_refused(tmp_path):
    with pytest.raises(UnknownId, match=r"found 'mars'; allowed: england"):
        Search(load_words(compile_words(write_tiny(tmp_path))), "mars")


def test_the_snippet_is_the_sentence_that_meets_the_query(search):
    assert search.find("care order").results[0].snippet == "A court says that the council must look after a child."


SIX_QUESTIONS = {
    "question:what-is-a-child-protection-conference": [
        "What is a child protection conference?",
        "whats a child protection conference",
        "what is a child protecton confrence",
        "wot is a cp conference",
        "child protection conference",
        "what happens at a case conference",
        "tell me what a conference is",
        "wots a case confrence",
    ],
    "question:what-is-an-interim-care-order": [
        "What is an interim care order?",
        "interum care order",
        "what is a interm care order",
        "whats an ico",
        "interim care order",
        "what does interim care order mean",
    ],
    "question:what-does-the-social-worker-do": [
        "What does the social worker do?",
        "what do social workers do",
        "wat does social worker do",
        "what dose the socal worker do",
        "what is a social worker for",
        "what is the social worker supposed to do",
        "whats the social workers job",
    ],
    "question:when-do-i-get-a-lawyer": [
        "When do I get a lawyer?",
        "when will i get a lawer",
        "wen do i get a solicitor",
        "when do i get a lawyer",
        "when can i have a layer",
        "do i get a free lawyer",
        "will i get a solicitor",
        "how do i get a lawyer",
    ],
    "question:who-can-i-trust": [
        "Who can I trust, and who works for whom?",
        "who can i trust",
        "who works for who",
        "who do i trust",
        "who is on my side",
        "can i trust anyone",
        "whos side are they on",
        "who can i trsut",
    ],
    "question:worried-about-a-child": [
        "I am worried about a child: what do I do?",
        "im worried about a child",
        "worried about a kid",
        "i am woried about a child",
        "worried about my neighbours child",
        "i think a child is being hurt",
        "what do i do if im worried about a child",
    ],
}
"""The questions that must be answered first of all, as they stand and as people type them."""


@pytest.mark.parametrize(("query", "topic"), [(query, topic) for topic, asked in SIX_QUESTIONS.items() for query in asked])
def test_the_six_questions_come_first_however_they_are_typed(england, query, topic):
    assert topics(england.find(query))[0] == topic


@pytest.mark.parametrize(("half", "first", "first_three"), [("tuning", 0.75, 0.9), ("kept", 0.7, 0.85)])
def test_what_people_really_type_finds_its_page(england, half, first, first_three):
    asked = [query for query in read_yaml(QUERIES) if query["half"] == half]
    found = [[topic in query["accept"] for topic in topics(england.find(query["ask"]))[:3]] for query in asked]
    assert len(asked) == 60
    assert sum(hits[:1] == [True] for hits in found) / len(asked) >= first
    assert sum(any(hits) for hits in found) / len(asked) >= first_three


def test_every_page_that_a_query_accepts_is_there():
    words = load_words(compile_words(content_dir()))
    missing = {t for query in read_yaml(QUERIES) for t in query["accept"] if words.get("england", t) is None}
    assert not missing


def test_what_nobody_has_confirmed_is_never_quoted_as_an_answer(england):
    for item in load_words(compile_words(content_dir())).items:
        unsure = item.fields.get("unconfirmed_part")
        assert not unsure or unsure not in item.text


def test_everyday_words_are_never_repaired(england):
    assert england.find("the lady drove ten miles").corrected is None


def test_text_messages_are_read(england):
    assert topics(england.find("wen do i get a solicitor")) == topics(england.find("when do i get a solicitor"))


def test_a_word_with_many_meanings_counts_once(search):
    one, other = search.find("the social care order"), search.find("care order")
    assert topics(one)[0] == topics(other)[0] == "term:care-order"


FIRST_HITS = [
    ("What is a child protection conference?", "question:what-is-a-child-protection-conference"),
    ("What is an interim care order?", "question:what-is-an-interim-care-order"),
    ("What does the social worker do?", "question:what-does-the-social-worker-do"),
    ("When do I get a lawyer?", "question:when-do-i-get-a-lawyer"),
    ("Who can I trust, and who works for whom?", "question:who-can-i-trust"),
    ("I am worried about a child: what do I do?", "question:worried-about-a-child"),
    ("can i record the meeting", "question:can-i-record-a-meeting"),
    ("section 47", "question:what-is-a-section-47"),
    ("iro", "role:independent-reviewing-officer"),
    ("i want to kill myself", "helpline:samaritans"),
    ("omsbudman", "term:ombudsman"),
    ("see my file", "question:how-do-i-see-my-file"),
    ("plo letter", "question:what-is-the-plo-letter"),
    ("childs gaurdian", "role:childrens-guardian"),
]


@pytest.mark.parametrize(("query", "topic"), FIRST_HITS)
def test_first_hits_over_all_content(england, query, topic):
    assert topics(england.find(query))[0] == topic


IN_FIRST_THREE = [
    ("the ss took my kids", "question:police-took-my-child"),
    ("social worker lies in report", "question:the-report-is-wrong"),
    ("socal servises came to my door", "question:a-social-worker-called"),
    ("free lawyer", "role:solicitor"),
    ("grandparent rights", "stage:kinship"),
    ("my ex hits me", "helpline:refuge"),
    ("late complaint", "question:is-it-too-late-to-complain"),
    ("when can i see my kids", "stage:contact"),
    ("leaving care at 18", "stage:leaving-care"),
    ("confrence", "stage:icpc"),
]


@pytest.mark.parametrize(("query", "topic"), IN_FIRST_THREE)
def test_lay_words_lead_to_the_right_page_over_all_content(england, query, topic):
    assert topic in topics(england.find(query))[:3]


def test_search_over_all_content_takes_under_3_ms(england):
    took = []
    for query, _ in (FIRST_HITS + IN_FIRST_THREE) * 3:
        started = time.perf_counter()
        england.find(query)
        took.append(time.perf_counter() - started)
    assert statistics.median(took) < 0.003


def test_the_command_prints_json_of_its_schema(capsys):
    assert command.run(["social worker", "--json"]) == 0
    answer, schema = json.loads(capsys.readouterr().out), json.loads(SCHEMA.read_text())
    assert set(answer) == set(schema["properties"]) == set(schema["required"])
    result = schema["properties"]["results"]["items"]
    assert answer["results"]
    assert all(set(page) == set(result["properties"]) == set(result["required"]) for page in answer["results"])
    assert all(page["kind"] in schema["$defs"]["kind"]["enum"] for page in answer["results"])


def test_the_command_for_another_nation(capsys):
    assert command.run(["children's hearing", "--json"]) == 0
    answer, schema = json.loads(capsys.readouterr().out), json.loads(SCHEMA.read_text())
    assert answer["other_nation"] == "scotland"
    assert {"nspcc", "childline"} <= {line["topic"].removeprefix("helpline:") for line in answer["helplines"]}
    assert set(answer["helplines"][0]) == set(schema["properties"]["helplines"]["items"]["properties"])


def test_the_command_refuses_an_unknown_nation_in_one_line(capsys):
    assert commands.main(["find", "x", "--nation", "mars"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "found 'mars'; allowed: england" in err


def test_the_command_answers_nothing_with_somewhere_to_go(capsys):
    assert command.run([""]) == 0
    assert "Family Rights Group" in capsys.readouterr().out
