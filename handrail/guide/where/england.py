"""The rules and the words of England, out of the one library of the process."""

from functools import cache
from typing import Any

from handrail.engine.map import Map
from handrail.engine.model import Event
from handrail.engine.words.addresses import address_of
from handrail.engine.words.items import Item
from handrail.guide.pages.library import Book, library

NATION = "england"


@cache
def book() -> Book:
    """The pages of England.

    Raises:
        LookupError: the content has none.
    """
    found = library().book(NATION)
    if found is None:
        raise LookupError("content/ has no stages of England; see docs/explain/map-format.md")
    return found


def rules() -> Map:
    """The map of England."""
    return book().map


def item(kind: str, id_: str) -> Item | None:
    """One item by its kind and id, or None where nobody has written it."""
    return book().get(kind, id_)


def title_of(event: Event, *, is_to_come: bool) -> str:
    """An event as it is told: what happened, or what is to happen."""
    return event.planned_title if is_to_come and event.planned_title else event.title


_HELPS = {
    "parent": ("family-rights-group", "refuge", "mens-advice-line"), "parent-without-responsibility": ("family-rights-group",),
    "kin-carer": ("kinship", "family-rights-group"), "child": ("childline", "coram-voice"), "care-leaver": ("become", "coram-voice"),
    "other": ("nspcc", "citizens-advice"),
}


def helplines_for(asker: str) -> list[Item]:
    """Who can help somebody who asks as this: a few, the nearest first."""
    return [found for id_ in _HELPS.get(asker, ()) if (found := item("helpline", id_))]


def address(kind: str, id_: str) -> str:
    """The path of an item's page."""
    return address_of(kind, NATION, id_)


@cache
def processes() -> dict[str, str]:
    """Id and title of each process, in their order."""
    return {found.id: found.title for found in book().all("process")}


@cache
def triggers() -> list[dict[str, Any]]:
    """The plain answers to "What has happened?", each with the events it may mean."""
    known = rules().events
    return [{**t, "events": [e for e in t.get("events") or () if e in known]} for t in library().texts["home"]["triggers"]]


def known_events(nation: str) -> dict[str, Any]:
    """What events may stand in a case; another nation's case is refused before this is asked."""
    return rules().event_names if nation == NATION else {}
