"""Take a filled fact-check sheet apart: who read what on which day, and the answer to each sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from handrail.commands.content._answers import EMPTY, UNCLEAR, day_of, meaning_of
from handrail.commands.content._sheet_of import SHEET_FORMAT
from handrail.documents.docx_tables import Found, NoDocx
from handrail.documents.fact_sheet import COLUMNS, DAY, MORE, WORK
from handrail.engine.words.said import CODE, sum_of

MOST_LETTERS = 1_000
"""More than this in one cell is no sentence."""
_LONGEST_CODE = 300

_KNOWN_BY = re.compile(
    rf"{SHEET_FORMAT} \| (?P<nation>[a-z-]+) \| (?P<topic>[a-z]+:[a-z0-9-]+) \| content (?P<version>\S{{1,40}}) \| made (?P<made>\d{{4}}-\d\d-\d\d)"
)

_ORDINARY_WORD = re.compile(r"[A-Z][a-z]{2,}")


@dataclass(slots=True)
class Answered:
    """One row as it came back: which sentence it is about, what was answered, and the words proposed ("" for none)."""

    row: int
    code: str
    topic: str
    place: str
    number: int
    sum: str
    sentence: str
    answer: str
    typed: str
    words: str
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Filled:
    """A sheet as it came back. `problems` are things on it that could not be read."""

    nation: str
    topic: str
    version: str
    made_on: str
    work: str
    day_typed: str
    more: str
    comments: int
    rows: list[Answered]
    problems: list[str]

    @property
    def day(self) -> date | None:
        """The day on which it was read, where one could be made out."""
        return day_of(self.day_typed)


def filled_sheet(found: Found, name: str) -> Filled:
    """Take a sheet apart.

    Raises:
        NoDocx: the file is a Word file, but no fact-check sheet.
    """
    known = next((match for text in found.paragraphs if (match := _KNOWN_BY.search(text))), None)
    if known is None:
        raise NoDocx(f"{name}: no fact-check sheet: found no line with {SHEET_FORMAT!r}. Allowed: a file made by `handrail content sheet`.")
    problems: list[str] = []
    rows = list(_rows(found, problems))
    asked = {question: _answer(found, question)[:MOST_LETTERS] for question in (WORK, DAY, MORE)}
    return Filled(
        known["nation"], known["topic"], known["version"], known["made"],
        _as_a_role(asked[WORK]), asked[DAY], asked[MORE], found.comments, rows, problems,
    )


def _answer(found: Found, question: str) -> str:
    rows = (row for table in found.tables for row in table if len(row) > 1)
    return next((" ".join(filter(None, row[1:])) for row in rows if row[0].startswith(question)), "")


def _as_a_role(work: str) -> str:
    """Write a job as we write one: "Conference chair." is a conference chair, an IRO stays one."""
    plain = _as_we_write(work).rstrip(".")
    return plain[:1].lower() + plain[1:] if _ORDINARY_WORD.match(plain) else plain


def _rows(found: Found, problems: list[str]) -> Iterator[Answered]:
    seen: set[str] = set()
    for cells in (row for table in found.tables for row in table):
        code = CODE.search(cells[0][:_LONGEST_CODE]) if cells else None
        if code is None:
            if len(cells) == len(COLUMNS) and cells[0] != COLUMNS[0] and any(cells[3:]):
                problems.append(f"a row without its code: {cells[1][:60]!r}")
        elif len(cells) != len(COLUMNS):
            problems.append(f"{code[0]}: found {len(cells)} cells; the sheet has {len(COLUMNS)}")
        elif code[0] in seen:
            problems.append(f"{code[0]}: stands twice; the first is taken")
        else:
            seen.add(code[0])
            yield _answered(code, cells)


def _answered(code: re.Match[str], cells: list[str]) -> Answered:
    first = cells[0].partition(" ")[0]
    row = Answered(
        int(first) if first.isascii() and first.isdigit() and len(first) < 6 else 0,
        code[0], code["topic"], code["place"], int(code["number"]), code["sum"], cells[1], meaning_of(cells[3]), cells[3][:MOST_LETTERS], cells[4],
    )
    if row.answer == EMPTY and row.words and meaning_of(row.words) not in (EMPTY, UNCLEAR):
        row.answer, row.words = meaning_of(row.words), ""
        row.notes.append("the answer stood under \"Your words\"")
    _typed_over(row)
    row.words = _as_we_write(row.words)
    if len(row.words) > MOST_LETTERS:
        row.notes.append(f"more than {MOST_LETTERS} letters: read it in the sheet itself")
        row.words, row.answer = "", UNCLEAR
    return row


def _typed_over(row: Answered) -> None:
    """Take words typed over the sentence itself as the words proposed."""
    if sum_of(row.sentence) == row.sum:
        return
    if not row.sentence:
        row.notes.append("the sentence itself was taken out of the sheet")
        row.answer = row.answer or UNCLEAR
    elif not row.words:
        row.words = row.sentence
        row.notes.append("typed over the sentence itself")
    else:
        row.notes.append(f"typed over the sentence too: {row.sentence[:MOST_LETTERS]}")


def _as_we_write(words: str) -> str:
    """Undo what word processors do to an apostrophe as one types."""
    return words.replace("’", "'").replace("‘", "'").strip()
