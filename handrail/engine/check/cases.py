"""Rules about worked cases: every limit has some, with known keys, and none holds a date that must never come out."""

from collections.abc import Iterator
from typing import Any

from handrail.engine.check.finding import Finding
from handrail.engine.check.tree import Tree
from handrail.engine.errors import HandrailError
from handrail.engine.words.raw import Record
from handrail.engine.yaml12 import read_yaml

_DATES = ("due", "due_at", "earliest", "latest", "maximum")
_KEYS = ("name", "from", "events", "on", *_DATES, "status", "verdict", "why", "reading", "children")


def limits_without_cases(tree: Tree) -> Iterator[Finding]:
    """Find limits with no worked case beside them."""
    for limit in tree.of("limit"):
        if not _cases(tree, limit):
            yield Finding(_file(limit), "", "no worked case", "a list of at least one case")


def unknown_case_keys(tree: Tree) -> Iterator[Finding]:
    """Find keys of cases that no test reads, and cases with neither a day to count from nor events."""
    for limit in tree.of("limit"):
        for place, case in enumerate(_cases(tree, limit)):
            for key in sorted(case.keys() - set(_KEYS)):
                yield Finding(_file(limit), f"{place}.{key}", "a key that nothing reads", ", ".join(_KEYS))
            if "name" not in case or ("from" in case) == ("events" in case):
                yield Finding(
                    _file(limit), str(place), f"the keys {', '.join(case)}", "name, and either from or events"
                )


def dates_from_what_gives_none(tree: Tree) -> Iterator[Finding]:
    """Find cases in which a date comes out of a limit that is only ever told in words."""
    for limit in tree.of("limit"):
        reason = no_date_because(limit)
        for place, case in enumerate(_cases(tree, limit) if reason else ()):
            for key in _DATES:
                if case.get(key) is not None:
                    allowed = f"no date from this limit: {reason}"
                    yield Finding(_file(limit), f"{place}.{key}", f"'{case[key]}'", allowed)


def no_date_because(limit: Record) -> str | None:
    """Say why no date may ever come out of a limit; None where one may, if only the one that an order states."""
    data = limit.data
    if data.get("in_force") == "coming":
        return "it is not in force yet"
    if data.get("kind") == "common-local-practice":
        return "it is local practice"
    if data.get("mark") != "confirmed":
        return "it is not confirmed"
    has_words_alone = data.get("told_in_words") and not data.get("stated_by")
    return str(data["told_in_words"]) if has_words_alone else None


def _cases(tree: Tree, limit: Record) -> list[dict[str, Any]]:
    if limit.cases_path not in tree.cases:
        tree.cases[limit.cases_path] = _read_cases(tree, limit) if limit.cases_path else []
    return tree.cases[limit.cases_path]


def _read_cases(tree: Tree, limit: Record) -> list[dict[str, Any]]:
    try:
        cases = read_yaml(tree.content_dir / limit.cases_path.partition("/")[2], limit.cases_path)
    except HandrailError:
        return []
    return [case for case in cases if isinstance(case, dict)] if isinstance(cases, list) else []


def _file(limit: Record) -> str:
    return limit.path.removesuffix(".yaml") + ".cases.yaml"
