"""A fact-check sheet as a Word file: every sentence with its source, and room for somebody who does the work to answer.

It has no macro and no form field. Whoever fills it in types into cells, so that any program does. The codes under the
numbers, and the line on the first page, are how the answers are found again.
"""

import io
from dataclasses import dataclass
from datetime import UTC, datetime

from docx.document import Document as Doc
from docx.shared import Cm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from handrail.documents.docx_parts import add_link, add_row, add_table, new_document, small

WORK = "What is your work? (your job, not your name)"
DAY = "The day you read it"
MORE = "What is missing, or wrong as a whole?"
COLUMNS = ("Number", "Sentence", "Where it comes from", "Right, wrong or not sure", "Your words")
_WIDTHS_CM = (3.6, 8.6, 5.6, 2.4, 6.5)
_TWO_WIDTHS_CM = (8.0, 18.7)


@dataclass(frozen=True, slots=True)
class Source:
    """A source as the sheet names it: its title with its place, and its address ("" if it has none)."""

    words: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its number on the sheet, what it is the answer to, its code, its words and its sources."""

    number: int
    label: str
    code: str
    words: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the sheet: a heading of the first or second level, what to know first, sources, and the lines."""

    heading: str
    level: int
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class FactSheet:
    """A whole sheet: what it is called, by which line it is known again, how it is filled in, and its parts."""

    title: str
    known_by: str
    version: str
    made_on: datetime
    about: tuple[str, ...]
    steps: tuple[str, ...]
    promise: str
    parts: tuple[Part, ...]


def fact_sheet(sheet: FactSheet) -> bytes:
    """Make the Word file of a sheet."""
    document = new_document(sheet.title)
    _properties(document, sheet)
    document.add_heading(sheet.title, 1)
    _first_page(document, sheet)
    for part in sheet.parts:
        _part(document, part)
    document.add_heading("Anything else", 2)
    _fields(document, ("Question", "Your words"), (MORE,))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _properties(document: Doc, sheet: FactSheet) -> None:
    about = document.core_properties
    about.subject, about.version, about.identifier = "Fact-check sheet", sheet.version, sheet.known_by
    about.created = about.modified = sheet.made_on.astimezone(UTC).replace(tzinfo=None)


def _first_page(document: Doc, sheet: FactSheet) -> None:
    document.add_heading("What this is", 2)
    for words in sheet.about:
        document.add_paragraph(words)
    document.add_heading("How to fill it in", 2)
    for words in sheet.steps:
        document.add_paragraph(words, style="List Number")
    document.add_paragraph(sheet.promise)
    document.add_heading("Who you are", 2)
    _fields(document, ("Question", "Your answer"), (WORK, DAY))
    small(document.add_paragraph(), f"Please leave this line as it is: {sheet.known_by}", 8)


def _fields(document: Doc, headings: tuple[str, str], questions: tuple[str, ...]) -> None:
    table = add_table(document, headings, _TWO_WIDTHS_CM)
    for question in questions:
        cells = add_row(table)
        cells[0].text = question
        _widths(cells, _TWO_WIDTHS_CM)


def _part(document: Doc, part: Part) -> None:
    document.add_heading(part.heading, part.level)
    for words in part.notes:
        document.add_paragraph(words)
    for number, source in enumerate(part.sources, 1):
        _source(document.add_paragraph(f"Source {number}: "), source)
    if part.lines:
        table = add_table(document, COLUMNS, _WIDTHS_CM)
        for line in part.lines:
            _line(table, line)


def _line(table: Table, line: Line) -> None:
    cells = add_row(table)
    cells[0].paragraphs[0].add_run(str(line.number)).bold = True
    if line.label:
        cells[0].add_paragraph(line.label)
    small(cells[0].add_paragraph(), line.code, 6)
    cells[1].text = line.words
    for place, source in enumerate(line.sources):
        _source(cells[2].paragraphs[0] if place == 0 else cells[2].add_paragraph(), source)
    _widths(cells, _WIDTHS_CM)


def _source(paragraph: Paragraph, source: Source) -> None:
    if source.link:
        add_link(paragraph, source.words, source.link)
    else:
        paragraph.add_run(source.words)


def _widths(cells: tuple[_Cell, ...], widths_cm: tuple[float, ...]) -> None:
    """Give each cell its width too: LibreOffice and Word read it from different places."""
    for cell, width in zip(cells, widths_cm, strict=True):
        cell.width = Cm(width)
