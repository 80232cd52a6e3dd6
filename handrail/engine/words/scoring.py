"""Say how well each page answers a query: by its words (BM25), its letters, and the nearest thing said for it.

A part of the query counts once, by whichever way to read it fits the page best. What is rare counts for more.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from math import log
from typing import Any

from handrail.engine.words.index import SCALE, rows_of
from handrail.engine.words.letters import worths_of
from handrail.engine.words.query import Part, Query, Way
from handrail.engine.words.stem import STOP_WORDS

_LIKE = 28.0
"""What a page is worth of which something said is the query itself."""
_LETTERS = 0.8
"""What the groups of letters count, beside the words. Weights were set on phrases held out of their own pages."""
_LITTLE_SHARE = 0.2
_BYTES_A_PAGE = 8  # of a row of `terms`: the page, and its worth
_NEAREST = 60
_WHOLE = {"titles": 40.0, "phrases": 14.0}
_CORE = {"titles": 16.0, "phrases": 12.0}
_ASKED, _QUESTION, _TIMED, _NAMED = 1.15, 1.12, 1.5, 1.15
_MEANT = {"titles": 5.0, "phrases": 3.0}
_PART = {"titles": 1.6, "phrases": 0.8}


class Scorer:
    """Scores the pages of one nation's index."""

    def __init__(self, index: dict[str, Any]) -> None:
        """Make the index of what is said: each title and phrase by its stems."""
        self._index = index
        self._pages = max(1, len(index["docs"]))
        self._kinds = [topic.partition(":")[0] for topic in index["docs"]]
        said = [(doc, key) for doc, lines in enumerate(index["said"]) for key in lines.split("\n")]
        self._said_of = array("I", (doc for doc, _ in said))
        self._whole = {"titles": index["titles"], "phrases": _phrases(index["said"])}
        self._little: list[frozenset[str]] = []
        self._full = array("d")
        self._with: dict[str, array[int]] = {}
        same: dict[frozenset[str], frozenset[str]] = {}  # thousands of phrases have the same few little words
        for number, (_, key) in enumerate(said):
            stems = frozenset(key.split())
            counted = stems - STOP_WORDS
            little = stems & STOP_WORDS
            self._little.append(same.setdefault(little, little))
            self._full.append(sum(map(self.rarity, counted)))
            for stem in counted:
                self._with.setdefault(stem, array("I")).append(number)

    def rarity(self, stem: str) -> float:
        """Say how much it tells that a page has this stem: nothing that most pages have, most what one page has."""
        pages = len(self._index["terms"].get(stem, "")) / _BYTES_A_PAGE
        return log(1 + (self._pages - pages + 0.5) / (pages + 0.5)) if pages else 0.0

    def score(self, query: Query) -> dict[int, float]:
        """Score every page that has anything of the query."""
        weights = [max((self._way_rarity(way) * way.weight for way in part.ways), default=0.0) for part in query.parts]
        scores = self._by_words(query.parts, weights)
        self._add_said(query, weights, scores)
        self._add_phrases(query, scores)
        letters = worths_of(self._index["letters"], query.tokens, len(self._kinds))
        for doc in scores:
            scores[doc] = scores[doc] * self._fit(doc, query) + _LETTERS * letters[doc]
        return scores

    def _fit(self, doc: int, query: Query) -> float:
        """A question is best answered by a page that answers one, and "how long" by a time limit."""
        kind = self._kinds[doc]
        if kind == "question":
            return _ASKED if query.is_asked else _QUESTION
        if kind in ("term", "role") and query.is_naming and not query.is_asked and len(query.parts) <= 2:
            return _NAMED
        return _TIMED if kind == "limit" and query.is_about_time else 1.0

    def _way_rarity(self, way: Way) -> float:
        return sum(map(self.rarity, way.stems))

    def _by_words(self, parts: list[Part], weights: list[float]) -> dict[int, float]:
        scores: dict[int, float] = {}
        met: dict[int, float] = {}
        for part, weight in zip(parts, weights, strict=True):
            best = _best(part, self._worth_of)
            for doc, worth in best.items():
                scores[doc] = scores.get(doc, 0.0) + worth
                met[doc] = met.get(doc, 0.0) + weight
        full = sum(weights) or 1.0
        for doc, share in met.items():
            scores[doc] *= 0.3 + 0.7 * share / full
        return scores

    def _worth_of(self, way: Way) -> dict[int, float]:
        found: dict[int, float] = {}
        met: dict[int, int] = {}
        for stem in way.stems:
            row = rows_of(self._index["terms"].get(stem, ""))
            for doc, worth in zip(row[::2], row[1::2], strict=True):
                found[doc] = found.get(doc, 0.0) + worth / SCALE
                met[doc] = met.get(doc, 0) + 1
        if len(way.stems) > 1:
            for doc, count in met.items():
                found[doc] *= count / len(way.stems)
        return found

    def _add_said(self, query: Query, weights: list[float], scores: dict[int, float]) -> None:
        """Add what the nearest thing said for a page is worth: how much of the query it has, and the query of it."""
        full = sum(weights)
        if not full:
            return
        asked: dict[int, float] = {}
        had: dict[int, float] = {}
        for part, weight in zip(query.parts, weights, strict=True):
            for number, rarity in _best(part, self._said_with).items():
                asked[number] = asked.get(number, 0.0) + min(weight, rarity)
                had[number] = had.get(number, 0.0) + rarity
        likeness = {n: _mean(share / full, had[n] / (self._full[n] or 1.0)) for n, share in asked.items()}
        best: dict[int, float] = {}
        for number in sorted(likeness, key=lambda n: -likeness[n])[:_NEAREST]:
            alike = likeness[number] * (
                1 - _LITTLE_SHARE + _LITTLE_SHARE * _overlap(query.little, self._little[number])
            )
            doc = self._said_of[number]
            best[doc] = max(best.get(doc, 0.0), alike)
        for doc, alike in best.items():
            scores[doc] = scores.get(doc, 0.0) + _LIKE * alike * alike

    def _said_with(self, way: Way) -> dict[int, float]:
        found: dict[int, float] = {}
        for stem in way.stems:
            rarity = self.rarity(stem)
            for number in self._with.get(stem, ()):
                found[number] = found.get(number, 0.0) + rarity
        return found

    def _add_phrases(self, query: Query, scores: dict[int, float]) -> None:
        for table in ("titles", "phrases"):
            for run, weight in query.phrases.items():
                part = _PART[table] * (1 + run.count(" "))
                is_core = run == query.core and (query.is_naming or " " in run)
                extra = _WHOLE[table] if run == query.whole else _CORE[table] if is_core else part
                for doc in self._whole[table].get(run, ()):
                    scores[doc] = scores.get(doc, 0.0) + weight * extra
            for key in query.meant:
                for doc in self._whole[table].get(key, ()):
                    scores[doc] = scores.get(doc, 0.0) + _MEANT[table]


def _phrases(said: list[str]) -> dict[str, Sequence[int]]:
    """Say which pages have each phrase, the titles left out. Most have one page, and share its one tuple."""
    found: dict[str, Sequence[int]] = {}
    for doc, lines in enumerate(said):
        alone = (doc,)
        for key in lines.split("\n")[1:]:
            found[key] = (*found[key], doc) if key in found else alone
    return found


def _best(part: Part, of: Callable[[Way], dict[int, float]]) -> dict[int, float]:
    """Give each page, or thing said, what the best way to read a part is worth to it."""
    best: dict[int, float] = {}
    for way in part.ways:
        for number, worth in of(way).items():
            if worth * way.weight > best.get(number, 0.0):
                best[number] = worth * way.weight
    return best


def _mean(one: float, other: float) -> float:
    """Give the harmonic mean of two shares."""
    one, other = min(1.0, one), min(1.0, other)
    return 2 * one * other / (one + other) if one + other else 0.0


def _overlap(one: Iterable[str], other: frozenset[str]) -> float:
    """Say how much two sets of little words have in common; two empty ones are the same."""
    mine = frozenset(one)
    every = mine | other
    return len(mine & other) / len(every) if every else 1.0
