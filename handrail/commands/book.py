"""`handrail book -o FOLDER` writes the guide as a book: PDF to print, EPUB to read, one HTML file for a computer with no line."""

import os
import time
from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date
from pathlib import Path

import django

from handrail.commands._files import CannotWrite, write_whole
from handrail.commands._shared import Words, day_or_today
from handrail.documents.book import Book
from handrail.documents.book_html import book_html
from handrail.documents.book_pdf import book_pdf
from handrail.documents.epub import epub
from handrail.engine.errors import shown
from handrail.guide.book.make import make_book, style_sheet

FORMATS: dict[str, Callable[[Book, str], bytes]] = {
    "html": book_html,
    "epub": epub,
    "pdf": lambda book, _style: book_pdf(book),
}


def run(args: list[str]) -> int:
    """Write the files, and print the name and size of each.

    Raises:
        CannotWrite: the folder cannot be made or written to.
        UnknownId: the nation has no pages.
        BadDate: `--on` is no day.
    """
    asked = _parser().parse_args(args)
    folder, on = _folder(asked.output), date.fromordinal(day_or_today(asked.on).lo)
    started = time.perf_counter()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handrail.site.settings")
    django.setup()
    book, style = make_book(asked.nation, on), style_sheet()
    for name in asked.formats.split(",") if asked.formats else FORMATS:
        target = folder / f"handrail-{asked.nation}.{name}"
        content = FORMATS[name](book, style)
        write_whole("-o", target, content)
        print(f"{target}: {len(content):,} bytes")
    print(f"{sum(len(chapter.leaves) for chapter in book.chapters)} pages of the guide ({time.perf_counter() - started:.1f} s)")
    return 0


def _folder(text: str) -> Path:
    folder = Path(text)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"-o: {shown(text)} cannot be made ({error.strerror}). Allowed: a folder, or a new one in a folder of yours.") from None
    return folder


def _formats(text: str) -> str:
    wrong = [name for name in text.split(",") if name not in FORMATS]
    if wrong:
        raise ArgumentTypeError(f"found {wrong[0]!r}; allowed: {', '.join(FORMATS)}")
    return text


def _parser() -> Words:
    parser = Words("handrail book", __doc__)
    parser.add_argument("-o", "--output", required=True, metavar="FOLDER", help="where to write the files; made if it is missing")
    parser.add_argument("--nation", default="england", help="england (scotland, wales and northern-ireland when they come)")
    parser.add_argument("--formats", type=_formats, help="some of html,epub,pdf; all of them if left out")
    parser.add_argument("--on", help="the day to print on the first page; today if left out")
    return parser
