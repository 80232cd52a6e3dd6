"""A small strict reader of calendar files, written from RFC 5545 and not from our writer."""

import re
from datetime import date, timedelta
from typing import NamedTuple

_LINE = re.compile(r"([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^:;]+)*):(.*)$", re.DOTALL)
_NEEDED_ONCE = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE")


class Event(NamedTuple):
    uid: str
    on: date
    title: str
    sequence: int
    stamp: str


def lines_of(content: bytes) -> list[str]:
    """Unfold (3.1): lines end in CRLF, none is longer than 75 octets, a space at the beginning continues the line before."""
    assert content.endswith(b"\r\n")
    raw = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in raw), max(raw, key=len)
    assert not any(b"\n" in line or b"\r" in line for line in raw)
    for line in raw:
        line.decode()  # no character is cut in two
    return re.sub(r"\r\n[ \t]", "", content.decode()).removesuffix("\r\n").split("\r\n")


def events_of(content: bytes) -> list[Event]:
    lines = lines_of(content)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("VERSION:2.0") == 1
    assert sum(line.startswith("PRODID:") for line in lines) == 1
    events, inside = [], None
    for line in lines[1:-1]:
        name, parameters, value = _parts(line)
        if name == "BEGIN":
            assert value == "VEVENT"
            assert inside is None
            inside = []
        elif name == "END":
            assert inside is not None
            events.append(_event(inside))
            inside = None
        elif inside is not None:
            inside.append((name, parameters, value))
    assert inside is None
    return events


def _parts(line: str) -> tuple[str, str, str]:
    found = _LINE.match(line)
    assert found is not None, line
    return found[1], found[2], found[3]


def _event(lines: list[tuple[str, str, str]]) -> Event:
    of = {name: (parameters, value) for name, parameters, value in lines}
    assert len(of) == len(lines), "a property stands twice"
    assert all(name in of for name in _NEEDED_ONCE)
    assert of["DTSTART"][0] == of["DTEND"][0] == ";VALUE=DATE"
    start, end = (date.fromisoformat(of[name][1]) for name in ("DTSTART", "DTEND"))
    assert end - start == timedelta(days=1), "DTEND is not included (3.6.1)"
    assert re.fullmatch(r"\d{8}T\d{6}Z", of["DTSTAMP"][1])
    return Event(of["UID"][1], start, _unescaped(of["SUMMARY"][1]), int(of["SEQUENCE"][1]), of["DTSTAMP"][1])


def _unescaped(text: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", text), f"not escaped: {text}"
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)
