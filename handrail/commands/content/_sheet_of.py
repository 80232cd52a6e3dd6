"""Lay out the sentences of an item as the parts of a fact-check sheet, each sentence with where it comes from."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import count, groupby

from handrail.commands.content import _sheet_words as words
from handrail.commands.content._shelf import Shelf
from handrail.documents.fact_sheet import FactSheet, Line, Part, Source
from handrail.engine.dates import in_words
from handrail.engine.words.fields import words_in
from handrail.engine.words.raw import Record
from handrail.engine.words.said import Sentence, sentences_in

SHEET_FORMAT = "handrail-sheet/1"

_SHORT_LIST = 2
"""So many sources are written out beside each sentence; of more, the sentence names the list above."""
_PRECISE = ("limit", "right")
"""The kinds whose own sources say more of a sentence that links to them than the page's do."""


def sheet_of(shelf: Shelf, record: Record, now: datetime) -> FactSheet:
    """Make the sheet of one item: its own sentences, and for a stage what its time limits say."""
    title = f"Fact-check sheet: {_title(record)}"
    known_by = f"{SHEET_FORMAT} | {record.nation} | {record.kind}:{record.id} | content {shelf.version} | made {now.date().isoformat()}"
    return FactSheet(
        title, known_by, shelf.version, now, words.ABOUT, words.STEPS, words.PROMISE, tuple(_parts(shelf, record, count(1))),
    )


def limits_shown(shelf: Shelf, record: Record) -> list[Record]:
    """List the time limits that stand on a sheet with the page: those of a stage."""
    named = words_in(record.data.get("limits")) if record.kind == "stage" else []
    return [found for name in named if (found := shelf.get(record.nation, f"limit:{name}"))]


def limit_sentences(limit: Record) -> list[Sentence]:
    """Give the sentences of a time limit that the sheet of a stage holds: the rule itself."""
    return [sentence for sentence in sentences_in(limit) if sentence.place == "words"]


def _parts(shelf: Shelf, record: Record, numbers: Iterator[int]) -> Iterator[Part]:
    yield Part(words.THE_PAGE, 2, _notes(record), shelf.sources(record))
    for heading, said in groupby(sentences_in(record), lambda sentence: _heading(record, sentence)):
        yield Part(heading, 3, lines=tuple(_lines(shelf, record, said, numbers)))
    for limit in limits_shown(shelf, record):
        lines = tuple(_lines(shelf, limit, limit_sentences(limit), numbers))
        yield Part(words.A_LIMIT.format(title=_title(limit)), 2, _notes(limit), shelf.sources(limit), lines)


def _notes(record: Record) -> tuple[str, ...]:
    mark = words.MARKS["confirmed" if record.data.get("mark") == "confirmed" else "unconfirmed"]
    open_part = " ".join(str(record.data.get("unconfirmed_part") or "").split())
    checked = str(record.data.get("checked_on") or "")
    return (mark.format(day=_day(checked)), *((words.OPEN_PART + open_part,) if open_part else ()))


def _heading(record: Record, sentence: Sentence) -> str:
    if sentence.in_markdown:
        return sentence.heading or words.ANSWER
    first, _, rest = sentence.place.partition(".")
    if first == "steps":
        place = int(rest.partition(".")[0])
        return f"Step {place + 1}: {record.data['steps'][place].get('title', '')}"
    if record.kind == "path" and first == "today":
        return words.TODAY
    return words.TOP if record.kind in ("stage", "question", "path") else words.WHOLE


def _lines(shelf: Shelf, record: Record, said: Iterable[Sentence], numbers: Iterator[int]) -> Iterator[Line]:
    for sentence in said:
        label = "" if sentence.in_markdown else words.label_of(sentence.place)
        yield Line(next(numbers), label, sentence.code, sentence.text, _where_from(shelf, record, sentence))


def _where_from(shelf: Shelf, record: Record, sentence: Sentence) -> tuple[Source, ...]:
    """Give the sources of what the sentence links to, where those are nearer, and the page's own."""
    linked = [found for target in sentence.links if target.partition(":")[0] in _PRECISE and (found := shelf.get(record.nation, target))]
    nearer = [Source(f"{_title(other)}: {source.words}", source.link) for other in linked for source in shelf.sources(other)[:_SHORT_LIST]]
    own = shelf.sources(record)
    if len(own) <= _SHORT_LIST:
        return (*nearer, *own)
    return (*nearer, Source(f"Sources 1 to {len(own)}, listed above"))


def _title(record: Record) -> str:
    return str(record.data.get("title") or record.data.get("term") or record.id)


def _day(text: str) -> str:
    try:
        return in_words(date.fromisoformat(text))
    except ValueError:
        return "a day that is not known"
