"""The sentences of an item and their codes; other words put in the place of one."""

import json
from pathlib import Path

import pytest

from handrail.engine.errors import BadYaml
from handrail.engine.words.exact import scalars_of, ways_in_markdown, ways_in_yaml
from handrail.engine.words.raw import Record, read_raw
from handrail.engine.words.said import CODE, sentences_in, sum_of, text_of
from handrail.engine.yaml12 import read_yaml
from tests.engine_words.tiny import STAGE_MD, write_tiny


def stage(body: str = STAGE_MD, **data: object) -> Record:
    return Record("stage", "england", "asking", "content/a.yaml", {"title": "Asking", "short": "One. Two.", **data}, body, "content/a.md")


class TestSentences:
    def test_keys_come_first_then_each_heading(self) -> None:
        said = sentences_in(stage("## What it is\n\nYou ask. They [come](role:worker).\n\n- A point.\n\n## What to ask\n\nWhy?\n"))
        assert [(s.place, s.number, s.text) for s in said] == [
            ("title", 1, "Asking"), ("short", 1, "One."), ("short", 2, "Two."),
            ("what-it-is", 1, "You ask."), ("what-it-is", 2, "They come."), ("what-it-is", 3, "A point."), ("what-to-ask", 1, "Why?"),
        ]
        assert [(s.file, s.line) for s in said[2:6]] == [("content/a.yaml", 0), ("content/a.md", 3), ("content/a.md", 3), ("content/a.md", 5)]
        assert said[4].links == ("role:worker",)
        assert said[3].links == ()

    def test_what_is_said_about_the_page_is_no_sentence_of_it(self) -> None:
        assert "unconfirmed_part" not in {s.place for s in sentences_in(stage(unconfirmed_part="All of it."))}

    def test_each_code_is_read_back_and_stands_once(self, tmp_path: Path) -> None:
        for record in read_raw(write_tiny(tmp_path)).records:
            codes = [s.code for s in sentences_in(record)]
            assert len(set(codes)) == len(codes)
            assert all(CODE.fullmatch(code) for code in codes)

    def test_the_sum_changes_with_the_words_and_not_with_the_spaces(self) -> None:
        assert sum_of("You ask.") == sum_of(" You\n ask. ") != sum_of("You asked.")

    def test_the_words_of_each_place(self) -> None:
        assert text_of(stage("## What it is\n\nYou ask. They come.\n"))["what-it-is"] == "You ask. They come."


VALUES = {
    "plain": "It is old. The end.",
    "wrapped": "It\n  is old. The end.",
    "single": "'It''s a rule. It is old. The end.'",
    "double": '"It \\"counts\\". It is old. The end."',
    "folded": ">-\n  It is\n  old. The end.",
    "literal": "|\n  It is old. The end.",
    "bold": "'**It is old.** The end.'",
    "bold over two": "'**It is old. The end.**'",
}
NEW = ["It is new.", 'Say "new": it\'s yours.', "- [new] #1 * & so on", "New: yes", "[New](x) *and* `old` _too_"]


class TestYaml:
    def test_finds_where_each_value_stands(self) -> None:
        text = "é: “ö”  # ü\nsteps:\n- words: >-\n    Two\n    lines.\n\n  say: [one, 'two']\nlast: 5\n"
        found = {way: text[s.start : s.end] for way, s in scalars_of(text).items()}
        assert found == {
            "é": "“ö”", "steps.0.words": ">-\n    Two\n    lines.", "steps.0.say.0": "one", "steps.0.say.1": "'two'", "last": "5",
        }

    @pytest.mark.parametrize("new", NEW)
    @pytest.mark.parametrize("raw", VALUES.values(), ids=VALUES)
    def test_one_way_says_the_new_words_and_nothing_else_changes(self, raw: str, new: str) -> None:
        text = f"first: a\nwords: {raw}\nlast: [b]\n"
        ways = list(ways_in_yaml(text, scalars_of(text)["words"], "It is old.", new))
        good = [way for way in ways if _reads_as(way.text, text, new)]
        assert good, [way.text for way in ways]

    def test_a_long_line_is_wrapped_where_the_value_was(self) -> None:
        text = "words: >-\n  It is old. The end.\n  More.\nlast: 1\n"
        new = "Word " * 60 + "end."
        way = next(ways_in_yaml(text, scalars_of(text)["words"], "It is old.", new))
        assert max(map(len, way.text.split("\n"))) <= 118
        assert read_yaml(way.text)["words"] == f"{new} The end. More."


def _reads_as(text: str, before: str, new: str) -> bool:
    """Say whether a text is that of before with the one sentence replaced, as a page would show it."""
    try:
        old, now = read_yaml(before), read_yaml(text)
    except BadYaml:
        return False
    shown = [" ".join(s.text for s in sentences_in(Record("role", "england", "a", "f", {"does": data["words"]}))) for data in (old, now)]
    return {**old, "words": 0} == {**now, "words": 0} and shown[1] == shown[0].replace("It is old.", new, 1)


class TestMarkdown:
    def test_links_are_kept_where_their_words_are(self) -> None:
        text = "One.\n\nAsk for a [plan](term:plan) from [them](role:worker). Two.\n"
        way = next(ways_in_markdown(text, 3, "Ask for a plan from them.", "You may ask them for planning, or a plan."))
        assert way.text == "One.\n\nYou may ask [them](role:worker) for planning, or a [plan](term:plan). Two.\n"
        assert way.lost == ()

    def test_a_lost_link_is_told(self) -> None:
        text = "Ask for a [plan](term:plan).\n"
        ways = list(ways_in_markdown(text, 1, "Ask for a plan.", "Ask."))
        assert ways[-1].text == "Ask.\n"
        assert ways[-1].lost == ("plan (term:plan)",)

    def test_only_from_the_line_of_its_paragraph_on(self) -> None:
        text = "Same.\n\nSame.\n"
        assert next(ways_in_markdown(text, 3, "Same.", "New.")).text == "Same.\n\nNew.\n"

    def test_a_sentence_that_does_not_stand_there_has_no_way(self) -> None:
        assert list(ways_in_markdown("One.\n", 1, "Two.", "New.")) == []


def test_a_value_quoted_anew_is_yaml() -> None:
    text = "words: It is old.\n"
    last = list(ways_in_yaml(text, scalars_of(text)["words"], "It is old.", "a: b"))[-1]
    assert json.loads(last.text.partition(": ")[2]) == read_yaml(last.text)["words"]
