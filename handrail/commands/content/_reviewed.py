"""Hold a filled sheet against content/ as it stands now: what was answered, what would change, who has read it."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from handrail.commands.content._answers import EMPTY, NOT_SURE, RIGHT, UNCLEAR, WRONG
from handrail.commands.content._filled import Filled
from handrail.commands.content._outcome import BY_HAND, MADE, UNCHANGED, Outcome
from handrail.commands.content._places import Places
from handrail.commands.content._sheet_of import limit_sentences, limits_shown
from handrail.commands.content._shelf import Shelf
from handrail.engine.check.jobs import WHAT_A_JOB_IS, is_job
from handrail.engine.check.proposed import Surroundings
from handrail.engine.words.raw import Record
from handrail.engine.words.said import sentences_in

_OPEN = "empty, not sure, wrong without words, changed since, or with words that do not fit yet"


@dataclass(slots=True)
class Review:
    """A whole sheet held against content/: each row, the diff, and why no review is added (none: it is in the diff)."""

    filled: Filled
    version_now: str
    outcomes: list[Outcome]
    diff: str
    not_reviewed_because: list[str]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows of each kind there are."""
        answers = Counter(outcome.row.answer for outcome in self.outcomes)
        return {
            "sentences": len(self.outcomes), "right": answers[RIGHT], "wrong": answers[WRONG], "not_sure": answers[NOT_SURE],
            "unclear": answers[UNCLEAR], "empty": answers[EMPTY],
            "with_words": sum(bool(outcome.row.words) for outcome in self.outcomes),
            "changed_since": sum(outcome.state != UNCHANGED for outcome in self.outcomes),
        }


def review_of(shelf: Shelf, filled: Filled, today: date) -> Review:
    """Hold a sheet against content.

    Raises:
        UnknownId: the item it is about is not there any more.
    """
    record = shelf.item(filled.nation, filled.topic)
    places = Places(shelf, record)
    outcomes = [places.outcome(row) for row in filled.rows]
    surroundings = Surroundings(shelf.folder, today)
    for outcome in reversed(outcomes):  # from the end, so that what stands before keeps its place
        _propose(places, surroundings, outcome)
    own = places.draft(record)
    reasons = _why_not(filled, outcomes, _not_on_the_sheet(shelf, record, outcomes), today)
    if not reasons and filled.day and not own.review(filled.work, filled.day):
        reasons = ["the line cannot be put in exactly: put it in by hand"]
    return Review(filled, shelf.version, outcomes, "".join(draft.diff() for draft in places.drafts()), reasons)


def _propose(places: Places, surroundings: Surroundings, outcome: Outcome) -> None:
    """Put the words of one row into the draft of its item, and note what they break."""
    words, now = outcome.row.words, outcome.now
    if now and words == now.text:
        outcome.row.words = ""
        outcome.notes.append("the words are those that stand there now")
        return
    if not words or now is None:
        outcome.change = BY_HAND if words else ""
        return
    draft = places.draft_of(now)
    before = draft.record
    lost = draft.change(now, words) if outcome.state == UNCHANGED else None
    outcome.change = BY_HAND if lost is None else MADE
    outcome.notes += [f"this link is not in the new words: {link}" for link in lost or ()]
    after = draft.record if outcome.change == MADE else _with_words_added(before, words)
    outcome.breaks = [f"{finding.found}; allowed: {finding.allowed}" for finding in surroundings.broken_by(before, after)]


def _with_words_added(record: Record, words: str) -> Record:
    """Give the item with the words at its end: to judge words whose place a person must find."""
    return replace(record, body=f"{record.body}\n\n{words}\n", body_path=record.body_path or record.path)


def _not_on_the_sheet(shelf: Shelf, record: Record, outcomes: list[Outcome]) -> int:
    """Count the sentences that a sheet made today would hold and this one does not."""
    answered = {outcome.now for outcome in outcomes}
    due = [*sentences_in(record), *(s for limit in limits_shown(shelf, record) for s in limit_sentences(limit))]
    return sum(sentence not in answered for sentence in due)


def _why_not(filled: Filled, outcomes: list[Outcome], missing: int, today: date) -> list[str]:
    """Say why the item cannot be marked as read yet."""
    open_rows = sum(not outcome.is_settled for outcome in outcomes)
    checks = (
        (not is_job(filled.work), f"who read it: found {filled.work[:60]!r}; allowed: {WHAT_A_JOB_IS}"),
        (filled.day is None, f"the day: found {filled.day_typed[:40]!r}; allowed: a day such as 24 November 2026"),
        (filled.day is not None and filled.day > today, f"the day: {filled.day} is still to come"),
        (open_rows > 0, f"{open_rows} of {len(outcomes)} sentences are not settled ({_OPEN})"),
        (missing > 0, f"{missing} sentences stand on the page and not on this sheet"),
        (bool(filled.more), "something is said to be missing, or wrong as a whole"),
        (filled.comments > 0, f"{filled.comments} comments stand in the margin: read them in the sheet itself"),
        (bool(filled.problems), "some rows could not be read"),
    )
    return [why for holds, why in checks if holds]
