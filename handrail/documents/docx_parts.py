"""Pieces of a Word file that python-docx has no words for: its language, links, the header row of a table, margins."""

from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

LANGUAGE = "en-GB"
A4_CM = (29.7, 21.0)
MARGIN_CM = 1.5
_GREY, _LINK_COLOUR = RGBColor(0x59, 0x59, 0x59), "0B3D91"


def new_document(title: str) -> Doc:
    """Make an empty document on A4 across, in British English, with its title."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(A4_CM[0]), Cm(A4_CM[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN_CM)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    about = document.core_properties
    about.title, about.language, about.author, about.comments = title, LANGUAGE, "Handrail", ""
    return document


def add_link(paragraph: Paragraph, words: str, address: str) -> None:
    """Add words that lead to an address."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(words)
    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string(_LINK_COLOUR)
    link.append(run._r)
    paragraph._p.append(link)


def add_table(document: Doc, headings: tuple[str, ...], widths_cm: tuple[float, ...]) -> Table:
    """Add a table with a header row that every page repeats and that a screen reader announces."""
    table: Table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    table.autofit = False
    row = table.rows[0]
    repeated = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(repeated)
    for cell, words in zip(row.cells, headings, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for column, width in zip(table.columns, widths_cm, strict=True):
        column.width = Cm(width)
    return table


def add_row(table: Table) -> tuple[_Cell, ...]:
    """Add a row that is not torn apart by the end of a page."""
    row: Any = table.add_row()  # type: ignore[no-untyped-call]  # python-docx 1.2 says nothing of what it gives
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return tuple(row.cells)


def small(paragraph: Paragraph, words: str, size: float) -> None:
    """Add words in small grey print."""
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb = Pt(size), _GREY
