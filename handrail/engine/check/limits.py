"""Rules about time limits: who, from what, until when, and how counted."""

from collections.abc import Iterator
from typing import Any

from handrail.engine.check.finding import Finding
from handrail.engine.check.tree import Tree
from handrail.engine.words.fields import mappings_in
from handrail.engine.words.raw import Record

_MAY_BE_ALLOWED = "may-be-allowed"


def duties_without_who_start_or_end(tree: Tree) -> Iterator[Finding]:
    """Find duties that do not say who must act, what starts the clock and what meets them."""
    for limit in tree.of("limit"):
        needed = ("who", "start", "end") if limit.data.get("side") == "duty" else ("start",)
        for key in needed:
            if not limit.data.get(key) and not (key == "start" and limit.data.get("stated_by")):
                allowed = "at least one; a duty has who, start and end, every other limit a start"
                yield Finding(limit.path, key, "nothing", allowed)


def windows_without_who_may_act(tree: Tree) -> Iterator[Finding]:
    """Find windows and bars that do not say whom the law lets act."""
    for limit in tree.of("limit"):
        if limit.data.get("side") in ("window", "bar") and not limit.data.get("may_act"):
            yield Finding(limit.path, "may_act", "nothing", "the askers whom the law lets act")


def windows_without_late(tree: Tree) -> Iterator[Finding]:
    """Find limits that may still be allowed late and do not say by whom, on what test and how to ask."""
    for limit in tree.of("limit"):
        effect = _mapping(limit, "if_missed").get("effect")
        if effect == _MAY_BE_ALLOWED and not limit.data.get("late"):
            yield Finding(limit.path, "late", "nothing", f"who, test and how, wherever if_missed is {_MAY_BE_ALLOWED}")
        if effect != _MAY_BE_ALLOWED and limit.data.get("late"):
            yield Finding(limit.path, "if_missed.effect", f"'{effect}' beside `late`", _MAY_BE_ALLOWED)


def local_practice_without_words(tree: Tree) -> Iterator[Finding]:
    """Find common local practice that does not say why it gives no date."""
    for limit in tree.of("limit"):
        if limit.data.get("kind") == "common-local-practice" and not limit.data.get("told_in_words"):
            allowed = "the reason why no date comes out, such as: local practice"
            yield Finding(limit.path, "told_in_words", "nothing on common-local-practice", allowed)


def units_that_do_not_fit(tree: Tree) -> Iterator[Finding]:
    """Find amounts without a unit, no amount without words, and units that calendar or day_one cannot count."""
    for limit in tree.of("limit"):
        calendar, day_one = limit.data.get("calendar"), limit.data.get("day_one")
        for place, value in enumerate(_values(limit)):
            key, unit = f"values.{place}", value.get("unit")
            if value.get("amount") is None and not value.get("words"):
                yield Finding(limit.path, f"{key}.words", "neither amount nor words", "words where there is no amount")
            if value.get("amount") is not None and not unit:
                yield Finding(limit.path, f"{key}.unit", "an amount without a unit", "a unit beside each amount")
            if unit == "working-days" and calendar in ("cal", "hours"):
                yield Finding(limit.path, "calendar", f"'{calendar}' for working days", "a calendar that leaves days out")
            if (unit == "hours") != (day_one == "hours") and unit:
                yield Finding(limit.path, "day_one", f"'{day_one}' for {unit}", "hours for hours, and only for them")


def numbers_out_of_range(tree: Tree) -> Iterator[Finding]:
    """Find a harm that is not 1 to 5, and amounts that are no whole number above zero."""
    for limit in tree.of("limit"):
        if limit.data.get("harm") not in (1, 2, 3, 4, 5):
            yield Finding(
                limit.path, "harm", str(limit.data.get("harm")), "1 (annoying) to 5 (a right or a child is lost)"
            )
        for key, amount in _amounts(limit):
            if amount is not None and not (isinstance(amount, int) and amount >= 0):
                yield Finding(limit.path, key, str(amount), "a whole number, not below zero")


def readings_that_share_an_id(tree: Tree) -> Iterator[Finding]:
    """Find two other readings of one limit with the same id."""
    for limit in tree.of("limit"):
        seen: set[str] = set()
        for reading in mappings_in(limit.data.get("readings")):
            name = str(reading.get("id"))
            if name in seen:
                yield Finding(limit.path, "readings", f"the id '{name}' twice", "each id once")
            seen.add(name)


def _mapping(limit: Record, key: str) -> dict[str, Any]:
    value = limit.data.get(key)
    return value if isinstance(value, dict) else {}


def _values(limit: Record) -> list[dict[str, Any]]:
    return mappings_in(limit.data.get("values"))


def _amounts(limit: Record) -> Iterator[tuple[str, Any]]:
    for place, value in enumerate(_values(limit)):
        yield f"values.{place}.amount", value.get("amount")
        if isinstance(value.get("maximum"), dict):
            yield f"values.{place}.maximum.amount", value["maximum"].get("amount")
