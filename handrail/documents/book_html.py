"""The book as a single HTML file for a computer that has no line: no script, nothing fetched, one style sheet inside."""

from html import escape

from handrail.documents.book import Book, Chapter


def book_html(book: Book, style: str) -> bytes:
    """Write a book as one page.

    Args:
        book: the book.
        style: the whole style sheet; it stands in the page itself.
    """
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(book.language)}"><head><meta charset="utf-8"><title>{escape(book.title)}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
        # A file from a stick has no server to say this: nothing may be fetched, and no script may run.
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<style>{style}</style></head><body>",
        f'<p class="leave"><a href="{escape(book.leave_to)}" rel="noreferrer">{escape(book.words["leave"])}</a></p>',
        f'<main><h1>{escape(book.title)}</h1><p class="lead">{escape(book.subtitle)}</p>',
        *(f"<p>{_with_999(escape(note))}</p>" for note in book.notes),
        _contents(book),
        *(_chapter(chapter, book.words["contents"]) for chapter in book.chapters),
        "</main></body></html>",
    ]
    return "\n".join(parts).encode()


def _with_999(note: str) -> str:
    return note.replace("999", '<a href="tel:999">999</a>')


def _contents(book: Book) -> str:
    rows = []
    for chapter in book.chapters:
        leaves = "".join(f'<li><a href="#{leaf.id}">{escape(leaf.title)}</a></li>' for leaf in chapter.leaves)
        rows.append(f'<li><details><summary><a href="#{chapter.id}">{escape(chapter.title)}</a></summary><ul>{leaves}</ul></details></li>')
    heading = f'<h2 id="contents-heading">{escape(book.words["contents"])}</h2>'
    return f'<nav id="contents" aria-labelledby="contents-heading">{heading}<ol>{"".join(rows)}</ol></nav>'


def _chapter(chapter: Chapter, contents: str) -> str:
    lead = f"<p>{escape(chapter.lead)}</p>" if chapter.lead else ""
    leaves = "\n".join(
        f'<article id="{leaf.id}" aria-labelledby="{leaf.id}-title"><h3 id="{leaf.id}-title">{escape(leaf.title)}</h3>\n{leaf.body}\n'
        f'<p class="up"><a href="#{chapter.id}">{escape(chapter.title)}</a> · <a href="#contents">{escape(contents)}</a></p></article>'
        for leaf in chapter.leaves
    )
    return f'<section class="chapter" aria-labelledby="{chapter.id}"><h2 id="{chapter.id}">{escape(chapter.title)}</h2>{lead}\n{leaves}</section>'
