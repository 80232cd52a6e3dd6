"""One thing to put right: the field it is about and what to do, told by the field and in the summary."""

from typing import NamedTuple


class Problem(NamedTuple):
    """What is wrong with a field. `field` is the id of the input."""

    field: str
    text: str


class ByField(dict[str, str]):
    """What is wrong, by field: the first problem of each, and no words for a field where all is well."""

    def __missing__(self, field: str) -> str:
        return ""


def by_field(problems: list[Problem]) -> ByField:
    """Put problems by their fields."""
    return ByField({p.field: p.text for p in reversed(problems)})
