"""Pages to get ready for a meeting, a hearing or a visit: one sheet of paper each."""

from typing import Any, NamedTuple

from markupsafe import Markup

from handrail.engine.model import Limit
from handrail.engine.words.items import Item
from handrail.guide.pages.fragments import Words, per_language, pieces, prose, summary_of
from handrail.guide.pages.library import Book
from handrail.guide.pages.place import place_part
from handrail.guide.pages.sourcing import sources_part

_LISTS = ("say", "ask", "bring", "after")


class Paper(NamedTuple):
    """Something that should have come before the day: what, by when in words, and the time limit it rests on."""

    words: Markup
    by: Markup
    limit: Limit | None


@per_language
def preparation_page(book: Book, item: Item) -> dict[str, Any]:
    """Gather the page of one sheet."""
    words = Words(book)
    texts = {key: words.tidy(prose(item, key)) for key in ("what_for", "who", "with_you")}
    return {
        "heading": item.title, "item": item, "summary": summary_of(item), "place": place_part(book, item), "short": prose(item, "short"), "texts": texts,
        "lists": {key: [words.tidy(html) for html in pieces(item, key)] for key in _LISTS},
        "papers": [_paper(book, item, place, words) for place in range(len(item.fields["papers"]))],
        "roles": book.found("role", item.fields.get("roles")),
        "words": words.told(), "sources": sources_part(book.words, item),
    }


def _paper(book: Book, item: Item, place: int, words: Words) -> Paper:
    way = f"papers.{place}"
    limit = item.fields["papers"][place].get("limit")
    return Paper(words.tidy(prose(item, f"{way}.words")), words.tidy(prose(item, f"{way}.by")), book.map.limits.get(limit or ""))
