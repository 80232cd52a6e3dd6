"""Read content/ as it stands into plain records, one an item, with no judgement: the check judges, compile renders.

A file that cannot be read becomes a problem with its name, so that a check can list all of them at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handrail.engine.errors import HandrailError
from handrail.engine.yaml12 import read_yaml

FOLDERS = {
    "limits": "limit",
    "map": "stage",
    "roles": "role",
    "rights": "right",
    "routes": "route",
    "questions": "question",
    "paths": "path",
    "preparations": "preparation",
    "changes": "change",
}
"""Parts with a folder for each nation and a file for each item."""
FILES = {"processes": "process", "terms": "term", "helplines": "helpline"}
"""Parts with one file for each nation, a mapping of id to item."""
ALL_FOLDERS = {**FOLDERS, **FILES, "events": "event", "sources": "source", "calendars": "calendar"}


@dataclass(slots=True)
class Record:
    """One item as written: where it stands, its keys, and its Markdown with the line on which that begins."""

    kind: str
    nation: str
    id: str
    path: str
    data: dict[str, Any]
    body: str = ""
    body_path: str = ""
    body_line: int = 1
    cases_path: str = ""
    group: str = ""


@dataclass(slots=True)
class Raw:
    """All records of a content folder, and the files that could not be read as `(file, problem)`."""

    records: list[Record] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)


def read_raw(content_dir: Path, kinds: frozenset[str] | None = None) -> Raw:
    """Read every item of the kinds asked for (all if None), in the order of their paths."""
    raw = Raw()
    for folder, kind in ALL_FOLDERS.items():
        if (kinds is None or kind in kinds) and (content_dir / folder).is_dir():
            for path in _files(content_dir / folder):
                _read_file(raw, content_dir, folder, kind, path)
    return raw


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith("."))


def _read_file(raw: Raw, content_dir: Path, folder: str, kind: str, path: Path) -> None:
    label = f"{content_dir.name}/{path.relative_to(content_dir).as_posix()}"
    if path.suffix not in (".yaml", ".md"):
        raw.problems.append((label, f"found a file ending in '{path.suffix}'; allowed: .yaml and .md"))
        return
    if path.name.endswith(".cases.yaml") or (kind == "stage" and path.suffix == ".md"):
        if not path.with_name(path.name.split(".")[0] + ".yaml").is_file():
            raw.problems.append((label, "found no .yaml file of the same id beside it; allowed: both together"))
        return
    try:
        raw.records.extend(_records(folder, kind, path, label))
    except UnicodeDecodeError:
        raw.problems.append((label, "found bytes that are no UTF-8 text; allowed: UTF-8"))
    except HandrailError as problem:
        raw.problems.append((label, str(problem).removeprefix(f"{label}: ")))


def _records(folder: str, kind: str, path: Path, label: str) -> Iterator[Record]:
    if kind == "question":
        yield _question(path, label)
        return
    data = read_yaml(path, label)
    if not isinstance(data, dict):
        raise HandrailError("found no mapping; allowed: keys and their values")
    nation = "" if kind in ("source", "calendar") else path.stem if folder in FILES else path.parent.name
    if folder in FILES or kind == "event":
        for item_id, item in data.items():
            yield Record(kind, nation, str(item_id), label, item if isinstance(item, dict) else {}, group=path.stem)
    else:
        yield _item(kind, nation, path, label, data)


def _item(kind: str, nation: str, path: Path, label: str, data: dict[str, Any]) -> Record:
    record = Record(kind, nation, path.stem, label, data)
    words, cases = path.with_suffix(".md"), path.with_suffix(".cases.yaml")
    if kind == "stage" and words.is_file():
        record.body, record.body_path = words.read_text(encoding="utf-8"), label.removesuffix(".yaml") + ".md"
    if kind == "limit" and cases.is_file():
        record.cases_path = label.removesuffix(".yaml") + ".cases.yaml"
    return record


def _question(path: Path, label: str) -> Record:
    text = path.read_text(encoding="utf-8")
    head, mark, body = text.removeprefix("---\n").partition("\n---\n")
    if not text.startswith("---\n") or not mark:
        raise HandrailError("found no front matter; allowed: keys between two lines of ---, then the answer")
    data = read_yaml(head, label)
    if not isinstance(data, dict):
        raise HandrailError("found front matter that is no mapping; allowed: keys and their values")
    return Record("question", path.parent.name, path.stem, label, data, body, label, head.count("\n") + 4)
