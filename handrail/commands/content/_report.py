"""Tell what came back on a fact-check sheet: for people as text, for programs as plain values."""

from collections.abc import Iterator
from typing import Any

from handrail.commands.content._outcome import BY_HAND, CHANGED, GONE, UNCHANGED, Outcome
from handrail.commands.content._reviewed import Review

REVIEW_FORMAT = "handrail-review/1"

_LAST_WORD = "Nothing in content/ has been written. Look at each change; a mentor has the final say."


def as_data(review: Review) -> dict[str, Any]:
    """Give the review as docs/schemas/review.schema.json describes it."""
    filled = review.filled
    return {
        "format": REVIEW_FORMAT, "nation": filled.nation, "topic": filled.topic, "made_on": filled.made_on,
        "content_version_of_sheet": filled.version, "content_version": review.version_now,
        "by_role": filled.work or None, "on": filled.day.isoformat() if filled.day else None, "on_as_typed": filled.day_typed or None,
        "counts": review.counts, "rows": [_row_as_data(outcome) for outcome in review.outcomes if outcome.wants_a_look],
        "more": filled.more or None, "comments": filled.comments, "problems": filled.problems,
        "reviewed": not review.not_reviewed_because, "not_reviewed_because": review.not_reviewed_because, "diff": review.diff or None,
    }


def _row_as_data(outcome: Outcome) -> dict[str, Any]:
    row, now = outcome.row, outcome.now
    return {
        "row": row.row, "code": row.code, "answer": row.answer or None, "answer_as_typed": row.typed or None, "state": outcome.state,
        "file": outcome.file or None, "line": outcome.line or None, "sentence_now": now.text if now else None, "sentence_on_sheet": row.sentence,
        "words": row.words or None, "change": outcome.change or None, "breaks": outcome.breaks, "notes": outcome.notes, "sources": outcome.sources,
    }


def as_lines(review: Review) -> Iterator[str]:
    """Give the review as lines for a person, without the diff."""
    filled, counts = review.filled, review.counts
    yield f"{filled.topic} ({filled.nation}): a sheet made on {filled.made_on} from content {filled.version}; the content is now {review.version_now}"
    yield f"Read by: {filled.work or 'nobody said'}, {filled.day or filled.day_typed or 'no day'}"
    yield (
        f"{counts['sentences']} sentences: {counts['right']} right, {counts['wrong']} wrong, {counts['not_sure']} not sure, "
        f"{counts['unclear']} unclear, {counts['empty']} left empty"
    )
    yield f"{counts['with_words']} with other words, {counts['changed_since']} changed since the sheet was made"
    told: dict[str, int] = {}
    for outcome in review.outcomes:
        if outcome.wants_a_look:
            yield from _row_lines(outcome, told)
    if filled.more:
        yield f"\nMissing, or wrong as a whole: {filled.more}"
    if filled.comments:
        yield f"\n{filled.comments} comments in the margin are not read here: open the sheet"
    yield from (f"\nCould not be read: {problem}" for problem in filled.problems)
    if not review.not_reviewed_because:
        yield "\nEvery sentence is settled: the change says who has read it."
    yield from (f"\nNot marked as read yet: {why}" for why in review.not_reviewed_because)
    yield f"\n{_LAST_WORD}" if review.diff else "\nThere is no change to make."


def _row_lines(outcome: Outcome, told: dict[str, int]) -> Iterator[str]:
    """Give the lines of one row; sources that an earlier row has told already (`told`) are told by its number."""
    row = outcome.row
    where = f"{outcome.file}:{outcome.line}" if outcome.file else row.code
    said = f"unclear: {row.typed!r}" if row.answer == "unclear" else row.answer or "no answer"
    yield f"\n{row.row}. {said.upper() if said == 'wrong' else said}  {where}"
    yield from _sentence_lines(outcome)
    if row.words:
        yield f"   words:  {row.words}"
    if outcome.sources:
        sources = "; ".join(outcome.sources)
        first = told.setdefault(sources, row.row)
        yield f"   source: {sources if first == row.row else f'as for row {first}'}"
    if outcome.change == BY_HAND:
        yield "   by hand: these words cannot be put in exactly, so they are not in the change"
    yield from (f"   breaks: {rule}" for rule in outcome.breaks)
    yield from (f"   note:   {note}" for note in outcome.notes)


def _sentence_lines(outcome: Outcome) -> Iterator[str]:
    if outcome.state == UNCHANGED and outcome.now:
        yield f"   now:    {outcome.now.text}"
        return
    yield f"   sheet:  {outcome.row.sentence}"
    if outcome.state == CHANGED and outcome.now:
        yield f"   now:    {outcome.now.text}"
        yield "   changed since: look again"
    elif outcome.state == GONE:
        yield "   changed since: nothing stands in this place any more; look again"
