"""Find the sentences of a filled fact-check sheet again in content/ as it stands now."""

from handrail.commands.content._draft import Draft
from handrail.commands.content._filled import Answered
from handrail.commands.content._outcome import CHANGED, GONE, UNCHANGED, Outcome
from handrail.commands.content._sheet_of import limits_shown
from handrail.commands.content._shelf import Shelf
from handrail.engine.words.raw import Record
from handrail.engine.words.said import Sentence, sentences_in, sum_of


class Places:
    """Where sentences of one page stand now, item by item, and the draft of each item that is changed."""

    def __init__(self, shelf: Shelf, record: Record) -> None:
        self._shelf, self._nation = shelf, record.nation
        self._on_the_page = [record, *limits_shown(shelf, record)]
        self._drafts: dict[str, Draft] = {}
        self._said: dict[str, list[Sentence]] = {}

    def outcome(self, row: Answered) -> Outcome:
        """Find the sentence of one row; one of an item that does not stand on this page any more, or never did, is gone."""
        record = self._shelf.get(self._nation, row.topic)
        if record is None or record not in self._on_the_page:
            return Outcome(row, None, GONE, notes=[*row.notes])
        now, state = _found_again(row, self._said_in(record))
        sources = [source.words for source in self._shelf.sources(record)]
        line = self.draft(record).line_of(now) if now else 0
        return Outcome(row, now, state, now.file if now else "", line, notes=[*row.notes], sources=sources)

    def draft(self, record: Record) -> Draft:
        """Give the draft of an item, one for each."""
        if record.path not in self._drafts:
            self._drafts[record.path] = Draft(self._shelf.folder, record)
        return self._drafts[record.path]

    def draft_of(self, sentence: Sentence) -> Draft:
        """Give the draft of the item that a sentence is of."""
        return self.draft(self._shelf.item(self._nation, sentence.topic))

    def drafts(self) -> list[Draft]:
        """List the drafts made so far."""
        return list(self._drafts.values())

    def _said_in(self, record: Record) -> list[Sentence]:
        return self._said.setdefault(f"{record.kind}:{record.id}", sentences_in(record))


def _found_again(row: Answered, said: list[Sentence]) -> tuple[Sentence | None, str]:
    """Find a sentence by its words, best in its old place; else what stands in that place now."""
    there = next((s for s in said if (s.place, s.number) == (row.place, row.number)), None)
    same = [s for s in said if sum_of(s.text) == row.sum]
    if same:
        return (there if there in same else min(same, key=lambda s: (s.place != row.place, abs(s.number - row.number)))), UNCHANGED
    return there, CHANGED if there else GONE
