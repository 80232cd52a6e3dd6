"""Where the words of a page come from: each source with its place, its link, the day it was checked, and the mark."""

from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from handrail.engine.words.items import Item, Words
from handrail.guide.pages.fragments import part, prose


class Cited(NamedTuple):
    """One source as a page names it. `site` is the host of a page that was seen, where that says more than a title."""

    id: str
    title: str
    at: str
    link: str
    site: str


def cited(words: Words, sources: Any) -> list[Cited]:
    """List sources as a page names them, each once."""
    found: dict[Cited, None] = {}
    for source in sources or ():
        record = words.sources.get(source["source"])
        if record is not None:
            found[_cited(source["source"], record, str(source.get("at") or ""))] = None
    return list(found)


def _cited(source_id: str, record: dict[str, Any], at: str) -> Cited:
    seen = (record.get("pages") or {}).get(at)
    if seen is None:
        return Cited(source_id, record["title"], at, record.get("link") or "", "")
    return Cited(source_id, record["title"], at, seen.get("link") or "", site_of(seen.get("link") or ""))


def site_of(link: str) -> str:
    """Name the site that a link leads to."""
    return urlsplit(link).netloc.removeprefix("www.")


def sources_part(words: Words, item: Item) -> Markup:
    """Render the sources of an item, with its mark and who has read it."""
    return part(
        "sources",
        sources=cited(words, item.sources),
        checked_on=day_of(item.checked_on),
        mark=item.mark,
        unconfirmed_part=prose(item, "unconfirmed_part"),
        reviewed=item.fields.get("reviewed"),
        reviewed_on=day_of((item.fields.get("reviewed") or {}).get("on")),
    )


def day_of(text: Any) -> date | None:
    """Read a plain date, or give None."""
    return date.fromisoformat(str(text)) if text else None
