"""Turn the XHTML of a document into what ReportLab lays out: paragraphs, lists, facts and tables, with their links.

It knows the few elements that our own pages and letters are made of; the words of any other are kept as a paragraph.
"""

from collections.abc import Iterator
from html import escape

from lxml import etree
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer, Table, TableStyle

from handrail.documents.paper import HAIR, STYLES, WIDTH, rule_of

_BLOCKS = frozenset({"p", "ul", "ol", "dl", "div", "section", "article", "table", "h3", "h4", "h5", "pre", "blockquote"})
_PLAIN = {"strong": "b", "b": "b", "em": "i", "i": "i"}
_INDENT = 14  # points, for each step of a list
_DEEPEST = 4


class Flow:
    """Reads bodies of one document, whose links within it may lead to `anchors` only."""

    def __init__(self, anchors: frozenset[str]) -> None:
        """Keep the anchors: ReportLab refuses a link to one that is not there."""
        self._anchors = anchors

    def of(self, body: str) -> list[Flowable]:
        """Give the flowables of one body.

        Args:
            body: well-formed XHTML without a root.

        Raises:
            lxml.etree.XMLSyntaxError: it is not well formed.
        """
        return list(self._children(etree.fromstring(f"<div>{body}</div>"), 0))

    def _children(self, parent: etree._Element, depth: int) -> Iterator[Flowable]:
        """Yield the blocks of an element; words that stand bare between them become paragraphs."""
        bare = escape(parent.text or "", quote=False)
        for child in parent:
            if child.tag in _BLOCKS:
                yield from self._paragraph(bare, depth)
                bare = ""
                yield from self._block(child, depth)
            else:
                bare += self._inline(child)
            bare += escape(child.tail or "", quote=False)
        yield from self._paragraph(bare, depth)

    def _paragraph(self, markup: str, depth: int, style: str = "text", bullet: str | None = None) -> Iterator[Flowable]:
        if markup.strip():
            yield Paragraph(" ".join(markup.split()), STYLES[style, depth], bulletText=bullet)

    def _block(self, block: etree._Element, depth: int) -> Iterator[Flowable]:
        tag, kind = str(block.tag), (block.get("class") or "").split()
        if tag in ("ul", "ol"):
            yield from self._list(block, min(depth + 1, _DEEPEST), is_counted=tag == "ol" and "rail" not in kind)
        elif tag == "dl":
            yield from self._facts(block, depth)
        elif tag == "table":
            yield self._table(block)
        elif tag == "p" or tag.startswith("h"):
            style = "lead" if "lead" in kind else "when" if "when" in kind else tag if tag.startswith("h") else "text"
            yield from self._paragraph(self._anchor(block) + self._words(block), depth, style)
        else:
            if rule := rule_of(kind):
                yield HRFlowable(width="100%", thickness=rule.points, color=rule.colour, spaceBefore=8, spaceAfter=3)
            yield from self._children(block, depth)

    def _list(self, block: etree._Element, depth: int, *, is_counted: bool) -> Iterator[Flowable]:
        for number, item in enumerate(block.iterchildren("li"), 1):
            bullet: str | None = f"{number}." if is_counted else "☐" if "ticks" in (block.get("class") or "") else "•"
            for flowable in self._children(item, depth):
                if bullet and isinstance(flowable, Paragraph):
                    flowable.bulletText, bullet = bullet, None
                yield flowable

    def _facts(self, block: etree._Element, depth: int) -> Iterator[Flowable]:
        for part in block.iter("dt", "dd"):
            if part.tag == "dt":
                yield from self._paragraph(self._anchor(part) + f"<b>{self._words(part)}</b>", depth, "fact")
            else:
                yield from self._children(part, min(depth + 1, _DEEPEST))
        yield Spacer(1, 4)

    def _table(self, block: etree._Element) -> Table:
        rows: list[list[Paragraph | str]] = [[self._cell(cell) for cell in row.iterchildren("th", "td")] for row in block.iter("tr")]
        columns = max(map(len, rows), default=1)
        rows = [[*row, *[""] * (columns - len(row))] for row in rows]
        made = Table(rows, colWidths=[WIDTH / columns] * columns, repeatRows=1 if block.find("thead") is not None else 0)
        made.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.4, HAIR), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
        return made

    def _cell(self, cell: etree._Element) -> Paragraph:
        words = self._words(cell)
        return Paragraph(f"<b>{words}</b>" if cell.tag == "th" else words, STYLES["small", 0])

    def _words(self, element: etree._Element) -> str:
        inside = "".join(self._inline(child) + escape(child.tail or "", quote=False) for child in element)
        return " ".join((escape(element.text or "", quote=False) + inside).split())

    def _inline(self, element: etree._Element) -> str:
        if not isinstance(element.tag, str):
            return ""
        words = self._anchor(element) + self._words(element)
        if element.tag == "br":
            return "<br/>"
        if element.tag == "a":
            return self._link(element, words)
        if element.tag == "span" and (element.get("class") or "").startswith(("mark", "tag")):
            return f"[{words}] "
        if tag := _PLAIN.get(element.tag):
            return f"<{tag}>{words}</{tag}>"
        return f" {words} " if element.tag in ("li", "p", "dt", "dd", "div") else words

    def _link(self, link: etree._Element, words: str) -> str:
        target = link.get("href", "")
        if target.startswith("#") and target[1:] not in self._anchors:
            return words
        return f'<a href="{escape(target)}" color="#0d4a45">{words}</a>' if target else words

    def _anchor(self, element: etree._Element) -> str:
        name = element.get("id")
        return f'<a name="{escape(name)}"/>' if name and name in self._anchors else ""
