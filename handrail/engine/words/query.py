"""Read what a person typed: repair words nobody knows, and add what the field calls the things they mean."""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handrail.engine.words.everyday import EVERYDAY
from handrail.engine.words.stem import STOP_WORDS, stem, tokens_of

MAX_LETTERS = 2_000
MAX_TOKENS = 60
_MAX_REPAIRS = 8
_LONGEST_PHRASE = 6
_MEANT_WEIGHT = 0.7
_DOUBT_WEIGHT = 0.9
_ASKING = frozenset("what whats when where which who why how can could do does did is are am should must will".split())
_NAMING = frozenset("a an the my what whats is are who does do mean means of for to in".split())
_LENGTHS = frozenset("long soon quick quickly fast late many".split())
_TIMES = frozenset("deadline limit days day weeks week months month hours time timescale overdue".split())


class Way(NamedTuple):
    """One way to read a part of a query: its stems, and how sure it is."""

    stems: tuple[str, ...]
    weight: float


class Part(NamedTuple):
    """A word of the query, or words that belong together: first as typed, then the other ways to read it.

    It counts once, by whichever way fits a page best, so that a word with many meanings outweighs no other.
    """

    ways: tuple[Way, ...]


@dataclass(slots=True)
class Query:
    """A query made ready.

    Attributes:
        corrected: the words as repaired, or None where nothing was.
        tokens: its words, all of them repaired, also those that people often misspell.
        parts: what counts in it, each with all ways to read it.
        little: its stop words, which only tell near pages apart.
        is_asked: it is a question, by its words. is_about_time: it asks how long or by when.
            is_naming: it is a name, or asks what that is.
        phrases: every run of stems in it, to weight. meant: every phrase that a part of it may mean.
        whole: all its stems as one key; core: the same without the little words.
    """

    corrected: str | None
    tokens: tuple[str, ...]
    parts: list[Part] = field(default_factory=list)
    little: frozenset[str] = frozenset()
    phrases: dict[str, float] = field(default_factory=dict)
    meant: dict[str, None] = field(default_factory=dict)
    whole: str = ""
    core: str = ""
    is_asked: bool = False
    is_about_time: bool = False
    is_naming: bool = False

    @property
    def stems(self) -> set[str]:
        """Every stem of every way to read it."""
        return {stem for part in self.parts for way in part.ways for stem in way.stems}


class Reader:
    """Reads queries against the vocabulary and the synonyms of one nation's index."""

    def __init__(self, index: dict[str, Any]) -> None:
        """Keep the index, with its words ready to be looked up."""
        self._synonyms: dict[str, list[str]] = index["synonyms"]
        self._names = frozenset(key for key in index["titles"] if " " in key)
        self._words: list[str] = index["words"]
        self._known = frozenset(self._words) | STOP_WORDS | EVERYDAY
        self._sure_stems = frozenset(map(stem, self._known))
        self._stems: frozenset[str] = frozenset(index["terms"])
        self._repair = lru_cache(maxsize=2_000)(self._repaired)

    def read(self, text: str, as_typed: bool = False) -> Query:
        """Make a query ready; of an enormous one only the beginning is read. As typed, nothing in it is repaired."""
        typed = tokens_of(text[:MAX_LETTERS])[:MAX_TOKENS]
        tokens = typed if as_typed else self._repair_all(typed)
        # Words that stand in `also` alone are often known misspellings: they are read the right way as well.
        sure = [token if as_typed or self._is_sure(token) else self._repair(token)[0] for token in tokens]
        stems, sure_stems = [stem(token) for token in tokens], [stem(token) for token in sure]
        counted = [s for s, token in zip(stems, tokens, strict=True) if token not in STOP_WORDS] or stems
        corrected = " ".join(tokens) if tokens != typed else None
        query = Query(corrected, tuple(sure), whole=" ".join(stems), core=" ".join(counted))
        query.little = frozenset(s for s, token in zip(stems, tokens, strict=True) if token in STOP_WORDS)
        query.is_asked = not _ASKING.isdisjoint(tokens)
        query.is_naming = all(token in _NAMING for token in tokens if token in STOP_WORDS)
        query.is_about_time = _asks_for_time(tokens)
        query.parts = self._parts(query, stems, sure_stems, only_little=counted is stems)
        query.phrases = dict.fromkeys((*runs_of(stems), query.core, query.whole), 1.0)
        for run in runs_of(sure_stems):
            query.phrases.setdefault(run, _DOUBT_WEIGHT)
        return query

    def _parts(self, query: Query, stems: list[str], sure: list[str], only_little: bool) -> list[Part]:
        """Cut a query into parts: at each place the longest phrase that is known, and then what comes after it."""
        parts: dict[Part, None] = {}
        start = 0
        while start < len(stems):
            length, meant = self._longest(sure, start)
            query.meant.update(dict.fromkeys(meant))
            here = slice(start, start + length)
            if meant and length > 1:
                parts[_part(_counted(stems[here], only_little), _counted(sure[here], only_little), meant)] = None
            else:
                for typed, right in zip(stems[here], sure[here], strict=True):
                    part = _part(_counted([typed], only_little), _counted([right], only_little), meant)
                    if part.ways:
                        parts[part] = None
            start += length
        return list(parts)

    def _longest(self, stems: list[str], start: int) -> tuple[int, list[str]]:
        """Give the length of the longest known phrase at a place, and what it may mean. A name means itself."""
        for length in range(min(_LONGEST_PHRASE, len(stems) - start), 0, -1):
            run = " ".join(stems[start : start + length])
            if run in self._synonyms:
                return length, self._synonyms[run]
            if run in self._names:
                return length, []
        return 1, []

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


def _part(typed: tuple[str, ...], right: tuple[str, ...], meant: list[str]) -> Part:
    ways = [Way(typed, 1.0)] if typed else []
    if right and right != typed:
        ways.append(Way(right, _DOUBT_WEIGHT))
    ways.extend(Way(tuple(s for s in key.split() if s not in STOP_WORDS), _MEANT_WEIGHT) for key in meant)
    return Part(tuple(ways))


def _asks_for_time(tokens: list[str]) -> bool:
    how = any(one == "how" and other in _LENGTHS for one, other in pairwise(tokens))
    return how or not _TIMES.isdisjoint(tokens)


def _counted(stems: list[str], only_little: bool) -> tuple[str, ...]:
    return tuple(s for s in stems if only_little or s not in STOP_WORDS)


def runs_of(stems: list[str]) -> list[str]:
    """List every run of up to six stems, each once."""
    found: dict[str, None] = {}
    for start in range(len(stems)):
        for end in range(start + 1, min(len(stems), start + _LONGEST_PHRASE) + 1):
            found[" ".join(stems[start:end])] = None
    return list(found)
