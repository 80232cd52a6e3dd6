"""`handrail content review`: a filled sheet comes back as a change to look at, and nothing in content/ is written."""

import json
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.table import _Cell

from handrail import commands
from handrail.commands.content._answers import EMPTY, NOT_SURE, RIGHT, UNCLEAR, WRONG, day_of, meaning_of
from handrail.components.clock import standing_at
from handrail.documents.fact_sheet import DAY, MORE, WORK
from handrail.engine.check.rules import check_content
from handrail.engine.words.said import sum_of
from tests.commands.schemas import problems
from tests.engine_words.tiny import change, put, write_tiny

TODAY = date(2026, 11, 24)
STAGE, STAGE_MD, TERMS = "map/england/asking.yaml", "map/england/asking.md", "terms/england.yaml"
QUESTION, LIMIT, ROLE = "questions/england/when-do-they-come.md", "limits/england/visit.yaml", "roles/england/worker.yaml"
Answers = dict[str, tuple[str, str]]


@pytest.fixture(autouse=True)
def _day() -> Any:
    with standing_at(datetime(2026, 11, 24, 12, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = write_tiny(tmp_path)
    (folder / "about.yaml").write_text('version: "2026.1"\nlaw_as_at: 2026-11-22\n', encoding="utf-8")
    return folder


def sheet_for(content: Path, topic: str) -> Path:
    target = content.parent / "sheet.docx"
    assert commands.main(["content", "sheet", topic, "-o", str(target), "--content", str(content)]) == 0
    return target


def fill(path: Path, answers: Answers, others: str = "right", work: str = "Conference chair", day: str = "24/11/2026", more: str = "") -> Path:
    """Type into the cells as a person does; answers are by the sentence's first words."""
    document = Document(str(path))
    waiting = dict(answers)
    for table in document.tables:
        for row in table.rows[1:]:
            cells = row.cells
            if len(cells) == 2:
                cells[1].text = {WORK: work, DAY: day, MORE: more}[cells[0].text]
                continue
            key = next((key for key in waiting if cells[1].text.startswith(key)), "")
            cells[3].text, cells[4].text = waiting.pop(key) if key else (others, "")
    assert not waiting, waiting
    document.save(str(path))
    return path


def edit(path: Path, sentence: str, do: Callable[[tuple[_Cell, ...]], None]) -> Path:
    document = Document(str(path))
    row = next(row for table in document.tables for row in table.rows if len(row.cells) == 5 and row.cells[1].text.startswith(sentence))
    do(row.cells)
    document.save(str(path))
    return path


@pytest.fixture
def review(content: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[Path], dict[str, Any]]:
    def asked(path: Path) -> dict[str, Any]:
        capsys.readouterr()
        before = {file: file.read_bytes() for file in content.rglob("*.*")}
        assert commands.main(["content", "review", str(path), "--content", str(content), "--json"]) == 0
        told = capsys.readouterr().out
        assert problems("review", told) == []
        assert {file: file.read_bytes() for file in content.rglob("*.*")} == before
        found: dict[str, Any] = json.loads(told)
        return found

    return asked


def apply(content: Path, diff: str) -> None:
    """Let a real git put the change in, in a repository of its own."""
    folder = content.parent
    (folder / "it.diff").write_bytes(diff.encode())
    for words in (["init", "-q"], ["apply", "--check", "it.diff"], ["apply", "it.diff"]):
        subprocess.run([shutil.which("git") or "git", *words], cwd=folder, check=True, capture_output=True)


Asked = Callable[[Path], dict[str, Any]]


class TestRoundTrip:
    @pytest.mark.parametrize(
        ("topic", "file", "sentence", "words", "stands"),
        [
            ("stage:asking", STAGE_MD, "A short line for you.", "You ask the council.", "## What it is\nYou ask the council.\n"),
            ("stage:asking", STAGE, "A short line.", "You ask: they come.", 'short: "You ask: they come."\n'),
            ("stage:asking", LIMIT, "Ask them which day.", "Ask for a day.", "words: A worker must come within five days. Ask for a day.\n"),
            ("question:when-do-they-come", QUESTION, "See the care order", "Read the care order page.", "Read the [care order](term:care-order) page.\n"),
            ("question:when-do-they-come", QUESTION, "When do they come?", "When will they come?", "title: When will they come?\n"),
            ("question:when-do-they-come", QUESTION, "Ask the friends.", "Ring the friends.", "- Ring [the friends](helpline:friends).\n"),
            ("role:worker", ROLE, "Comes to see you.", "Says \"hello\" & 'well'.", "does: Says \"hello\" & 'well'.\n"),
            ("term:care-order", TERMS, "A court says", "A judge says so.", "plain: A judge says so.\n"),
            ("right:come-along", "rights/england/come-along.yaml", "You can bring", "You may bring a friend.", "words: You may bring a friend.\n"),
        ],
    )
    def test_the_diff_does_what_was_asked_and_says_who_read_it(
        self, content: Path, review: Asked, topic: str, file: str, sentence: str, words: str, stands: str
    ) -> None:
        found = review(fill(sheet_for(content, topic), {sentence: ("wrong", words)}))
        assert [row["change"] for row in found["rows"]] == ["made"]
        assert found["reviewed"] is True
        apply(content, found["diff"])
        assert stands in (content / file).read_text(encoding="utf-8")
        named = {"stage": STAGE, "question": QUESTION, "term": TERMS, "role": ROLE, "right": "rights/england/come-along.yaml"}[topic.partition(":")[0]]
        assert "mark: confirmed\n" in (content / named).read_text(encoding="utf-8")
        assert "reviewed: {by_role: conference chair, on: 2026-11-24}\n" in (content / named).read_text(encoding="utf-8")
        assert [str(finding) for finding in check_content(content, TODAY)] == []

    def test_all_right_is_one_line(self, content: Path, review: Asked) -> None:
        found = review(fill(sheet_for(content, "role:worker"), {}))
        changed = [line for line in found["diff"].splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
        assert changed == ["+reviewed: {by_role: conference chair, on: 2026-11-24}"]
        assert found["rows"] == []
        assert found["counts"]["right"] == found["counts"]["sentences"] == 8

    def test_an_older_review_is_brought_up_to_date(self, content: Path, review: Asked) -> None:
        change(content, ROLE, "mark: confirmed", "mark: confirmed\nreviewed: {by_role: teacher, on: 2026-11-22}")
        apply(content, review(fill(sheet_for(content, "role:worker"), {}, work="A & E nurse"))["diff"])
        assert 'reviewed: {by_role: "A & E nurse", on: 2026-11-24}\n' in (content / ROLE).read_text(encoding="utf-8")

    def test_many_changes_in_one_paragraph_and_a_file_without_a_last_line_end(self, content: Path, review: Asked) -> None:
        body = "## What it is\n\nOne is here. Two\nis **there. Three** is [off](role:worker). Four."
        put(content, STAGE_MD, body)
        answers = {name: ("w", f"New {name.lower()}. And more.") for name in ("One", "Two", "Four")}
        found = review(fill(sheet_for(content, "stage:asking"), answers))
        assert [row["change"] for row in found["rows"]] == ["made", "by-hand", "made"]
        apply(content, found["diff"])
        expected = body.replace("One is here.", "New one. And more.").replace("Four.", "New four. And more.")
        assert (content / STAGE_MD).read_text(encoding="utf-8") == expected

    def test_files_with_windows_line_ends_keep_them(self, content: Path, review: Asked) -> None:
        (content / ROLE).write_bytes((content / ROLE).read_bytes().replace(b"\n", b"\r\n"))
        apply(content, review(fill(sheet_for(content, "role:worker"), {"Comes": ("w", "Sees you.")}))["diff"])
        after = (content / ROLE).read_bytes()
        assert b"does: Sees you.\r\n" in after
        assert b"on: 2026-11-24}\r\n" in after
        assert after.count(b"\n") == after.count(b"\r\n")

    def test_written_to_a_file(self, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path, target = fill(sheet_for(content, "role:worker"), {"Comes": ("w", "Sees you.")}), content.parent / "out.diff"
        assert commands.main(["content", "review", str(path), "--content", str(content), "-o", str(target)]) == 0
        told = capsys.readouterr().out
        assert f"The change: {target}" in told
        assert "@@" not in told
        apply(content, target.read_text(encoding="utf-8"))


class TestTyped:
    @pytest.mark.parametrize(
        ("meaning", "ways"),
        [
            (RIGHT, "r R right Right. RIGHT! y Yes ok O.K. true ✓ ✔ ✔️ ☑ correct agreed \"right\""),
            (WRONG, "w W Wrong, x X no No. false ✗ ✘ × incorrect"),
            (NOT_SURE, "? ?? ns unsure maybe partly not-sure not_sure"),
            (UNCLEAR, "hmm right-ish 5 rightwrong"),
            (EMPTY, "- _ ."),
        ],
    )
    def test_one_word(self, meaning: str, ways: str) -> None:
        assert {typed: meaning_of(typed) for typed in ways.split()} == dict.fromkeys(ways.split(), meaning)

    def test_more_than_a_word(self) -> None:
        said = {"Not sure": NOT_SURE, "don’t know": NOT_SURE, "not right": WRONG, "all right": RIGHT, "that's right": RIGHT, "right but late": UNCLEAR}
        assert {typed: meaning_of(typed) for typed in said} == said

    @pytest.mark.parametrize(
        "typed",
        [
            "2026-11-24", "24/11/2026", "24/11/26", "24.11.2026", "24 11 2026", "24 November 2026", "24th Nov 26", "Tuesday, 24th of November 2026.",
            "24-nov-2026",
        ],
    )
    def test_a_day(self, typed: str) -> None:
        assert day_of(typed) == TODAY

    @pytest.mark.parametrize("typed", ["", "today", "31/02/2026", "November 2026", "24 Novembre", "2026", "1/1/1/1", "24 mai 2026"])
    def test_no_day(self, typed: str) -> None:
        assert day_of(typed) is None

    def test_typed_over_the_sentence_itself(self, content: Path, review: Asked) -> None:
        path = fill(sheet_for(content, "role:worker"), {})
        found = review(edit(path, "Comes to see you.", lambda cells: setattr(cells[1], "text", "Sees you and your child.")))
        assert [(row["words"], row["sentence_now"], row["notes"]) for row in found["rows"]] == [
            ("Sees you and your child.", "Comes to see you.", ["typed over the sentence itself"])
        ]
        assert "+does: Sees you and your child.\n" in found["diff"]

    def test_an_answer_under_your_words(self, content: Path, review: Asked) -> None:
        found = review(fill(sheet_for(content, "role:worker"), {"Comes": ("", "Yes.")}))
        assert found["counts"]["right"] == 8
        assert found["counts"]["with_words"] == 0

    def test_words_as_a_word_processor_makes_them(self, content: Path, review: Asked) -> None:
        found = review(fill(sheet_for(content, "role:worker"), {"Comes": ("w", "It’s them\nwho\u00a0come. ")}))
        assert found["rows"][0]["words"] == "It's them who come."

    def test_words_that_stand_there_already_are_no_change(self, content: Path, review: Asked) -> None:
        found = review(fill(sheet_for(content, "role:worker"), {"Comes": ("r", "Comes to see you.")}))
        assert found["counts"]["with_words"] == 0
        assert found["reviewed"] is True

    def test_a_choice_in_a_content_control(self, content: Path, review: Asked) -> None:
        def choose(cells: tuple[_Cell, ...]) -> None:
            control, inside = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
            paragraph = cells[3].paragraphs[0]
            inside.extend(list(paragraph._p))
            control.append(inside)
            paragraph._p.append(control)

        path = fill(sheet_for(content, "role:worker"), {"Comes": ("wrong", "")})
        assert review(edit(path, "Comes", choose))["counts"]["wrong"] == 1


class TestNotMarkedAsRead:
    @pytest.mark.parametrize(
        ("asked", "why"),
        [
            ({"answers": {"Comes": ("", "")}}, "1 of 8 sentences"), ({"answers": {"Comes": ("not sure", "")}}, "1 of 8 sentences"),
            ({"answers": {"Comes": ("wrong", "")}}, "1 of 8 sentences"), ({"answers": {"Comes": ("perhaps so", "")}}, "1 of 8 sentences"),
            ({"work": ""}, "who read it: found ''"), ({"work": "Dr Example"}, "found 'Dr Example'"), ({"work": "chair, 07700 900123"}, "who read it"),
            ({"day": ""}, "the day: found ''"), ({"day": "soon"}, "found 'soon'"), ({"day": "25 November 2026"}, "still to come"),
            ({"more": "The cost."}, "missing, or wrong as a whole"),
        ],
    )
    def test_until_all_is_settled(self, content: Path, review: Asked, asked: dict[str, Any], why: str) -> None:
        found = review(fill(sheet_for(content, "role:worker"), **{"answers": {}, **asked}))
        assert found["reviewed"] is False
        assert any(why in reason for reason in found["not_reviewed_because"])
        assert found["diff"] is None

    def test_words_that_break_a_rule_are_told_beside_the_row(self, content: Path, review: Asked) -> None:
        words = f"Ring 07700 900123 or the ABC, {'and ' * 25}so on."
        found = review(fill(sheet_for(content, "role:worker"), {"Comes": ("wrong", words)}))
        breaks = " ".join(found["rows"][0]["breaks"])
        for part in ("at most 25 words", "the number 07700 900123", "'ABC', not explained"):
            assert part in breaks
        assert found["reviewed"] is False
        assert words.strip() in found["diff"]

    def test_a_lost_link_is_told(self, content: Path, review: Asked) -> None:
        found = review(fill(sheet_for(content, "question:when-do-they-come"), {"Ask the friends.": ("wrong", "Ask us.")}))
        assert found["rows"][0]["notes"] == ["this link is not in the new words: the friends (helpline:friends)"]

    def test_an_empty_sheet(self, content: Path, review: Asked) -> None:
        found = review(sheet_for(content, "stage:asking"))
        assert found["counts"] == {
            "sentences": 13, "right": 0, "wrong": 0, "not_sure": 0, "unclear": 0, "empty": 13, "with_words": 0, "changed_since": 0,
        }
        assert (found["rows"], found["diff"], found["by_role"], found["on"]) == ([], None, None, None)

    def test_a_row_taken_out_and_one_that_stands_twice(self, content: Path, review: Asked) -> None:
        path = fill(sheet_for(content, "role:worker"), {})
        document = Document(str(path))
        rows = document.tables[1].rows
        rows[1]._tr.getparent().remove(rows[1]._tr)
        document.tables[1]._tbl.append(document.tables[1].rows[2]._tr.__copy__())
        document.save(str(path))
        found = review(path)
        assert "stands twice" in found["problems"][0]
        assert any("1 sentences stand on the page and not on this sheet" in why for why in found["not_reviewed_because"])


class TestMovedOn:
    def test_a_sentence_that_changed_is_flagged_and_never_replaced(self, content: Path, review: Asked) -> None:
        path = fill(sheet_for(content, "role:worker"), {"Comes": ("wrong", "Sees you."), "The council.": ("right", "")})
        change(content, ROLE, "Comes to see you.", "Comes to your home.")
        change(content, ROLE, "The council.", "A council.")
        found = review(path)
        assert [(r["state"], r["sentence_now"], r["sentence_on_sheet"], r["change"]) for r in found["rows"]] == [
            ("changed", "Comes to your home.", "Comes to see you.", "by-hand"), ("changed", "A council.", "The council.", None),
        ]
        assert (found["diff"], found["reviewed"], found["counts"]["changed_since"]) == (None, False, 2)

    def test_a_sentence_that_moved_is_found_by_its_words(self, content: Path, review: Asked) -> None:
        put(content, STAGE_MD, "## What it is\n\nOne. Two is here. Three.\n")
        path = fill(sheet_for(content, "stage:asking"), {"Two is here.": ("w", "New two.")})
        put(content, STAGE_MD, "## What it is\n\nOne. Three.\n\n## What to ask\n\nLater. Two is here.\n")
        found = review(path)
        assert [(r["state"], r["line"], r["change"]) for r in found["rows"]] == [("unchanged", 7, "made")]
        assert "+Later. New two.\n" in found["diff"]
        assert found["not_reviewed_because"] == ["1 sentences stand on the page and not on this sheet"]

    def test_a_sentence_that_is_gone(self, content: Path, review: Asked) -> None:
        put(content, STAGE_MD, "## What it is\n\nOne. Two.\n")
        path = fill(sheet_for(content, "stage:asking"), {"Two.": ("w", "New two.")})
        put(content, STAGE_MD, "## What it is\n\nOne.\n")
        assert [(r["state"], r["file"], r["sentence_now"]) for r in review(path)["rows"]] == [("gone", None, None)]

    def test_an_item_that_has_another_id_now(self, content: Path, review: Asked) -> None:
        path = fill(sheet_for(content, "role:worker"), {})
        (content / ROLE).rename(content / "roles/england/key-worker.yaml")
        change(content, "renamed.yaml", "renamed:", "renamed:\n  - {kind: role, nation: england, old: worker, new: key-worker, on: 2026-11-23}")
        found = review(path)
        assert "a/content/roles/england/key-worker.yaml" in found["diff"]

    def test_an_item_that_is_gone(self, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = fill(sheet_for(content, "role:worker"), {})
        (content / ROLE).unlink()
        assert commands.main(["content", "review", str(path), "--content", str(content)]) == 2
        assert "found no 'role:worker' in england" in capsys.readouterr().err


class TestOfAStranger:
    def test_a_row_about_another_item_changes_nothing(self, content: Path, review: Asked) -> None:
        path = fill(sheet_for(content, "role:worker"), {})
        code = "right:come-along/words/1/" + sum_of("You can bring a friend.")
        found = review(edit(edit(path, "Comes", lambda c: setattr(c[4], "text", "Pay me.")), "Comes", lambda c: setattr(c[0], "text", code)))
        assert [(row["state"], row["change"]) for row in found["rows"]] == [("gone", "by-hand")]
        assert found["diff"] is None

    def test_a_code_without_end_is_passed_by_at_once(self, content: Path, review: Asked) -> None:
        path = fill(sheet_for(content, "role:worker"), {})
        started = time.perf_counter()
        found = review(edit(path, "Comes", lambda c: setattr(c[0], "text", "a" * 2_000_000)))
        assert time.perf_counter() - started < 5
        assert found["problems"] == ["a row without its code: 'Comes to see you.'"]


class TestForPeople:
    def test_it_says_what_to_look_at(self, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = fill(sheet_for(content, "role:worker"), {"Comes": ("wrong", "Sees you."), "The council": ("?", "")}, more="Who pays.")
        capsys.readouterr()
        assert commands.main(["content", "review", str(path), "--content", str(content)]) == 0
        told = capsys.readouterr().out
        for part in (
            "role:worker (england): a sheet made on 2026-11-24 from content 2026.1", "Read by: conference chair, 2026-11-24",
            "8 sentences: 6 right, 1 wrong, 1 not sure, 0 unclear, 0 left empty",
            "3. WRONG  content/roles/england/worker.yaml:3\n   now:    Comes to see you.\n   words:  Sees you.\n   source: An Act, s.1\n",
            "4. not sure  content/roles/england/worker.yaml:4", "   source: as for row 3\n", "Missing, or wrong as a whole: Who pays.",
            "Nothing in content/ has been written. Look at each change; a mentor has the final say.", "-does: Comes to see you.\n+does: Sees you.\n",
        ):
            assert part in told, part


class TestRefused:
    def refusal(self, path: Path, capsys: pytest.CaptureFixture[str]) -> str:
        assert commands.main(["content", "review", str(path)]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        return told.err

    def test_what_is_no_sheet(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "other.docx"
        Document().save(str(path))
        assert "no fact-check sheet" in self.refusal(path, capsys)
        path.write_text("right")
        assert "no Word file" in self.refusal(path, capsys)
        assert "cannot be read" in self.refusal(tmp_path, capsys)
        assert "cannot be read" in self.refusal(tmp_path / "none.docx", capsys)

    def test_a_zip_bomb_is_refused_fast(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "bomb.docx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(200):
                part.write(b"<w:p>" * 200_000)
        started = time.perf_counter()
        assert "too large once unpacked" in self.refusal(path, capsys)
        assert time.perf_counter() - started < 2

    def test_a_place_to_write_that_is_none(self, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = sheet_for(content, "role:worker")
        assert commands.main(["content", "review", str(path), "-o", str(content)]) == 2
        assert "it is a folder" in capsys.readouterr().err
