"""The book as a PDF of A4 pages to print: a first page, contents with page numbers, bookmarks, links, numbered pages.

It is laid out once: the contents come first with a gap for each number, and the numbers are drawn when all pages are known
(a PDF form may be used before it is made). It carries no tags for screen readers: the EPUB and the HTML are for those.
"""

import io
import re
from html import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer

from handrail.documents.book import Book, Chapter, Leaf
from handrail.documents.flow import Flow
from handrail.documents.paper import INK, MARGIN, QUIET, STYLES, WIDTH

_ID = re.compile(r' id="([A-Za-z0-9-]+)"')
_LED_TO = re.compile(r' href="#([A-Za-z0-9-]+)"')
_FOOT = 11 * 72 / 25.4  # points: 11 mm from the edge
_CONTENTS = (
    ParagraphStyle("contents-0", fontName="Handrail-Bold", fontSize=10, leading=15, spaceBefore=7, rightIndent=36, textColor=INK, keepWithNext=1),
    ParagraphStyle("contents-1", fontName="Handrail", fontSize=8.5, leading=11.5, leftIndent=12, rightIndent=36, textColor=INK),
)


def book_pdf(book: Book) -> bytes:
    """Write a book as PDF; the same book gives the same bytes."""
    made = io.BytesIO()
    flow, pages = Flow(_anchors(book)), dict[str, int]()
    story = [*_first_page(book), Paragraph(escape(book.words["contents"]), STYLES["h1", 0]), *_contents(book)]
    for chapter in book.chapters:
        story += _chapter(chapter, flow)
    _Pages(made, book, pages).build([*story, _Numbers(pages)])
    return made.getvalue()


class _Pages(BaseDocTemplate):
    """Numbers the pages, and keeps the page on which each heading came to stand."""

    def __init__(self, file: io.BytesIO, book: Book, pages: dict[str, int]) -> None:
        super().__init__(file, pagesize=A4, invariant=1, lang=book.language, title=f"{book.title}: {book.subtitle}", subject=book.edition, author=book.title)
        frame = Frame(MARGIN, MARGIN, WIDTH, A4[1] - 2 * MARGIN, 0, 0, 0, 0)
        self._pages, self._foot = pages, f"{book.title} {book.edition}"
        self.addPageTemplates([PageTemplate("page", [frame], onPage=self._numbered)])

    def _numbered(self, canvas: Canvas, _doc: BaseDocTemplate) -> None:
        canvas.setFont("Handrail", 8)
        canvas.setFillColor(QUIET)
        canvas.drawString(MARGIN, _FOOT, self._foot)
        canvas.drawRightString(A4[0] - MARGIN, _FOOT, str(canvas.getPageNumber()))

    def afterFlowable(self, flowable: Flowable) -> None:
        """Keep where a heading came to stand."""
        if isinstance(flowable, _Heading):
            self.canv.bookmarkPage(flowable.key)
            self.canv.addOutlineEntry(flowable.title, flowable.key, flowable.level, closed=True)
            self._pages[flowable.key] = self.page


class _Heading(Paragraph):
    """A heading that stands in the contents: level 0 for a chapter, 1 for a leaf."""

    def __init__(self, key: str, title: str, level: int) -> None:
        super().__init__(escape(title), STYLES[f"h{level + 1}", 0])
        self.key, self.title, self.level = key, title, level


class _Line(Paragraph):
    """A line of the contents, with a gap for the number of its page."""

    def __init__(self, key: str, title: str, level: int) -> None:
        super().__init__(f'<a href="#{key}">{escape(title)}</a>', _CONTENTS[level])
        self.key = key

    def draw(self) -> None:
        """Draw the line, and use the form that will hold the number."""
        super().draw()
        self.canv.saveState()
        self.canv.translate(WIDTH, self.style.leading - self.style.fontSize)
        self.canv.doForm(_form_of(self.key))
        self.canv.restoreState()


class _Numbers(Flowable):
    """Draws the numbers of the contents, at the very end, when all pages are known."""

    def __init__(self, pages: dict[str, int]) -> None:
        super().__init__()
        self._pages = pages

    def draw(self) -> None:
        """Make one form for each heading."""
        for key, page in self._pages.items():
            self.canv.beginForm(_form_of(key), -40, -4, 0, 12)
            self.canv.setFont("Handrail", 8.5)
            self.canv.drawRightString(0, 0, str(page))
            self.canv.endForm()


def _form_of(key: str) -> str:
    return f"page-of-{key}"


def _contents(book: Book) -> list[Flowable]:
    return [line for chapter in book.chapters for line in (_Line(chapter.id, chapter.title, 0), *(_Line(leaf.id, leaf.title, 1) for leaf in chapter.leaves))]


def _first_page(book: Book) -> list[Flowable]:
    notes = [Paragraph(escape(note), STYLES["text", 0]) for note in book.notes]
    titles = [Paragraph(escape(book.title), STYLES["h1", 0]), Paragraph(escape(book.subtitle), STYLES["lead", 0])]
    return [Spacer(1, 160), *titles, Spacer(1, 30), *notes, PageBreak()]


def _chapter(chapter: Chapter, flow: Flow) -> list[Flowable]:
    lead = [Paragraph(escape(chapter.lead), STYLES["lead", 0])] if chapter.lead else []
    return [PageBreak(), _Heading(chapter.id, chapter.title, 0), *lead, *(part for leaf in chapter.leaves for part in _leaf(leaf, flow))]


def _leaf(leaf: Leaf, flow: Flow) -> list[Flowable]:
    return [_Heading(leaf.id, leaf.title, 1), *flow.of(leaf.body)]


def _anchors(book: Book) -> frozenset[str]:
    """List every place that a link leads to and that is there: chapters, leaves, and parts of leaves."""
    bodies = [leaf.body for chapter in book.chapters for leaf in chapter.leaves]
    parts = {name for body in bodies for name in _ID.findall(body)}
    return frozenset(book.chapter_of()) | (parts & {name for body in bodies for name in _LED_TO.findall(body)})
