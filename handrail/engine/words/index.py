"""Build the index that search looks things up in: what each word is worth to each item (BM25 over three fields)."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import Any

from handrail.engine.words.fields import mappings_in, words_in
from handrail.engine.words.items import Item
from handrail.engine.words.letters import build_letters
from handrail.engine.words.stem import STOP_WORDS, key_of, stem, tokens_of
from handrail.engine.words.urgent import build_urgent, phrases_of

_WEIGHTS = {"title": 7.0, "also": 4.0, "text": 1.0}
_LENGTH_SHARE = {"title": 0.5, "also": 0.3, "text": 0.7}
_SATURATION = 1.5
_TEXT_AGAIN, _TEXT_SATURATION = 4.75, 1.2
SCALE = 100
"""Worths are kept as whole hundredths: half the size, and quick to add."""

KIND_WORTH = {
    "question": 1.25,
    "path": 1.25,
    "preparation": 1.1,
    "stage": 1.1,
    "role": 1.1,
    "term": 1.05,
    "right": 1.05,
    "route": 1.05,
    "helpline": 1.0,
    "process": 0.6,
    "limit": 0.9,
}


def build_index(items: Sequence[Item], search: dict[str, Any]) -> dict[str, Any]:
    """Index one nation's items.

    Args:
        items: all of the nation's items.
        search: content/search/<nation>.yaml: `synonyms`, `urgent`, `if_nothing`.

    Returns:
        Plain lists and mappings: `docs` (topics), `terms` (stem to item, worth, item, worth... packed as text, see `rows_of`), `titles`
        (stems of a whole title to items), `letters` (four letters to items and worths), `said` (for each item the
        stems of its title and of each phrase, a line each: far quicker to load than lists), `synonyms`, `urgent`,
        `urgent_child`, `if_nothing`, `words` (commonest first).
    """
    synonyms = _said(search.get("synonyms"))
    return {
        "docs": [item.topic for item in items],
        "terms": {term: _packed(row) for term, row in _terms(items).items()},
        "titles": _keys((item.title, *_core(item.title)) for item in items),
        "letters": build_letters(items),
        "said": ["\n".join(_said_of(item)) for item in items],
        "synonyms": {key: [key_of(phrase) for phrase in meant] for key, meant in synonyms.items()},
        "urgent": build_urgent(search.get("urgent")),
        "urgent_child": build_urgent(search.get("urgent"), of_child=True),
        "if_nothing": words_in(search.get("if_nothing")),
        "words": _words(items, search),
    }


def rows_of(packed: str) -> "memoryview[int]":
    """Unpack one row of `terms`: item, worth, item, worth... The worths are whole hundredths."""
    return memoryview(packed.encode("latin-1")).cast("I")


def _packed(row: list[int]) -> str:
    """Pack numbers as text, four bytes each: JSON and marshal both hold that, in a tenth of the memory of a list."""
    return array("I", row).tobytes().decode("latin-1")


def _said(entries: Any) -> dict[str, list[str]]:
    """Turn `- {say: [...], mean: [...]}` into a mapping of each thing said to all that it may mean."""
    found: dict[str, list[str]] = {}
    for entry in mappings_in(entries):
        for phrase in words_in(entry.get("say")):
            found.setdefault(key_of(phrase), []).extend(words_in(entry.get("mean")))
    return found


def _keys(phrases_of_items: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, phrases in enumerate(phrases_of_items):
        for key in dict.fromkeys(map(key_of, phrases)):
            found.setdefault(key, []).append(number)
    return found


def _said_of(item: Item) -> list[str]:
    """List the title and what else people say for it, each as its stems, the title first."""
    return list(dict.fromkeys(map(key_of, (item.title, *item.also))))


def _core(title: str) -> list[str]:
    """Give a title without its little words, where at least two are left: "Can I record a meeting?" record meeting."""
    words = [word for word in tokens_of(title) if word not in STOP_WORDS]
    return [" ".join(words)] if len(words) > 1 else []


def _fields(item: Item) -> dict[str, list[str]]:
    return {"title": tokens_of(item.title), "also": tokens_of(" ".join(item.also)), "text": tokens_of(item.text)}


def _terms(items: Sequence[Item]) -> dict[str, list[int]]:
    counted = [{name: Counter(map(stem, words)) for name, words in _fields(item).items()} for item in items]
    means = {name: max(1.0, sum(c[name].total() for c in counted) / max(1, len(items))) for name in _WEIGHTS}
    spread = Counter(term for counts in counted for term in set().union(*counts.values()))
    terms: dict[str, list[int]] = {}
    for number, counts in enumerate(counted):
        for term in sorted(set().union(*counts.values()) - STOP_WORDS):
            rarity = log(1 + (len(items) - spread[term] + 0.5) / (spread[term] + 0.5))
            worth = rarity * _times(term, counts, means) * KIND_WORTH[items[number].kind]
            terms.setdefault(term, []).extend((number, round(worth * SCALE)))
    return terms


def _times(term: str, counts: dict[str, Counter[str]], means: dict[str, float]) -> float:
    """Say how strongly an item speaks of a term: from 0, and less and less more, up to 2.5."""
    times = 0.0
    for name, weight in _WEIGHTS.items():
        share = _LENGTH_SHARE[name]
        times += weight * min(3, counts[name][term]) / (1 - share + share * counts[name].total() / means[name])
    return times * (_SATURATION + 1) / (_SATURATION + times) + _TEXT_AGAIN * _text_times(term, counts, means)


def _text_times(term: str, counts: dict[str, Counter[str]], means: dict[str, float]) -> float:
    """The same for the page's text alone: it tells near pages apart that people speak of in the same words."""
    times = counts["text"][term]
    share = _LENGTH_SHARE["text"]
    slow = _TEXT_SATURATION * (1 - share + share * counts["text"].total() / means["text"])
    return times / (times + slow)


def _words(items: Sequence[Item], search: dict[str, Any]) -> list[str]:
    """List every word a query may be repaired to, commonest first: not those of `also`, where words stand misspelt."""
    counted: Counter[str] = Counter()
    for item in items:
        counted.update((*tokens_of(item.title), *tokens_of(item.text)))
    counted.update(_said_words(search))
    return [word for word, _ in counted.most_common() if word.isalpha()]


def _said_words(search: dict[str, Any]) -> list[str]:
    entries = (*mappings_in(search.get("synonyms")), *mappings_in(search.get("urgent")))
    said = [phrase for entry in entries for line in words_in(entry.get("say")) for phrase in phrases_of(line)]
    return [word for phrase in dict.fromkeys(said) for word in tokens_of(phrase)]
