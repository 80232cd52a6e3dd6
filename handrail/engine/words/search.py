"""Find pages by a person's own words. Whatever is asked, there is an answer to hold on to.

The best match comes first. A question of another nation is told so, with somebody to call there.
"""

from dataclasses import dataclass, field
from typing import Any

from handrail.engine.errors import UnknownId
from handrail.engine.words.answer import Answer, answer_of, snippet_of
from handrail.engine.words.items import Item, Words
from handrail.engine.words.query import Query, Reader, runs_of
from handrail.engine.words.scoring import Scorer
from handrail.engine.words.stem import stems_of
from handrail.engine.words.urgent import shown_for

_URGENT = 1_000.0


@dataclass(frozen=True, slots=True)
class Result:
    """One page found, with its score (only to be compared within one answer) and a line from it."""

    item: Item
    score: float
    snippet: str


@dataclass(slots=True)
class Found:
    """The answer to one query.

    Attributes:
        corrected: the query as it was read, where its spelling was repaired; else None.
        meant: where it was searched as typed, what it would have been repaired to; else None.
        results: best first.
        answer: what to say on top, where one page clearly answers; else None.
        urgent: what to show above all else, because somebody may be in danger; the first of it heads the results too.
        suggestions: what to show where there are no results; empty otherwise.
        other_nation: the nation that the words belong to, where it is not this one.
        notice: what to tell a person about that nation.
        helplines: who to call there.
    """

    query: str
    nation: str
    corrected: str | None = None
    meant: str | None = None
    answer: Answer | None = None
    results: list[Result] = field(default_factory=list)
    urgent: list[Item] = field(default_factory=list)
    suggestions: list[Item] = field(default_factory=list)
    other_nation: str | None = None
    notice: str | None = None
    helplines: list[Item] = field(default_factory=list)


class Search:
    """Search over one nation's items. Make it once and keep it."""

    def __init__(self, words: Words, nation: str) -> None:
        """Make ready to search.

        Raises:
            UnknownId: no nation has this name.
        """
        if nation not in words.nations and nation not in words.search_data:
            known = ", ".join(sorted({*words.nations, *words.search_data}))
            raise UnknownId(f"nation: found '{nation}'; allowed: {known}")
        self._words, self._nation = words, nation
        self._index: dict[str, Any] = words.search_data.get(nation) or _NOTHING
        found = (words.get(nation, topic) for topic in self._index["docs"])
        self._items = [item for item in found if item]
        self._docs = {topic: doc for doc, topic in enumerate(self._index["docs"])}
        self._reader, self._scorer = Reader(self._index), Scorer(self._index)
        self._other = {key: name for name, about in words.nations.items() for key in about.get("keys", ())}

    def find(self, query: str, most: int = 10, as_typed: bool = False) -> Found:
        """Answer a query of any length, the empty one too, with at most so many results; as typed, with no repair."""
        read = self._reader.read(query, as_typed)
        found = Found(query, self._nation, read.corrected)
        if as_typed:
            found.meant = self._reader.read(query).corrected
        found.urgent = self._topics(shown_for(read.phrases, read.tokens, self._index))
        self._rank(found, read, most)
        self._look_elsewhere(found, query)
        if not found.results:
            found.suggestions = self._suggestions() or found.helplines
        return found

    def _rank(self, found: Found, read: Query, most: int) -> None:
        """Put the best pages in their order, what is urgent first, and see whether one of them clearly answers."""
        scores = self._scorer.score(read)
        for item in found.urgent[:1]:
            scores[self._docs[item.topic]] = _URGENT
        best = sorted(scores, key=lambda doc: (-scores[doc], doc))[:most]
        stems = [stem for stem in read.stems if len(stem) > 2]
        found.results = [
            Result(self._items[doc], round(scores[doc], 2), snippet_of(self._items[doc], stems)) for doc in best
        ]
        if not found.urgent:
            found.answer = answer_of([(result.item, result.score) for result in found.results[:2]])

    def _look_elsewhere(self, found: Found, query: str) -> None:
        """Say so where the words, or the nation asked for, belong to a nation that has no pages here yet."""
        named = [self._other[run] for run in runs_of(stems_of(query[:2_000])[:60]) if run in self._other]
        elsewhere = next((name for name in named if name != self._nation), None)
        if elsewhere is None and not self._items:
            elsewhere = self._nation
        if elsewhere:
            about = self._words.nations[elsewhere]
            found.other_nation, found.notice = elsewhere, about.get("notice")
            found.helplines = self._words.of(elsewhere, "helpline") or self._lent(about.get("helplines", ()))

    def _lent(self, ids: list[str]) -> list[Item]:
        """Find helplines that serve the whole United Kingdom, whichever nation's file they stand in."""
        items = {item.id: item for item in reversed(self._words.items) if item.kind == "helpline"}
        return [items[i] for i in ids if i in items]

    def _suggestions(self) -> list[Item]:
        return self._topics(self._index["if_nothing"]) or self._words.of(self._nation, "helpline")[:4]

    def _topics(self, topics: Any) -> list[Item]:
        found = (self._words.get(self._nation, topic) for topic in dict.fromkeys(topics))
        return [item for item in found if item]


_NOTHING: dict[str, Any] = {
    "docs": [],
    "terms": {},
    "titles": {},
    "letters": {},
    "said": [],
    "synonyms": {},
    "urgent": {},
    "urgent_child": {},
    "if_nothing": [],
    "words": [],
}
