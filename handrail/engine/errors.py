"""The errors that the engine raises on purpose.

Each carries one clear line: what is wrong, what was found, and what is allowed.
Anything else that escapes is a defect.
"""


MOST_SHOWN = 80


def shown(value: object) -> str:
    """What was found, as it stands in a message: on one line, and cut where it is long."""
    text = repr(value[: MOST_SHOWN * 2] if isinstance(value, (str, list, tuple)) else value)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}..."


class HandrailError(Exception):
    """Something that a person or a contributor can put right."""


class BadYaml(HandrailError):
    """A file that is not the YAML we read. The message names file, problem and what is allowed."""


class BadContent(HandrailError):
    """A content file breaks the format of docs/explain/map-format.md."""


class BadDate(HandrailError):
    """A date that no calendar has, or that is not written as a date we read."""


class BadCase(HandrailError):
    """A case file that cannot be read as docs/case-file.md says."""


class CalendarExhausted(HandrailError):
    """Counting would leave the years of the bank-holiday table."""


class UnknownId(HandrailError):
    """An id of a nation, limit, stage or event that the map does not have."""
