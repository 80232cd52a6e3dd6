"""Pieces of pages, made once for each language and kept: content does not change while the site runs."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape
from typing import Any, ParamSpec, TypeVar

from django.utils.translation import get_language
from markupsafe import Markup

from handrail.components.pages import render_text
from handrail.engine.words.items import Item
from handrail.guide.pages.library import Book

P = ParamSpec("P")
T = TypeVar("T")

MOST_KEPT = 48
"""Pages of one kind that a process keeps ready. With every nation there are thousands, and memory is for what is asked for."""

_SUMMARY_LETTERS = 160
_TERM = re.compile(r'<a href="/[a-z-]+/terms/([a-z0-9-]+)/">(.*?)</a>')
_LINK_OR_TEXT = re.compile(r"<a\b.*?</a>|<[^>]*>|[^<]+", re.DOTALL)
_NUMBER = re.compile(r"(?<![\w,.])(?:0800 1111|0\d{2,4} \d{3,4} \d{3,4}|999|116 \d{3})(?![\w,.]*\d)")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“(])")


def per_language(make: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function makes, for each language and each set of arguments: the last so many, the rest is made again."""

    @lru_cache(maxsize=MOST_KEPT)
    def made(_language: str | None, given: _Given) -> T:
        return make(*given.args, **given.kwargs)

    def ask(*args: P.args, **kwargs: P.kwargs) -> T:
        return made(get_language(), _Given(args, kwargs))

    return ask


class _Given:
    """What a page is made from, told apart by the book and the topic: an item itself cannot be looked up quickly."""

    __slots__ = ("args", "key", "kwargs")

    def __init__(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.args, self.kwargs = args, kwargs
        self.key = tuple(map(_key, (*args, *kwargs.values())))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Given) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


def _key(value: object) -> object:
    return value.topic if isinstance(value, Item) else value


def part(name: str, **context: Any) -> Markup:
    """Render one of the templates in guide/parts."""
    return Markup(render_text(f"guide/parts/{name}.html", context))  # noqa: S704  # a template of ours, autoescaped


def safe(html: str) -> Markup:
    """Take HTML that was made from content/ by our own Markdown, which lets no HTML through."""
    return Markup(html)  # noqa: S704


def prose(item: Item, key: str) -> Markup:
    """Give one prose key as HTML, also a nested one (`if_missed.words`); empty where it is missing."""
    if key in item.rich:
        return safe(item.rich[key])
    value = _at(item.fields, key)
    return safe(escape(" ".join(value.split()), quote=False)) if isinstance(value, str) else Markup()


def pieces(item: Item, key: str) -> list[Markup]:
    """Give prose that may be one text or a list of them, piece by piece; none where it is missing."""
    value = _at(item.fields, key)
    if isinstance(value, list):
        return [prose(item, f"{key}.{place}") for place in range(len(value))]
    return [prose(item, key)] if value else []


def _at(fields: Any, key: str) -> Any:
    for name in key.split("."):
        if isinstance(fields, list):
            fields = fields[int(name)] if name.isdigit() and int(name) < len(fields) else None
        else:
            fields = fields.get(name) if isinstance(fields, dict) else None
    return fields


def first_sentence(text: str) -> str:
    """Give the first sentence of a text."""
    return _END.split(" ".join(text.split()), maxsplit=1)[0]


def summary_of(item: Item) -> str:
    """Give what a page is about in a line or two, for whoever finds it elsewhere: whole sentences, as many as have room."""
    sentences = _END.split(" ".join(str(item.fields.get("short") or item.text).split()))
    told = sentences[0]
    for sentence in sentences[1:]:
        if len(told) + len(sentence) >= _SUMMARY_LETTERS:
            break
        told = f"{told} {sentence}"
    return told


def to_call(html: str) -> str:
    """Make the telephone numbers in some HTML links, except where they stand in a link already."""
    return "".join(part if part.startswith("<") else _NUMBER.sub(_link, part) for part in _LINK_OR_TEXT.findall(html))


def _link(number: re.Match[str]) -> str:
    return f'<a href="tel:{number[0].replace(" ", "")}">{number[0]}</a>'


class Words:
    """The terms of one page: each is a link where it comes first, and is told in a list at the end."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._met: dict[str, None] = {}

    def tidy(self, html: str) -> Markup:
        """Leave the first link to each term, marked as one, turn later ones into plain words, and make numbers to call."""
        return safe(to_call(_TERM.sub(self._one, html)))

    def _one(self, link: re.Match[str]) -> str:
        if link[1] in self._met:
            return link[2]
        self._met[link[1]] = None
        return link[0].replace("<a ", '<a class="term" ', 1)

    def told(self, but: str = "") -> Markup:
        """Render the list of the words met so far, in the order of the alphabet."""
        terms: Iterable[Item] = self._book.found("term", [i for i in self._met if i != but])
        return part("words", terms=sorted(terms, key=lambda item: item.title.casefold())) if self._met else Markup()
