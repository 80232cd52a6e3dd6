"""Rules about trust: confirmed things have a source that confirms them, reviews have a person's role and a day."""

from collections.abc import Iterator

from handrail.engine.check.finding import Finding
from handrail.engine.check.jobs import WHAT_A_JOB_IS, is_job
from handrail.engine.check.tree import Tree
from handrail.engine.words.fields import mappings_in

_NO_AUTHORITY = "general-knowledge"


def confirmed_from_general_knowledge(tree: Tree) -> Iterator[Finding]:
    """Find limits and rights marked confirmed with no source but general knowledge."""
    for record in tree.of("limit", "right"):
        sources = [str(entry.get("source")) for entry in mappings_in(record.data.get("sources"))]
        if record.data.get("mark") == "confirmed" and sources and set(sources) == {_NO_AUTHORITY}:
            yield Finding(
                record.path, "mark", f"confirmed with no source but {_NO_AUTHORITY}", "unconfirmed, or a source"
            )


def reviews_by_no_job(tree: Tree) -> Iterator[Finding]:
    """Find reviews whose reader is not told by a job."""
    for record in tree.records:
        reviewed = record.data.get("reviewed")
        if isinstance(reviewed, dict) and "by_role" in reviewed and not is_job(reviewed["by_role"]):
            key = f"{record.id}.reviewed.by_role" if record.group else "reviewed.by_role"
            yield Finding(record.path, key, f"'{str(reviewed['by_role'])[:80]}'", WHAT_A_JOB_IS)


def ended_without_a_last_day(tree: Tree) -> Iterator[Finding]:
    """Find limits that have ended and do not say on which day."""
    for limit in tree.of("limit"):
        values = mappings_in(limit.data.get("values"))
        if limit.data.get("in_force") == "ended" and values and values[-1].get("to") is None:
            yield Finding(limit.path, f"values.{len(values) - 1}.to", "null on a limit that has ended", "its last day")
