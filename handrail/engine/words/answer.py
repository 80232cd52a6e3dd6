"""Pick the one sentence of a page that tells: under each result, and on top where one page clearly answers."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from handrail.engine.words.items import Item

_LETTERS = 180
_READ = 3_000
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]+[\"'”’)]*")
_FEWEST_WORDS = 4
_CLEAR_LEAD, _CLEAR_SCORE = 1.5, 60.0
_ANSWERING = frozenset({"question", "term", "role", "stage", "limit", "right", "helpline"})


class Answer(NamedTuple):
    """The page that clearly answers, and its answer in a sentence."""

    item: Item
    text: str


def snippet_of(item: Item, stems: Iterable[str]) -> str:
    """Give the sentence that meets most of the query, or the first; cut at a word. Never a heading."""
    wanted = tuple(stems)
    best, most = "", -1
    for sentence in _sentences(item):
        lower = sentence.lower()
        met = sum(stem in lower for stem in wanted)
        if met > most:
            best, most = sentence, met
    return _cut(best)


def answer_of(scored: Sequence[tuple[Item, float]]) -> Answer | None:
    """Give the first page's answer where its score says clearly that it is the page; None where it does not."""
    if not scored or scored[0][0].kind not in _ANSWERING:
        return None
    item, score = scored[0]
    second = scored[1][1] if len(scored) > 1 else 0.0
    if score < _CLEAR_SCORE or score < _CLEAR_LEAD * second:
        return None
    first = next(iter(_sentences(item)), "")
    return Answer(item, _cut(first)) if first else None


def _sentences(item: Item) -> list[str]:
    """List the sentences that say something; a line without an end is a heading, a question answers nothing."""
    found = [sentence.strip() for sentence in _SENTENCE.findall(item.text[:_READ])]
    told = [sentence for sentence in found if len(sentence.split()) >= _FEWEST_WORDS and not sentence.rstrip("\"'”’)").endswith("?")]
    return told or found or item.text[:_READ].split("\n")[:1]


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= _LETTERS else sentence[:_LETTERS].rsplit(" ", 1)[0] + "…"
