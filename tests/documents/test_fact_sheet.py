"""The sheet as a file: what a screen reader and another program find in it."""

import io
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from docx import Document
from docx.document import Document as Doc
from docx.oxml.ns import qn

from handrail.documents.docx_tables import read_docx
from handrail.documents.fact_sheet import COLUMNS, DAY, MORE, WORK, FactSheet, Line, Part, Source, fact_sheet

ACT = Source("An Act, s.1", "https://example.org/act")
SHEET = FactSheet(
    "Fact-check sheet: A page", "known by this", "2026.1", datetime(2026, 11, 24, 9, 0, tzinfo=UTC), ("What it is.",), ("One.", "Two."), "A promise.",
    (
        Part("The page", 2, ("Checked.",), (ACT,)),
        Part("What it is", 3, lines=(Line(1, "", "stage:a/b/1/00000000", "You & <me>.", (ACT, Source("General knowledge"))), Line(2, "Who", "c", "It.", ()))),
    ),
)


@pytest.fixture(scope="module")
def content() -> bytes:
    return fact_sheet(SHEET)


@pytest.fixture(scope="module")
def document(content: bytes) -> Doc:
    return Document(io.BytesIO(content))


def test_its_language_is_british_english_everywhere(document: Doc) -> None:
    assert document.core_properties.language == "en-GB"
    languages = {language.get(qn("w:val")) for language in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_its_properties_name_it_and_nobody(document: Doc) -> None:
    about = document.core_properties
    assert (about.title, about.version, about.author, about.identifier) == (SHEET.title, "2026.1", "Handrail", "known by this")
    assert (about.comments, about.last_modified_by) == ("", "")


def test_headings_go_down_one_level_at_a_time(document: Doc) -> None:
    levels = [int(p.style.name.split()[1]) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_header_row_that_repeats(document: Doc) -> None:
    assert len(document.tables) == 3
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(cell.text for cell in table.rows[0].cells)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows[1:])


def test_what_is_written_is_read_back(content: bytes) -> None:
    found = read_docx(content, "it")
    assert any(text.endswith("known by this") for text in found.paragraphs)
    assert [[row[0] for row in table] for table in (found.tables[0], found.tables[2])] == [["Question", WORK, DAY], ["Question", MORE]]
    assert found.tables[1] == [
        list(COLUMNS), ["1 stage:a/b/1/00000000", "You & <me>.", "An Act, s.1 General knowledge", "", ""], ["2 Who c", "It.", "", "", ""],
    ]


def test_a_source_is_a_link(document: Doc) -> None:
    targets = {rel.target_ref for rel in document.part.rels.values() if rel.is_external}
    assert targets == {"https://example.org/act"}


def test_it_holds_no_macro_and_no_picture(document: Doc) -> None:
    names = {part.partname for part in document.part.package.iter_parts()}
    assert not any("vba" in name or "/media/" in name for name in names)
