"""Which time limit: by a part of the process or by a search."""

from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from handrail.guide.where.england import book, item, processes, rules
from handrail.guide.where.picking import Choice, Group, find, grouped
from handrail.guide.where.problem import Problem

MOST_FOUND = 30
Fields = dict[str, str]


@cache
def all_choices() -> list[Choice]:
    """Every time limit, the family's own first."""
    limits = sorted(rules().limits.values(), key=lambda limit: (not limit.is_window, limit.title.casefold()))
    return [Choice(limit.id, limit.title, limit.process, " ".join([*_also(limit.id), limit.words])) for limit in limits]


def _also(limit: str) -> tuple[str, ...]:
    found = item("limit", limit)
    return found.also if found else ()


def show_pick(fields: Fields) -> dict[str, Any]:
    """Where to look."""
    return {"pick": fields.get("pick", ""), "query": fields.get("query", ""), "processes": processes()}


def take_pick(fields: Fields, is_search: bool) -> str | list[Problem]:
    """Take a part of the process, or a search; a search that finds nothing is told, and the lists stay."""
    query, pick = fields.get("query", ""), fields.get("pick", "")
    if pick in processes() and not (is_search and query):
        fields["query"] = ""
        return "choose"
    if not query:
        told = _("Type a word to search for, such as complaint or review.") if is_search else _("Choose one, or search for a word.")
        return [Problem("query" if is_search else f"pick-{next(iter(processes()))}", told)]
    if not find(all_choices(), query):
        return [Problem("query", _("We found nothing for these words. Try one other word, or choose from the lists below."))]
    fields["pick"] = ""
    return "choose"


def groups(fields: Fields) -> list[Group]:
    """The limits to choose from, below their headings."""
    if found := find(all_choices(), fields.get("query", ""))[:MOST_FOUND]:
        return [Group("found", "", found)]
    pick = fields.get("pick", "")
    return [g for g in grouped(all_choices(), processes()) if g.id == pick] or grouped(all_choices(), processes())[:1]


def show_choose(fields: Fields) -> dict[str, Any]:
    """The limits to choose from; those that give no date say so."""
    return {"groups": groups(fields), "limit_id": fields.get("limit", ""), "wordy": book().map.wordy, "searched": fields.get("query", "")}


def take_choose(fields: Fields) -> str | list[Problem]:
    """Take one limit; one that gives no date needs no day either."""
    limit = rules().limits.get(fields.get("limit", ""))
    if limit is None:
        return [Problem(f"limit-{groups(fields)[0].choices[0].value}", _("Choose a time limit. If it is not here, go back and look in another list."))]
    return "result" if limit.no_date_because else "when"
