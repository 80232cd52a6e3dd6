"""Pages of paths: from what has just happened to something to do today, in a few steps along the rail."""

from typing import Any, NamedTuple

from markupsafe import Markup

from handrail.engine.words.items import Item
from handrail.guide.pages.fragments import Words, per_language, pieces, prose, summary_of
from handrail.guide.pages.library import Book
from handrail.guide.pages.place import place_part
from handrail.guide.pages.sourcing import sources_part


class Step(NamedTuple):
    """One step: what it is about, what to know, words that may be said, and the pages to read on."""

    title: str
    words: list[Markup]
    say: list[Markup]
    links: list[Item]


@per_language
def path_page(book: Book, item: Item) -> dict[str, Any]:
    """Gather the page of one path."""
    words = Words(book)
    return {
        "heading": item.title, "item": item, "summary": summary_of(item), "place": place_part(book, item), "short": prose(item, "short"),
        "today": [words.tidy(html) for html in pieces(item, "today")],
        "steps": [_step(book, item, place, words) for place in range(len(item.fields["steps"]))],
        "helplines": book.found("helpline", item.fields.get("helplines")),
        "words": words.told(), "sources": sources_part(book.words, item),
    }


def _step(book: Book, item: Item, place: int, words: Words) -> Step:
    step, way = item.fields["steps"][place], f"steps.{place}"
    linked = [found for topic in step.get("links") or () if (found := book.words.get(book.nation, topic))]
    return Step(step["title"], [words.tidy(html) for html in pieces(item, f"{way}.words")],
                [words.tidy(html) for html in pieces(item, f"{way}.say")], linked)
