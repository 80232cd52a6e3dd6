"""The pages of time limits: all of them by process, and one with all that its rule says."""

from datetime import date
from typing import Any, NamedTuple

from handrail.engine.dates import fuzzy_in_words, in_words, parse_date
from handrail.engine.errors import HandrailError
from handrail.engine.model import ASKERS, Limit
from handrail.engine.words.items import Item
from handrail.guide.pages.fragments import Words, part, per_language, prose, summary_of
from handrail.guide.pages.library import Book
from handrail.guide.pages.lines import line_of, lines_of, value_now
from handrail.guide.pages.place import place_part
from handrail.guide.pages.sourcing import sources_part

_CASES_IN_SIGHT = 3


class Case(NamedTuple):
    """One worked case in words: when it started, what came out, and how that was counted by hand."""

    name: str
    started: tuple[tuple[str, str], ...]
    due: str
    latest: str
    maximum: str
    status: str
    why: str


@per_language
def limits_page(book: Book) -> dict[str, Any]:
    """Gather the list of all time limits, by process, the family's own first in each."""
    groups = []
    for process in book.all("process"):
        limits = [limit for limit in book.map.limits.values() if limit.process == process.id]
        own, others, local = lines_of(book, sorted(limits, key=lambda limit: limit.title.casefold()))
        if own or others or local:
            groups.append((process, part("limit-lines", lines=[*own, *others, *local], all_own=False)))
    own, _, _ = lines_of(book, [book.map.limits[item.id] for item in book.all("limit")])
    return {"groups": groups, "own": part("limit-lines", lines=own, all_own=True), "count": len(book.all("limit"))}


@per_language
def limit_page(book: Book, item: Item) -> dict[str, Any]:
    """Gather the page of one time limit."""
    limit, words = book.map.limits[item.id], Words(book)
    line = line_of(book, limit)
    calendar = book.map.calendars.definition(limit.calendar)
    told = part("limit-told", item=item, limit=limit, line=line, value=value_now(limit), prose=prose, whole=prose(item, "words"))
    facts = part(
        "limit-facts", item=item, limit=limit, prose=prose, calendar=calendar, roles=_roles(book, limit), decides=book.get("role", limit.decision_maker or ""),
        starts=_titles(book, [start.event for start in limit.start]), ends=_titles(book, limit.end), cancels=_titles(book, limit.cancels + limit.lapsed_by),
        periods=_periods(limit), between=book.get("role", limit.filter or ""),
        only_if=_titles(book, limit.only_if + limit.only_if_ever),
        unless=_titles(book, limit.unless + limit.unless_ever), everybody=len(ASKERS), nths={start.nth for start in limit.start},
    )
    return {
        "heading": item.title, "item": item, "summary": summary_of(item), "limit": limit, "place": place_part(book, item),
        "told": words.tidy(told), "facts": words.tidy(facts),
        "examples": part("limit-cases", shown=cases_of(book, item)[:_CASES_IN_SIGHT], more=cases_of(book, item)[_CASES_IN_SIGHT:]),
        "gives_date": limit.no_date_because is None, "see": book.found("limit", limit.see),
        "routes": [route for route in book.all("route") if item.id in (route.fields.get("limits") or ())],
        "words": words.told(), "sources": sources_part(book.words, item),
    }


def _roles(book: Book, limit: Limit) -> list[Item]:
    return book.found("role", limit.who)


def _titles(book: Book, events: Any) -> list[str]:
    return [book.map.events[event].title for event in dict.fromkeys(events) if event in book.map.events]


def _periods(limit: Limit) -> list[tuple[str, str, Any]]:
    """List the periods of law with their days in words, where there is more than one or one has a bound."""
    if not any(value.since or value.until for value in limit.values):
        return []
    return [(_day(value.since), _day(value.until), value) for value in limit.values]


def _day(ordinal: int | None) -> str:
    return "" if ordinal is None else in_words(date.fromordinal(ordinal))


def cases_of(book: Book, item: Item) -> list[Case]:
    """Tell the worked cases of a limit in words."""
    return [_case(book, raw) for raw in book.cases.get(item.id, ())]


def _case(book: Book, raw: dict[str, Any]) -> Case:
    started = [("", in_plain_words(raw["from"]))] if "from" in raw else []
    started += [(book.map.events[event].title, in_plain_words(on)) for on, event in raw.get("events", ()) if event in book.map.events]
    due = raw.get("due") or raw.get("earliest") or ""
    latest, maximum = (in_plain_words(raw.get(key, "")) for key in ("latest", "maximum"))
    return Case(raw.get("name", ""), tuple(started), in_plain_words(due), latest, maximum, raw.get("status", ""), raw.get("why", ""))


def in_plain_words(text: str) -> str:
    """Write a date of a case as people say it; what is no date stays as it is."""
    try:
        return fuzzy_in_words(parse_date(text)) if text else ""
    except HandrailError:
        return text
