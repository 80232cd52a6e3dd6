"""The kinds of item that are open, and the shapes of their keys: those of the content check, and a few of our own."""

from typing import NamedTuple

from handrail.engine.check.schema import KINDS, PARTS

_COMMON = {"sources": "list:source", "checked_on": "day", "mark": "one:mark", "unconfirmed_part": "text"}

OWN_PARTS: dict[str, dict[str, str]] = {
    "seen": {"at": "line*", "link": "line", "link_2": "line", "note": "line"},
    "holiday": {"on": "day*", "name": "line*", "kind": "line*", "named": "line", "proclaimed_on": "day", "moved_from": "day",
                "source": "map:source", "note": "line", "mark": "one:mark"},
    **PARTS,
}
"""The parts of items: those of the content check, a page on which a rule was seen, and one holiday."""

_EVENT = {**KINDS["event"], "process": "id:process*"}
_SOURCE = {**KINDS["source"], "pages": "list:seen"}
_CALENDAR = {"title": "line*", "words": "text*", "weekend": "flag", "names": "phrases", "areas": "ids:holiday-list*", "fixed": "phrases",
             "short_period": "number", "undefined": "flag", **_COMMON}
_HOLIDAYS = {"title": "line*", "from": "day*", "to": "day*", "known_until": "day*", "days": "list:holiday*", **_COMMON}

APART = frozenset({"title", "term", "name", "also", "sources", "checked_on", "mark", "unconfirmed_part", "in_force", "reviewed"})
"""Keys that every item has at its top: they are not told again among its fields."""


class Kind(NamedTuple):
    """One kind of item: its name, the word for many of them (as in addresses), and the shapes of its keys."""

    name: str
    many: str
    shapes: dict[str, str]

    @property
    def fields(self) -> dict[str, str]:
        """The shapes of the keys that are its own."""
        return {key: shape for key, shape in self.shapes.items() if key not in APART}


NATIONAL = tuple(
    Kind(name, many, shapes)
    for name, many, shapes in (
        ("process", "processes", KINDS["process"]),
        ("stage", "stages", KINDS["stage"]),
        ("limit", "limits", KINDS["limit"]),
        ("event", "events", _EVENT),
        ("role", "roles", KINDS["role"]),
        ("right", "rights", KINDS["right"]),
        ("route", "routes", KINDS["route"]),
        ("term", "terms", KINDS["term"]),
        ("question", "questions", KINDS["question"]),
        ("path", "paths", KINDS["path"]),
        ("preparation", "preparations", KINDS["preparation"]),
        ("helpline", "helplines", KINDS["helpline"]),
        ("change", "changes", KINDS["change"]),
    )
)
"""Kinds of which each nation has its own items."""

SHARED = (Kind("source", "sources", _SOURCE), Kind("calendar", "calendars", _CALENDAR), Kind("holiday-list", "holidays", _HOLIDAYS))
"""Kinds whose items belong to no one nation."""

BY_MANY = {kind.many: kind for kind in (*NATIONAL, *SHARED)}
BY_NAME = {kind.name: kind for kind in (*NATIONAL, *SHARED)}
