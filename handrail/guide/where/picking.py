"""Long lists made short: choices in groups, and a search in them that works without a script."""

import difflib
import re
from collections.abc import Iterable
from typing import NamedTuple

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    ("a", "an", "and", "at", "did", "do", "for", "from", "had", "has", "have", "her", "his", "in", "is", "it", "me", "my", "of", "on", "or", "our", "so",
     "that", "the", "their", "them", "they", "to", "was", "we", "were", "what", "when", "with", "you", "your")
)
_ENOUGH_LETTERS = 3
_LIKE = 0.75


class Choice(NamedTuple):
    """One thing to pick."""

    value: str
    title: str
    group: str
    words: str = ""
    """More words that people use for it."""


class Group(NamedTuple):
    """A heading and what stands below it."""

    id: str
    title: str
    choices: list[Choice]


def grouped(choices: Iterable[Choice], titles: dict[str, str]) -> list[Group]:
    """Put choices below the headings of their groups, in the order of the headings; empty ones are left out."""
    of: dict[str, list[Choice]] = {}
    for choice in choices:
        of.setdefault(choice.group, []).append(choice)
    return [Group(id_, title, of[id_]) for id_, title in titles.items() if id_ in of]


def find(choices: list[Choice], query: str) -> list[Choice]:
    """Find the choices that a query fits best, misspelt words included; all words first, then some of them."""
    asked = [w for w in _WORD.findall(query.lower().replace("'", "")) if w not in _SMALL]
    if not asked:
        return []
    indexed = [(choice, _words_of(choice)) for choice in choices]
    known = sorted({w for _choice, words in indexed for w in words})
    asked = [_near(w, known) for w in asked]
    scored = [(sum(_fits(w, words) for w in asked), -number, choice) for number, (choice, words) in enumerate(indexed)]
    best = max(score for score, _number, _choice in scored)
    least = max(1, best - 1) if best < len(asked) else best
    return [choice for score, _number, choice in sorted(scored, key=lambda s: s[:2], reverse=True) if score >= least]


def _words_of(choice: Choice) -> set[str]:
    return set(_WORD.findall(f"{choice.title} {choice.words} {choice.value}".lower().replace("'", "").replace("’", "")))


def _fits(asked: str, words: set[str]) -> bool:
    return asked in words or (len(asked) >= _ENOUGH_LETTERS and any(w.startswith(asked) for w in words))


def _near(asked: str, known: list[str]) -> str:
    if len(asked) <= _ENOUGH_LETTERS or any(w.startswith(asked) for w in known):
        return asked
    return next(iter(difflib.get_close_matches(asked, known, n=1, cutoff=_LIKE)), asked)
