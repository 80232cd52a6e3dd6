"""Put what was found under the heading by which a person looks for it: do now, understand, people, time limits."""

from collections.abc import Sequence

from handrail.engine.words.search import Found, Result

GROUPS = {
    "now": ("path", "preparation", "route"),
    "understand": ("question", "stage", "term", "right"),
    "people": ("role", "helpline"),
    "limits": ("limit",),
}
"""The kinds of page in each group, in the order in which the page shows the groups."""
_OF_KIND = {kind: name for name, kinds in GROUPS.items() for kind in kinds}


def without_urgent(found: Found) -> list[Result]:
    """List the results, best first, but for what stands above all else already."""
    urgent = {item.topic for item in found.urgent}
    return [result for result in found.results if result.item.topic not in urgent]


def grouped(results: Sequence[Result]) -> list[tuple[str, list[Result]]]:
    """Group results, best first within each group; a group with nothing in it is left out."""
    groups: dict[str, list[Result]] = {name: [] for name in GROUPS}
    for result in results:
        groups[_OF_KIND.get(result.item.kind, "understand")].append(result)
    return [(name, found) for name, found in groups.items() if found]
