"""Pages about where the words come from: all sources, and one with every page seen and all that rests on it."""

from typing import Any

from handrail.engine.words.items import Item
from handrail.guide.pages.fragments import per_language
from handrail.guide.pages.library import Library
from handrail.guide.pages.sourcing import day_of, site_of

KINDS = (
    "statute", "regulations", "court-rule", "practice-direction", "statutory-guidance", "regulator-guidance",
    "national-standard", "good-practice", "local-procedure", "case-law", "pages",
)


@per_language
def sources_page(library: Library) -> dict[str, Any]:
    """Gather the list of all sources by kind."""
    by_kind: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for source_id, record in sorted(library.words.sources.items(), key=lambda pair: str(pair[1]["title"]).casefold()):
        by_kind.setdefault(record["kind"], []).append((source_id, record))
    return {"groups": [(kind, by_kind[kind]) for kind in KINDS if kind in by_kind], "day_of": day_of}


@per_language
def source_page(library: Library, source_id: str) -> dict[str, Any]:
    """Gather the page of one source."""
    record = library.words.sources[source_id]
    pages = [(key, page.get("link") or "", site_of(page.get("link") or ""), page.get("note") or "") for key, page in (record.get("pages") or {}).items()]
    resting = [item for item in library.words.items if any(source["source"] == source_id for source in item.sources)]
    return {"heading": record["title"], "record": record, "pages": pages, "read_on": day_of(record.get("read_on")),
            "text_as_at": day_of(record.get("text_as_at")), "groups": _by_kind(resting)}


def _by_kind(items: list[Item]) -> list[tuple[str, list[Item]]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        if item.kind != "process":
            found.setdefault(item.kind, []).append(item)
    return list(found.items())
