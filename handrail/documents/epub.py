"""The book as an EPUB 3 file (EPUB 3.3: one zip with its type first, a package document, a navigation document, XHTML).

Made the same from the same book to the last byte, so that two people can compare what they hold.
"""

import io
import re
import zipfile
from html import escape

from handrail.documents.book import Book, Chapter, Leaf

_LINK = re.compile(r'href="#([A-Za-z0-9-]+)"')
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip can name no earlier day; a fixed one keeps the bytes the same
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def epub(book: Book, style: str) -> bytes:
    """Write a book as EPUB.

    Args:
        book: the book; a leaf's body must be well-formed XHTML.
        style: the style sheet.
    """
    homes = frozenset(book.chapter_of())
    files = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _package(book),
        "EPUB/nav.xhtml": _page(book, book.words["contents"], _nav(book)),
        "EPUB/style.css": style,
        "EPUB/title.xhtml": _page(book, book.title, _title(book)),
        **{f"EPUB/{chapter.id}.xhtml": _page(book, chapter.title, _chapter(chapter)) for chapter in book.chapters},
        **{f"EPUB/{leaf.id}.xhtml": _page(book, leaf.title, _leaf(leaf, homes)) for chapter in book.chapters for leaf in chapter.leaves},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        # The type comes first and unpacked, so that a reader knows the file by its first bytes.
        archive.writestr(zipfile.ZipInfo("mimetype", _EARLIEST), "application/epub+zip")
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return made.getvalue()


def _page(book: Book, title: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{book.language}" xml:lang="{book.language}">'
        f'<head><title>{escape(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head><body>{body}</body></html>'
    )


def _title(book: Book) -> str:
    notes = "".join(f"<p>{escape(note)}</p>" for note in book.notes)
    return f"<h1>{escape(book.title)}</h1><p>{escape(book.subtitle)}</p>{notes}"


def _nav(book: Book) -> str:
    rows = []
    for chapter in book.chapters:
        leaves = "".join(f'<li><a href="{leaf.id}.xhtml">{escape(leaf.title)}</a></li>' for leaf in chapter.leaves)
        rows.append(f'<li><a href="{chapter.id}.xhtml">{escape(chapter.title)}</a>{f"<ol>{leaves}</ol>" if leaves else ""}</li>')
    return f'<nav epub:type="toc" id="toc"><h1>{escape(book.words["contents"])}</h1><ol>{"".join(rows)}</ol></nav>'


def _chapter(chapter: Chapter) -> str:
    lead = f"<p>{escape(chapter.lead)}</p>" if chapter.lead else ""
    leaves = "".join(f'<li><a href="{leaf.id}.xhtml">{escape(leaf.title)}</a></li>' for leaf in chapter.leaves)
    return f'<section id="{chapter.id}"><h1>{escape(chapter.title)}</h1>{lead}<ul>{leaves}</ul></section>'


def _leaf(leaf: Leaf, homes: frozenset[str]) -> str:
    return f'<section id="{leaf.id}"><h1>{escape(leaf.title)}</h1>{_homed(leaf.body, homes)}</section>'


def _homed(body: str, homes: frozenset[str]) -> str:
    """Give each link within the book the file that its target stands in: each leaf has its own, an old reader chokes on long ones."""

    def lead(link: re.Match[str]) -> str:
        home = link[1].partition("--")[0]
        return f'href="{home}.xhtml#{link[1]}"' if home in homes else link[0]

    return _LINK.sub(lead, body)


def _package(book: Book) -> str:
    names = ["title", *(name for chapter in book.chapters for name in (chapter.id, *(leaf.id for leaf in chapter.leaves)))]
    items = "".join(f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{book.language}">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">{escape(book.id)}</dc:identifier><dc:title>{escape(book.title)}</dc:title>'
        f"<dc:language>{book.language}</dc:language><dc:rights>CC BY 4.0</dc:rights>"
        f'<meta property="dcterms:modified">{book.made_on}T00:00:00Z</meta>'
        '<meta property="schema:accessMode">textual</meta><meta property="schema:accessibilityFeature">structuralNavigation</meta>'
        '<meta property="schema:accessibilityFeature">tableOfContents</meta><meta property="schema:accessibilityHazard">none</meta>'
        '<meta property="schema:accessModeSufficient">textual</meta></metadata>'
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="style" href="style.css" media-type="text/css"/>{items}</manifest><spine>{spine}</spine></package>'
    )
