"""The whole of content/ as the rules look at it: records, the ids there are, and every piece of prose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from handrail.engine.check.schema import CALENDARS, SETS
from handrail.engine.errors import HandrailError
from handrail.engine.words.fields import prose_of, words_in
from handrail.engine.words.markdown import Link, is_marked_up, render
from handrail.engine.words.raw import Record, read_raw
from handrail.engine.words.readability import Block
from handrail.engine.yaml12 import read_yaml

_ALONE = ("legal-words.yaml", "renamed.yaml")


class Prose(NamedTuple):
    """One piece of prose: its file, its key ("line 7" in Markdown), its blocks of plain text and its links."""

    file: str
    key: str
    blocks: list[Block]
    links: list[Link]


@dataclass
class Tree:
    """Everything that the rules need, read once."""

    content_dir: Path
    today: date
    records: list[Record] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)
    cases: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def of(self, *kinds: str) -> list[Record]:
        """List the records of some kinds."""
        return [record for record in self.records if record.kind in kinds]

    def ids(self, kind: str, nation: str) -> frozenset[str]:
        """Give the ids that a link of this kind may name, seen from a nation."""
        if kind == "stage-or-all":
            return self.ids("stage", nation) | {"all"}
        if kind == "calendar":
            return frozenset(name for r in self.of(kind) if r.id == "definitions" for name in r.data) | frozenset(CALENDARS)
        if kind == "role":
            return self._ids.get((kind, nation), frozenset()) | {"you"}
        return self._ids.get((kind, "" if kind == "source" else nation), frozenset())

    @cached_property
    def _ids(self) -> dict[tuple[str, str], frozenset[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for record in self.records:
            found.setdefault((record.kind, record.nation), set()).add(record.id)
        return {key: frozenset(ids) for key, ids in found.items()}

    @cached_property
    def prose(self) -> list[tuple[Record, list[Prose]]]:
        """All prose, item by item; rendered once for every rule that reads it."""
        return [(record, list(_prose_of(record))) for record in self.records if record.kind != "calendar"]

    @cached_property
    def legal_words(self) -> dict[str, list[str]]:
        """The lists of content/legal-words.yaml."""
        return {str(name): words_in(listed) for name, listed in self.part("legal-words.yaml").items()}

    def part(self, name: str) -> dict[str, Any]:
        """Give one of the files that stand alone in content/; empty where it is missing or broken."""
        return self.parts.get(name, {})

    def label(self, name: str) -> str:
        """Say how a file of content/ is named in a finding."""
        return f"{self.content_dir.name}/{name}"


def read_tree(content_dir: Path, today: date) -> Tree:
    """Read a content folder whole; what cannot be read is kept as a problem.

    Args:
        content_dir: the folder.
        today: days after this one have not come yet.
    """
    raw = read_raw(content_dir)
    tree = Tree(content_dir, today, raw.records, raw.problems)
    for path in (*(content_dir / name for name in _ALONE), *sorted((content_dir / "search").glob("*.yaml"))):
        if path.is_file():
            _read_part(tree, path)
    return tree


def _read_part(tree: Tree, path: Path) -> None:
    name = path.relative_to(tree.content_dir).as_posix()
    try:
        data = read_yaml(path, tree.label(name))
    except HandrailError as problem:
        tree.problems.append((tree.label(name), str(problem).removeprefix(f"{tree.label(name)}: ")))
        return
    if isinstance(data, dict):
        tree.parts[name] = data
    else:
        tree.problems.append((tree.label(name), "found no mapping; allowed: keys and their values"))


def ids_in(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the ids in a value of shape `id`, `ids` or `events`, each with its place (".0" or "")."""
    entries: Iterable[tuple[str, Any]] = [("", value)]
    if isinstance(value, list):
        entries = [(f".{place}", entry) for place, entry in enumerate(value)]
    for place, entry in entries:
        if entry is not None:
            named = entry.get("event") if isinstance(entry, dict) else entry
            yield place, named if isinstance(named, str) else str(named)


def allowed_in(name: str) -> str:
    """Write out one set of allowed words."""
    return ", ".join(SETS[name])


def _prose_of(record: Record) -> Iterator[Prose]:
    for key, text in prose_of(record.kind, record.data):
        way = f"{record.id}.{key}" if record.group else key
        if is_marked_up(text):
            rendered = render(text, record.nation)
            yield Prose(record.path, way, rendered.blocks, rendered.links)
        else:
            yield Prose(record.path, way, [Block(" ".join(text.split()))], [])
    if record.body:
        rendered = render(record.body, record.nation, record.body_line)
        yield Prose(record.body_path, "", rendered.blocks, rendered.links)
