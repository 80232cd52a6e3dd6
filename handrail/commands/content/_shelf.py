"""The items of content/ that a fact-check sheet can be about, found by their topics, with their sources as a sheet names them."""

from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from rapidfuzz import process

from handrail.documents.fact_sheet import Source
from handrail.engine.errors import UnknownId, shown
from handrail.engine.words.fields import mappings_in
from handrail.engine.words.raw import Record, read_raw
from handrail.engine.yaml12 import read_yaml

KINDS = ("stage", "role", "question", "path", "preparation", "limit", "right", "route", "term")


class Shelf:
    """The items and sources of one content folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        records = read_raw(folder, frozenset({*KINDS, "source"})).records
        self._items = {(r.nation, f"{r.kind}:{r.id}"): r for r in records if r.kind != "source"}
        self._sources = {r.id: r.data for r in records if r.kind == "source"}

    def get(self, nation: str, topic: str) -> Record | None:
        """Find an item by its topic of today, or by one that it had before it was renamed."""
        return self._items.get((nation, topic)) or self._items.get((nation, self._renamed.get((nation, topic), "")))

    def item(self, nation: str, topic: str) -> Record:
        """Find an item by its topic.

        Raises:
            UnknownId: there is none; the message names the nearest.
        """
        found = self.get(nation, topic)
        if found is None:
            of_nation = [name for where, name in self._items if where == nation]
            near = process.extractOne(topic, of_nation, score_cutoff=60)
            hint = f"Did you mean {near[0]}?" if near else f"Allowed: the id of one of: {', '.join(KINDS)}."
            raise UnknownId(f"found no {shown(topic)} in {nation}. {hint}")
        return found

    def sources(self, record: Record) -> tuple[Source, ...]:
        """Name the sources of an item, each with its place and its link, each once."""
        found = (self._source(str(entry.get("source")), str(entry.get("at") or "")) for entry in mappings_in(record.data.get("sources")))
        return tuple(dict.fromkeys(found))

    @property
    def version(self) -> str:
        """The version of the content, or "unknown"."""
        return str(self._part("about.yaml").get("version") or "unknown")

    def _source(self, source_id: str, at: str) -> Source:
        data = self._sources.get(source_id, {})
        pages = data.get("pages")
        seen = pages.get(at) if isinstance(pages, dict) else None
        link = str((seen if isinstance(seen, dict) else data).get("link") or "")
        site = f" ({urlsplit(link).netloc.removeprefix('www.')})" if seen and link else ""
        return Source(f"{data.get('title') or source_id}{f', {at}' if at else ''}{site}", link if link.startswith("https://") else "")

    @cached_property
    def _renamed(self) -> dict[tuple[str, str], str]:
        rows = mappings_in(self._part("renamed.yaml").get("renamed"))
        return {(str(r.get("nation")), f"{r.get('kind')}:{r.get('old')}"): f"{r.get('kind')}:{r.get('new')}" for r in rows}

    def _part(self, name: str) -> dict[str, Any]:
        path = self.folder / name
        data = read_yaml(path) if path.is_file() else {}
        return data if isinstance(data, dict) else {}
