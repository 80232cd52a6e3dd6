"""What a page says of itself to programs: schema.org's words as JSON-LD, and where the page's data is.

Only what the page itself shows. A step that nobody has read stays so: no reviewer, no rating and no date is made up.
"""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from markupsafe import Markup

from handrail.engine.words.items import Item
from handrail.guide.pages.fragments import per_language, pieces, prose
from handrail.guide.pages.library import Book, Library
from handrail.guide.pages.sourcing import cited

Node = dict[str, Any]
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LAWS = {"statute": "Act", "regulations": "Regulations", "court-rule": "Rules of court"}
"""Kinds of source that are legislation, with the words for them."""
NATION_NAMES = {"england": "England", "scotland": "Scotland", "wales": "Wales", "northern-ireland": "Northern Ireland"}


class Structured(NamedTuple):
    """The JSON-LD of a page, ready for a script element, and the address of its data."""

    json: Markup
    data: str


@per_language
def of_item(book: Book, item: Item) -> Structured:
    """Tell of the page of one item."""
    page = {"@context": "https://schema.org", **_page(item.title, item.address), **_MAIN.get(item.kind, _plain_page)(book, item),
            "breadcrumb": _crumbs(item), "citation": [law(record, found.at) for record, found in _laws(book, item)] or None}
    return Structured(as_script(page), f"/api/v1{item.address}")


@per_language
def of_source(library: Library, source_id: str) -> Structured:
    """Tell of the page of one source: a law is its main subject, anything else is only a page."""
    record = library.words.sources[source_id]
    page = {"@context": "https://schema.org", **_page(record["title"], f"/sources/{source_id}/")}
    subject = law(record) if record["kind"] in LAWS else None
    return Structured(as_script({**page, "mainEntity": subject}), f"/api/v1/sources/{source_id}/")


def as_script(page: Node) -> Markup:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(_without_nothing(page), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704  # no tag can stand in it


def law(record: dict[str, Any], at: str = "") -> Node:
    """Tell of an Act, regulations or rules, or of one place in it."""
    name = f"{record['title']}, {at}" if at else record["title"]
    return {"@type": "Legislation", "name": name, "legislationType": LAWS[record["kind"]], "url": record.get("link")}


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nothing(part) for key, part in value.items() if part not in (None, "", [])}
    return [_without_nothing(part) for part in value] if isinstance(value, list) else value


def _page(title: str, address: str) -> Node:
    return {"@type": "WebPage", "name": title, "url": address, "inLanguage": "en-GB", "license": LICENCE, "isAccessibleForFree": True}


def _plain_page(book: Book, item: Item) -> Node:
    return {"description": _text(item, "short") or _text(item, "words")}


def _service(book: Book, item: Item) -> Node:
    area = {"@type": "AdministrativeArea", "name": NATION_NAMES[item.nation]}
    told = _text(item, "short") or _text(item, "words")
    return {"mainEntity": {"@type": "GovernmentService", "name": item.title, "description": told, "areaServed": area, "url": item.address}}


def _term(book: Book, item: Item) -> Node:
    terms = {"@type": "DefinedTermSet", "name": _("Words explained"), "url": f"/{item.nation}/terms/"}
    return {"mainEntity": {"@type": "DefinedTerm", "name": item.title, "description": _text(item, "plain"), "inDefinedTermSet": terms, "url": item.address}}


def _question(book: Book, item: Item) -> Node:
    answer = {"@type": "Answer", "text": " ".join(item.text.split("\n"))}
    return {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": item.title, "acceptedAnswer": answer}]}


def _path(book: Book, item: Item) -> Node:
    today = [_step(_("What you can do today"), _texts(item, "today"))]
    steps = [_step(step["title"], _texts(item, f"steps.{place}.words")) for place, step in enumerate(item.fields["steps"])]
    return {"mainEntity": {"@type": "HowTo", "name": item.title, "description": _text(item, "short"), "step": [*today, *steps]}}


def _preparation(book: Book, item: Item) -> Node:
    parts = ((_("What you may want to say"), "say"), (_("What to ask"), "ask"), (_("What to bring"), "bring"), (_("Afterwards"), "after"))
    steps = [_step(name, _texts(item, key)) for name, key in parts if item.fields.get(key)]
    papers = [{"@type": "HowToSupply", "name": _text(item, f"papers.{place}.words")} for place in range(len(item.fields["papers"]))]
    return {"mainEntity": {"@type": "HowTo", "name": item.title, "description": _text(item, "short"), "supply": papers, "step": steps}}


def _step(name: str, texts: list[str]) -> Node:
    return {"@type": "HowToStep", "name": name, "text": " ".join(texts)}


def _text(item: Item, key: str) -> str:
    return prose(item, key).striptags()


def _texts(item: Item, key: str) -> list[str]:
    return [piece.striptags() for piece in pieces(item, key)]


def _crumbs(item: Item) -> Node:
    many = f"/{item.nation}/map/" if item.kind == "stage" else item.address.rstrip("/").rpartition("/")[0] + "/"
    steps = ((_("First page"), "/"), (_above(item.kind), many), (item.title, item.address))
    return {"@type": "BreadcrumbList", "itemListElement": [
        {"@type": "ListItem", "position": place, "name": name, "item": {"@id": address}} for place, (name, address) in enumerate(steps, 1)]}


def _above(kind: str) -> str:
    names = {"stage": _("The map"), "limit": _("Time limits"), "role": _("People and bodies"), "right": _("Your rights"),
             "route": _("Ways to put things right"), "term": _("Words explained"), "question": _("Questions people ask"),
             "path": _("Where to begin"), "preparation": _("Get ready")}
    return names[kind]


def _laws(book: Book, item: Item) -> list[tuple[dict[str, Any], Any]]:
    found = [(book.words.sources[source.id], source) for source in cited(book.words, item.sources)]
    return [(record, source) for record, source in found if record["kind"] in LAWS]


_MAIN: dict[str, Callable[[Book, Item], Node]] = {
    "stage": _service, "route": _service, "term": _term, "question": _question, "path": _path, "preparation": _preparation,
}
