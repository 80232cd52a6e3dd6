"""Read what a person typed: repair words nobody knows, and add what the field calls the things they mean."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handrail.engine.words.stem import STOP_WORDS, stem, tokens_of

MAX_LETTERS = 2_000
MAX_TOKENS = 60
_MAX_REPAIRS = 8
_LONGEST_PHRASE = 6
_MEANT_WEIGHT = 0.8


@dataclass(slots=True)
class Query:
    """A query made ready.

    Attributes:
        corrected: the words as repaired, or None where nothing was.
        weights: stem to weight: 1 for what was typed, less for what it may mean.
        phrases: every run of stems in it, and every phrase it may mean, to weight.
        whole: all its stems as one key; core: the same without the little words.
        own: how many different stems of its own count.
    """

    corrected: str | None
    weights: dict[str, float] = field(default_factory=dict)
    phrases: dict[str, float] = field(default_factory=dict)
    whole: str = ""
    core: str = ""
    own: int = 0


class Reader:
    """Reads queries against the vocabulary and the synonyms of one nation's index."""

    def __init__(self, index: dict[str, Any]) -> None:
        """Keep the index, with its words ready to be looked up."""
        self._synonyms: dict[str, list[str]] = index["synonyms"]
        self._words: list[str] = index["words"]
        self._known = frozenset(self._words) | STOP_WORDS
        self._sure_stems = frozenset(map(stem, self._words))
        self._stems: frozenset[str] = frozenset(index["terms"])
        self._repair = lru_cache(maxsize=2_000)(self._repaired)

    def read(self, text: str) -> Query:
        """Make a query ready; of an enormous one only the beginning is read."""
        typed = tokens_of(text[:MAX_LETTERS])[:MAX_TOKENS]
        tokens = self._repair_all(typed)
        query = Query(" ".join(tokens) if tokens != typed else None)
        stems = [stem(token) for token in tokens]
        query.whole = " ".join(stems)
        counted = [s for s, token in zip(stems, tokens, strict=True) if token not in STOP_WORDS] or stems
        query.core = " ".join(counted)
        query.own = len(set(counted))
        query.weights = dict.fromkeys(counted, 1.0)
        query.phrases = dict.fromkeys((*runs_of(stems), query.core, query.whole), 1.0)
        self._add_meant(query, stems)
        self._add_doubts(query, tokens)
        return query

    def _add_doubts(self, query: Query, tokens: list[str]) -> None:
        """Words that stand in `also` alone are often known misspellings: read them the right way as well."""
        sure = [token if self._is_sure(token) else self._repair(token)[0] for token in tokens]
        if sure == tokens:
            return
        stems = [stem(token) for token in sure]
        counted = [s for s, token in zip(stems, sure, strict=True) if token not in STOP_WORDS]
        for run in (*runs_of(stems), " ".join(counted)):
            query.phrases.setdefault(run, _MEANT_WEIGHT)
        for term in counted:
            query.weights.setdefault(term, _MEANT_WEIGHT)
        self._add_meant(query, stems)

    def _add_meant(self, query: Query, stems: list[str]) -> None:
        for meant in self._meant(stems):
            query.phrases.setdefault(meant, _MEANT_WEIGHT)
            for part in meant.split():
                if part not in STOP_WORDS:
                    query.weights.setdefault(part, _MEANT_WEIGHT)

    def _meant(self, stems: list[str]) -> Iterator[str]:
        """Yield what the phrases in it may mean: at each place the longest phrase, and then what comes after it."""
        start = 0
        while start < len(stems):
            lengths = range(min(_LONGEST_PHRASE, len(stems) - start), 0, -1)
            runs = ((length, " ".join(stems[start : start + length])) for length in lengths)
            length, run = next((found for found in runs if found[1] in self._synonyms), (1, ""))
            yield from self._synonyms.get(run, ())
            start += length

    def _repair_all(self, tokens: list[str]) -> list[str]:
        repaired: list[str] = []
        left = _MAX_REPAIRS
        for token in tokens:
            if self._is_known(token) or not left:
                repaired.append(token)
            else:
                left -= 1
                repaired.extend(self._repair(token))
        return repaired

    def _is_known(self, token: str) -> bool:
        return self._is_sure(token) or stem(token) in self._stems

    def _is_sure(self, token: str) -> bool:
        return token in self._known or len(token) < 4 or not token.isalpha() or stem(token) in self._sure_stems

    def _repaired(self, token: str) -> tuple[str, ...]:
        """Find what an unknown word was meant to be: two words run together, a beginning, or a near spelling."""
        for cut in range(3, len(token) - 2):
            if token[:cut] in self._known and token[cut:] in self._known:
                return token[:cut], token[cut:]
        near = self._near(token, 1)
        begun = next(((word,) for word in self._words if word.startswith(token)), None)
        return near or begun or self._near(token, 2 if len(token) < 10 else 3) or (token,)

    def _near(self, token: str, reach: int) -> tuple[str, ...]:
        """Find the nearest known word so many slips away; a short word has room for one."""
        reach = min(reach, 1 if len(token) < 6 else 3)
        near = process.extract(token, self._words, scorer=OSA.distance, score_cutoff=reach, limit=8)
        best = min(near, key=lambda found: (found[1] + (found[0][0] != token[0]), found[2]), default=None)
        return (best[0],) if best else ()


def runs_of(stems: list[str]) -> list[str]:
    """List every run of up to six stems, each once."""
    found: dict[str, None] = {}
    for start in range(len(stems)):
        for end in range(start + 1, min(len(stems), start + _LONGEST_PHRASE) + 1):
            found[" ".join(stems[start:end])] = None
    return list(found)
