"""Hold proposed words to the rules of reading before anybody takes them over: what an item breaks that it did not break before."""

from datetime import date
from pathlib import Path

from handrail.engine.check import days, helplines, keys, marks, reading, terms
from handrail.engine.check.finding import Finding
from handrail.engine.check.rules import Rule
from handrail.engine.check.tree import Tree, read_tree
from handrail.engine.words.raw import Record

_RULES: tuple[Rule, ...] = (
    reading.sentences_too_long, reading.pages_too_hard, terms.initials_not_explained, terms.sections_not_explained,
    helplines.numbers_of_nobody, keys.missing_keys, keys.wrong_shapes,
    days.days_that_do_not_exist, days.days_still_to_come, marks.reviews_by_no_job,
)
"""The rules that other words, or a review, can break."""

_LOOKED_UP = ("term", "helpline")
"""The kinds that those rules look up."""


class Surroundings:
    """The content folder in which proposed words will stand, read once for any number of proposals."""

    def __init__(self, content_dir: Path, today: date) -> None:
        """Read the folder; days after today have not come yet."""
        self._tree = read_tree(content_dir, today)

    def broken_by(self, before: Record, after: Record) -> list[Finding]:
        """List what the item breaks with its new words and did not break with the old ones."""
        known = {_what(finding) for finding in self._findings(before)}
        return [finding for finding in self._findings(after) if _what(finding) not in known]

    def _findings(self, record: Record) -> list[Finding]:
        looked_up = [other for other in self._tree.of(*_LOOKED_UP) if other.nation == record.nation and not _is_same(other, record)]
        tree = Tree(self._tree.content_dir, self._tree.today, [*looked_up, record], [], self._tree.parts)
        found = (finding for rule in _RULES for finding in rule(tree))
        return [finding for finding in found if finding.file in (record.path, record.body_path)]


def _is_same(one: Record, other: Record) -> bool:
    return (one.kind, one.nation, one.id) == (other.kind, other.nation, other.id)


def _what(finding: Finding) -> tuple[str, str]:
    return finding.file, finding.found
