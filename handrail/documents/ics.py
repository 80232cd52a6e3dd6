"""A calendar file (RFC 5545) of whole days, whose titles give nothing away to whoever looks at the phone.

Each day is a VEVENT of its own. The identifier of an event is made by `stable_uid`, so that a later file moves the
events of an earlier one in the calendar instead of adding them again.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

_LINE_OCTETS = 75
_MADE_BY = "-//Calendar//Dates//EN"
_SECONDS_OF_A_SEQUENCE = 60
_SEQUENCES_SINCE = datetime(2026, 1, 1, tzinfo=UTC)


class Day(NamedTuple):
    """One whole day in the calendar."""

    uid: str
    on: date
    title: str


def stable_uid(salt: str, *parts: str | None) -> str:
    """Make an identifier that is the same each time for one salt and the same parts, and tells nothing of them.

    Args:
        salt: random text of this one family; without it nobody can guess the parts from the identifier.
        parts: what the event is about, such as a limit and what started it.
    """
    told = "\0".join(part or "" for part in parts)
    return hashlib.blake2b(told.encode(), key=salt.encode()[:64], digest_size=16).hexdigest()


def calendar_file(days: Iterable[Day], made_at: datetime) -> bytes:
    """Write the days as one calendar.

    Args:
        days: in any order.
        made_at: now, aware. A later file has a higher SEQUENCE, so calendars take its dates for the newer ones.
    """
    stamp = made_at.astimezone(UTC)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_MADE_BY}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for day in sorted(days, key=lambda d: (d.on, d.uid)):
        lines += _event(day, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(day: Day, stamp: datetime) -> list[str]:
    sequence = max(0, int((stamp - _SEQUENCES_SINCE).total_seconds()) // _SECONDS_OF_A_SEQUENCE)
    return [
        "BEGIN:VEVENT", f"UID:{day.uid}", f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}", f"SEQUENCE:{sequence}",
        f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}", f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(day.title)}", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]


def escaped(text: str) -> str:
    """Write a text as RFC 5545 section 3.3.11 wants it."""
    for character in ("\\", ";", ","):
        text = text.replace(character, "\\" + character)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Break a line after at most 75 octets, never inside a character; each further line begins with a space."""
    return b"\r\n ".join(_pieces(line)) + b"\r\n"


def _pieces(line: str) -> Iterator[bytes]:
    piece, room = b"", _LINE_OCTETS
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > room:
            yield piece
            piece, room = b"", _LINE_OCTETS - 1
        piece += octets
    yield piece
