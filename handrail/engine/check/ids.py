"""Rules about ids: their form, that each stands once, that a renamed one leads to one of today."""

import re
from collections.abc import Iterator
from typing import Any

from handrail.engine.check.days import is_day
from handrail.engine.check.finding import Finding
from handrail.engine.check.schema import KINDS, NATIONS
from handrail.engine.check.tree import Tree
from handrail.engine.words.fields import mappings_in

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RENAMED_KEYS = {"kind", "nation", "old", "new", "on"}


def unreadable_files(tree: Tree) -> Iterator[Finding]:
    """Pass on the files that could not be read at all."""
    for file, problem in tree.problems:
        found, _, allowed = problem.removeprefix("found ").partition("; allowed: ")
        yield Finding(file, "", found, allowed or "one YAML document, or front matter and Markdown")


def ids_of_the_wrong_form(tree: Tree) -> Iterator[Finding]:
    """Find ids that are not lower-case words joined by hyphens."""
    for record in tree.records:
        if not _ID.fullmatch(record.id) and record.kind != "calendar":
            yield Finding(record.path, record.id, f"the id '{record.id}'", "lower-case words joined by hyphens")


def unknown_nations(tree: Tree) -> Iterator[Finding]:
    """Find folders and files named for no nation."""
    for record in tree.records:
        if record.nation not in ("", *NATIONS):
            yield Finding(record.path, "", f"the nation '{record.nation}'", ", ".join(NATIONS))


def ids_that_stand_twice(tree: Tree) -> Iterator[Finding]:
    """Find one id of one kind and nation in two files."""
    seen: dict[tuple[str, str, str], str] = {}
    for record in tree.records:
        first = seen.setdefault((record.kind, record.nation, record.id), record.path)
        if first != record.path and record.kind != "calendar":
            yield Finding(record.path, record.id, f"an id that stands in {first} too", "each id once in its nation")


def renamed_ids(tree: Tree) -> Iterator[Finding]:
    """Find entries of renamed.yaml that do not lead from an id of the past straight to one of today."""
    file = tree.label("renamed.yaml")
    entries = mappings_in(tree.part("renamed.yaml").get("renamed"))
    olds = [(entry.get("kind"), entry.get("nation"), entry.get("old")) for entry in entries]
    for place, entry in enumerate(entries):
        key = f"renamed.{place}"
        is_whole = set(entry) == _RENAMED_KEYS and all(isinstance(value, str) for value in entry.values())
        if not is_whole or entry["kind"] not in KINDS:
            yield Finding(file, key, str(entry), "kind, nation, old, new and on, and a kind that content has")
            continue
        yield from _wrong_ends(tree, file, key, entry, olds)


def _wrong_ends(tree: Tree, file: str, key: str, entry: dict[str, Any], olds: list[Any]) -> Iterator[Finding]:
    known = tree.ids(entry["kind"], entry["nation"])
    kind, nation, old, new = entry["kind"], entry["nation"], entry["old"], entry["new"]
    if not is_day(entry["on"]):
        yield Finding(file, f"{key}.on", f"'{entry['on']}'", "a real day, written as 2026-11-22")
    if old in known:
        yield Finding(file, f"{key}.old", f"'{old}', which is in use", "an id that is used no more, and never again")
    if olds.count((kind, nation, old)) > 1:
        yield Finding(file, f"{key}.old", f"'{old}' twice", "each old id once")
    if (kind, nation, new) in olds:
        yield Finding(file, f"{key}.new", f"'{new}', itself renamed", "the id of today, never a chain")
    elif new not in known:
        yield Finding(file, f"{key}.new", f"'{new}', which does not exist", f"the id of a {kind} of today")
