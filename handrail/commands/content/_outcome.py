"""What became of one row of a filled fact-check sheet."""

from dataclasses import dataclass, field

from handrail.commands.content._answers import EMPTY, NOT_SURE, RIGHT, UNCLEAR, WRONG
from handrail.commands.content._filled import Answered
from handrail.engine.words.said import Sentence

UNCHANGED, CHANGED, GONE = "unchanged", "changed", "gone"
MADE, BY_HAND = "made", "by-hand"


@dataclass(slots=True)
class Outcome:
    """What became of one row.

    Attributes:
        now: the sentence as it stands now; None where nothing stands in its place.
        state: UNCHANGED, CHANGED or GONE since the sheet was made.
        file, line: where it stands now ("" and 0 where it does not).
        change: MADE where the new words are in the diff, BY_HAND where a person must put them in, "" where there are none.
        breaks: the rules of `content check` that the new words break.
    """

    row: Answered
    now: Sentence | None
    state: str
    file: str = ""
    line: int = 0
    change: str = ""
    notes: list[str] = field(default_factory=list)
    breaks: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)

    @property
    def wants_a_look(self) -> bool:
        """True where somebody must read this row: all but a plain right, or nothing, on a sentence that still stands."""
        is_odd = bool(self.row.words or self.notes) or self.row.answer in (WRONG, NOT_SURE, UNCLEAR)
        return is_odd or (self.state != UNCHANGED and self.row.answer != EMPTY)

    @property
    def is_settled(self) -> bool:
        """True where the sentence is right, or is with words that are in the diff and break nothing."""
        if self.row.words:
            return self.change == MADE and not self.breaks
        return self.state == UNCHANGED and self.row.answer == RIGHT
