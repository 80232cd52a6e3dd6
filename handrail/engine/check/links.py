"""Rules about links: every id that is named exists, in keys, in lists of topics and in Markdown."""

import re
from collections.abc import Iterator
from typing import Any

from rapidfuzz import process

from handrail.engine.check.finding import Finding
from handrail.engine.check.schema import NATIONS
from handrail.engine.check.tree import Tree, ids_in
from handrail.engine.words.addresses import LINKED_KINDS, SITE_PAGES, split_topic
from handrail.engine.words.fields import mappings_in, values_of, words_in

_LIST = re.compile(r"[,;]\s*|\s+and\s+")


def ids_that_lead_nowhere(tree: Tree) -> Iterator[Finding]:
    """Find ids in keys (events, roles, stages, limits, sources and all others) that name nothing."""
    for record in tree.records:
        for key, shape, value in values_of(record.kind, record.data):
            form, _, kind = shape.partition(":")
            if form not in ("id", "ids", "events"):
                continue
            kind = kind or "event"
            for place, named in ids_in(value):
                if named not in tree.ids(kind, record.nation):
                    way = f"{record.id}.{key}{place}" if record.group else f"{key}{place}"
                    yield Finding(record.path, way, f"'{named}'", _a_known(tree, kind, record.nation, named))


def topics_that_lead_nowhere(tree: Tree) -> Iterator[Finding]:
    """Find topics in lists of them (`links` of a question or of a step, `touches` of a change) that name nothing."""
    for record in tree.records:
        for key, shape, value in values_of(record.kind, record.data):
            for place, topic in enumerate(words_in(value) if shape == "topics" else ()):
                yield from _wrong_topic(tree, record.path, f"{key}.{place}", topic, record.nation)


def markdown_links_that_lead_nowhere(tree: Tree) -> Iterator[Finding]:
    """Find links in prose that are neither an item that exists nor a secure address."""
    for record, pieces in tree.prose:
        for piece in pieces:
            for link in piece.links:
                key = piece.key or f"line {link.line}"
                if not link.target.startswith("https://") and link.target not in SITE_PAGES:
                    yield from _wrong_topic(tree, piece.file, key, link.target, record.nation)


def sightings_that_are_not_listed(tree: Tree) -> Iterator[Finding]:
    """Find `at` keys of a source of sightings that its list of pages does not have."""
    pages = {r.id: r.data.get("pages") for r in tree.of("source") if r.data.get("kind") == "pages"}
    for record in tree.records:
        for key, shape, value in values_of(record.kind, record.data):
            if shape == "list:source" and isinstance(value, list):
                yield from _wrong_sightings(record.path, f"{record.id}.{key}" if record.group else key, value, pages)


def search_targets_that_lead_nowhere(tree: Tree) -> Iterator[Finding]:
    """Find topics in content/search/ that name nothing."""
    for nation in NATIONS:
        name = f"search/{nation}.yaml"
        data = tree.part(name)
        shown = [topic for entry in mappings_in(data.get("urgent")) for topic in words_in(entry.get("show"))]
        for topic in (*words_in(data.get("if_nothing")), *shown):
            yield from _wrong_topic(tree, tree.label(name), "if_nothing or urgent", topic, nation)


def events_that_nothing_uses(tree: Tree) -> Iterator[Finding]:
    """Warn of events that no limit, stage or other event names."""
    used: set[tuple[str, Any]] = set()
    for record in tree.records:
        for _, shape, value in values_of(record.kind, record.data):
            if shape in ("events", "id:event", "ids:event"):
                used.update((record.nation, named) for _, named in ids_in(value))
    for record in tree.of("event"):
        if (record.nation, record.id) not in used:
            yield Finding(record.path, record.id, "an event that nothing uses", "events that are named", True)


def _wrong_topic(tree: Tree, file: str, key: str, topic: str, nation: str) -> Iterator[Finding]:
    parts = split_topic(topic)
    if parts is None:
        kinds = ", ".join(f"{kind}:id" for kind in sorted(LINKED_KINDS))
        allowed = f"{kinds}, https://... or {' '.join(SITE_PAGES)}"
        yield Finding(file, key, f"the link '{topic}'", allowed)
    elif parts[1] not in tree.ids(parts[0], nation):
        yield Finding(file, key, f"the link '{topic}'", _a_known(tree, parts[0], nation, parts[1]))


def _wrong_sightings(file: str, key: str, value: list[Any], pages: dict[str, Any]) -> Iterator[Finding]:
    for place, entry in enumerate(value):
        listed = pages.get(str(entry.get("source"))) if isinstance(entry, dict) else None
        if not isinstance(entry, dict) or not isinstance(listed, dict):
            continue
        for sighting in _LIST.split(str(entry["at"])) if entry.get("at") else ():
            if sighting not in listed:
                allowed = f"a key of `pages` in content/sources/{entry['source']}.yaml"
                yield Finding(file, f"{key}.{place}.at", f"'{sighting}'", allowed)


def _a_known(tree: Tree, kind: str, nation: str, named: Any) -> str:
    """Say what is allowed, with the nearest that exists."""
    near = process.extractOne(str(named), sorted(tree.ids(kind, nation)), score_cutoff=70)
    hint = f"; did you mean '{near[0]}'?" if near else ""
    return f"the id of a {kind} that exists{hint}"
