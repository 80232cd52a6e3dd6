"""One time limit as a line of a list: its time in a few words, how strong it is, and whose it is."""

from typing import NamedTuple

from markupsafe import Markup

from handrail.engine.model import Limit, Value
from handrail.engine.words.items import Item
from handrail.guide.pages.fragments import first_sentence, prose, safe
from handrail.guide.pages.library import Book


class Line(NamedTuple):
    """What a list shows of a limit. `words` is the whole rule for windows and local practice, else its first sentence."""

    item: Item
    limit: Limit
    value: Value | None
    words: Markup

    @property
    def is_local(self) -> bool:
        """Is it what many councils do, with no rule for the whole country?"""
        return self.limit.kind == "common-local-practice"

    @property
    def gives_date(self) -> bool:
        """May a date ever come out of it?"""
        return self.limit.no_date_because is None


def value_now(limit: Limit) -> Value | None:
    """Give the number of today's law: the last period that has no end; None where there is none."""
    return next((value for value in reversed(limit.values) if value.until is None), None)


def line_of(book: Book, limit: Limit) -> Line | None:
    """Make the line of a limit; None where it has no page."""
    item = book.get("limit", limit.id)
    if item is None:
        return None
    whole = str(prose(item, "words"))
    words = whole if limit.is_window or limit.kind == "common-local-practice" else first_sentence(whole)
    return Line(item, limit, value_now(limit), safe(words))


def lines_of(book: Book, limits: list[Limit]) -> tuple[list[Line], list[Line], list[Line]]:
    """Split limits into the family's own, those of others, and local ones; each in the order given."""
    lines = [line for line in (line_of(book, limit) for limit in limits) if line]
    own = [line for line in lines if line.limit.is_window]
    local = [line for line in lines if line.is_local]
    return own, [line for line in lines if line not in own and line not in local], local
