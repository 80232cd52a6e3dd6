"""The note itself: which page, what is wrong, what it should say, how the writer knows. It asks for nobody's name."""

from typing import NamedTuple
from urllib.parse import urlsplit

from django.http import QueryDict
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from handrail.guide.where.problem import Problem

MOST_LETTERS = 2_000
MOST_LETTERS_OF_A_PAGE = 200
WRITERS = ("family", "worker", "neither", "")
TEXTS = ("wrong", "better", "known")


class Note(NamedTuple):
    """What somebody says of one page. `writer` is one of WRITERS; the texts are as typed, line ends made plain."""

    page: str
    wrong: str
    better: str
    known: str
    writer: str


def read_note(sent: QueryDict) -> Note:
    """Read a note from what a form sent; what is no page of this site is left out."""
    wrong, better, known = (_text(sent.get(name, "")) for name in TEXTS)
    writer = sent.get("writer", "")
    return Note(page_of(sent.get("page", "")), wrong, better, known, writer if writer in WRITERS else "")


def page_of(path: str) -> str:
    """Give the path back where it is a page of this site, and nothing otherwise."""
    if len(path) > MOST_LETTERS_OF_A_PAGE or not path.startswith("/") or not path.isprintable() or urlsplit(path).path != path:
        return ""
    try:
        resolve(path)
    except Resolver404:
        return ""
    return path


def problem_with(note: Note) -> Problem | None:
    """Say what must be put right before it can go; None where nothing must."""
    if not note.wrong.strip():
        return Problem("wrong", _("Say what is wrong, in a few words. For example: “The time is 10 days, not 15.”"))
    for name in TEXTS:
        if len(getattr(note, name)) > MOST_LETTERS:
            told = _("This is longer than %(n)s letters. Make it shorter, or print it and write on the back.") % {"n": f"{MOST_LETTERS:,}"}
            return Problem(name, told)
    return None


def _text(typed: str) -> str:
    lines = typed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("".join(letter for letter in line if letter.isprintable()).rstrip() for line in lines).strip()
