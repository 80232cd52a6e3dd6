"""`handrail content sheet`: a Word file that holds every sentence of an item, for somebody who does the work."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document

from handrail import commands
from handrail.commands.content._sheet_of import sheet_of
from handrail.commands.content._shelf import Shelf
from handrail.documents.docx_tables import read_docx
from handrail.documents.fact_sheet import fact_sheet
from handrail.engine.loader import content_dir
from handrail.engine.words.raw import Record
from handrail.engine.words.said import CODE, sentences_in
from tests.engine_words.tiny import change, write_tiny

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def ours() -> Shelf:
    return Shelf(content_dir())


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = write_tiny(tmp_path)
    (folder / "about.yaml").write_text('version: "2026.1"\nlaw_as_at: 2026-11-22\n', encoding="utf-8")
    return folder


def sheet(content: Path, item: str, *more: str) -> tuple[int, Path]:
    target = content.parent / "sheet.docx"
    return commands.main(["content", "sheet", item, "-o", str(target), "--content", str(content), *more]), target


def stages(ours: Shelf) -> list[Record]:
    found = [record for (_, topic), record in ours._items.items() if topic.startswith("stage:")]
    assert len(found) > 30
    return found


def rows_in(target: Path) -> list[list[str]]:
    found = read_docx(target.read_bytes(), "it")
    return [row for table in found.tables for row in table if CODE.search(row[0])]


class TestOurContent:
    def test_every_sentence_of_every_item_stands_once_on_its_sheet(self, ours: Shelf) -> None:
        for (nation, topic), record in ours._items.items():
            made = sheet_of(ours, record, NOW)
            codes = [line.code for part in made.parts for line in part.lines]
            assert len(set(codes)) == len(codes), topic
            assert [code for code in codes if code.startswith(f"{topic}/")] == [s.code for s in sentences_in(record)], topic
            assert [line.number for part in made.parts for line in part.lines] == list(range(1, len(codes) + 1))
            assert f"| {nation} | {topic} | content {ours.version} |" in made.known_by

    def test_the_sheet_of_every_stage_holds_its_time_limits(self, ours: Shelf) -> None:
        for record in stages(ours):
            lines = [line for part in sheet_of(ours, record, NOW).parts for line in part.lines]
            shown = {line.code.partition("/")[0] for line in lines} - {f"stage:{record.id}"}
            assert shown == {f"limit:{name}" for name in record.data["limits"]}

    @pytest.mark.parametrize("step", [6, pytest.param(1, marks=pytest.mark.long)])
    def test_every_stage_makes_a_file(self, ours: Shelf, step: int) -> None:
        for record in stages(ours)[::step]:
            made = sheet_of(ours, record, NOW)
            found = read_docx(fact_sheet(made), record.id)
            rows = sum(bool(CODE.search(row[0])) for table in found.tables for row in table)
            assert rows == sum(len(part.lines) for part in made.parts) > 30

    def test_every_sentence_has_a_source_beside_it(self, ours: Shelf) -> None:
        for record in ours._items.values():
            for part in sheet_of(ours, record, NOW).parts:
                assert all(line.sources and line.sources[0].words for line in part.lines), record.id


class TestCommand:
    def test_what_it_makes_and_says(self, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
        status, target = sheet(content, "asking")
        assert status == 0
        assert capsys.readouterr().out == f"{target}: 13 sentences of stage:asking, {target.stat().st_size:,} bytes\n"
        rows = rows_in(target)
        assert [row[1] for row in rows[:3]] == ["Asking", "A short line.", "A short line for you."]
        assert [row[0].split()[-1].rpartition("/")[0] for row in rows[-2:]] == ["limit:visit/words/1", "limit:visit/words/2"]
        assert rows[0][2] == "An Act, s.1"
        assert all(row[3:] == ["", ""] for row in rows)

    def test_a_sentence_that_links_to_a_limit_names_the_source_of_that_limit(self, content: Path) -> None:
        change(content, "map/england/asking.md", "A short line for you.", "See [the visit](limit:visit). Not this.")
        change(content, "limits/england/visit.yaml", 'at: "s.1"', 'at: "s.9"')
        rows = {row[1]: row[2] for row in rows_in(sheet(content, "asking")[1])}
        assert rows["See the visit."] == "First visit: An Act, s.9 An Act, s.1"
        assert rows["Not this."] == "An Act, s.1"

    def test_many_sources_are_listed_once(self, content: Path) -> None:
        change(content, "map/england/asking.yaml", '{source: act, at: "s.1"}', '{source: act, at: "s.1"}, {source: act, at: "s.2"}, {source: seen, at: K1}')
        found = sheet(content, "asking")[1]
        assert {row[2] for row in rows_in(found) if "stage:" in row[0]} == {"Sources 1 to 3, listed above"}
        assert "Source 3: Pages, K1 (example.org)" in read_docx(found.read_bytes(), "it").paragraphs

    def test_what_nobody_has_confirmed_stands_first(self, content: Path) -> None:
        change(content, "roles/england/worker.yaml", "mark: confirmed", "mark: unconfirmed\nunconfirmed_part: Who pays.")
        words = " ".join(read_docx(sheet(content, "role:worker")[1].read_bytes(), "it").paragraphs)
        assert "Not all of this page was checked" in words
        assert "look at it first: Who pays." in words

    @pytest.mark.parametrize(
        ("kind", "item", "expected"),
        [
            ("role", "worker", "Family worker"), ("question", "when-do-they-come", "When do they come?"), ("limit", "visit", "First visit"),
            ("right", "come-along", "Bring someone"), ("route", "complain", "Complain to the council"), ("term", "care-order", "Care order"),
        ],
    )
    def test_other_kinds_by_option_and_by_topic(self, content: Path, kind: str, item: str, expected: str) -> None:
        for words in ([item, "--kind", kind], [f"{kind}:{item}"]):
            status, target = sheet(content, *words)
            assert status == 0
            assert rows_in(target)[0][1] == expected
            assert Document(io.BytesIO(target.read_bytes())).core_properties.title == f"Fact-check sheet: {expected}"

    def test_the_old_id_of_an_item_is_known(self, content: Path) -> None:
        assert sheet(content, "limit:first-visit")[0] == 0

    @pytest.mark.parametrize(
        ("words", "why"),
        [
            (["askin"], "Did you mean stage:asking?"), (["worker"], "found no 'stage:worker' in england"), (["mars:asking"], "in england"),
            (["asking", "--nation", "mars"], "--nation"), (["asking", "--kind", "event"], "--kind"), (["asking", "--nation", "wales"], "in wales"),
        ],
    )
    def test_what_is_wrong_is_one_line(self, content: Path, words: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
        status, target = sheet(content, *words)
        told = capsys.readouterr()
        assert (status, told.out, told.err.count("\n")) == (2, "", 1)
        assert why in told.err
        assert not target.exists()

    @pytest.mark.parametrize("name", ["sheet.doc", "no/such/sheet.docx", "."])
    def test_a_file_that_cannot_be_written_is_told(self, content: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert commands.main(["content", "sheet", "asking", "-o", str(content.parent / name), "--content", str(content)]) == 2
        assert "Allowed: a" in capsys.readouterr().err
