"""One item as open data: the same keys at the top for every kind, its own keys under `fields`."""

from typing import Any

from handrail.guide.open_data.links import links_of
from handrail.guide.open_data.plain import Layout, plain_of
from handrail.guide.open_data.shelf import Shelf
from handrail.guide.open_data.things import Thing
from handrail.guide.pages.sourcing import cited


def record_of(shelf: Shelf, thing: Thing) -> dict[str, Any]:
    """Lay out one item whole."""
    data = thing.data

    def cite(raw: Any) -> dict[str, Any] | None:
        return citation(shelf, raw)

    layout = Layout(thing.rich, cite)
    return {
        "topic": thing.topic, "kind": thing.kind.name, "nation": thing.nation or None, "id": thing.id, "title": thing.title,
        "address": thing.address, "page": thing.page,
        "fields": layout.of(data, thing.kind.fields),
        "html": {key: html for key, html in thing.rich.items() if key != "unconfirmed_part"},
        **_own(shelf, thing),
        "also": [str(phrase) for phrase in data.get("also") or ()],
        "mark": data.get("mark"), "checked_on": data.get("checked_on"), "unconfirmed_part": _unconfirmed_part(thing),
        "in_force": data.get("in_force", "in-force") if "in_force" in thing.kind.shapes else None,
        "reviewed": data.get("reviewed"),
        "sources": [told for told in map(cite, data.get("sources") or ()) if told],
        "links": links_of(shelf, thing),
    }


def citation(shelf: Shelf, raw: Any) -> dict[str, Any] | None:
    """Tell a source in full: its title, the place in it, and where to read it. None where there is no such source."""
    for found in cited(shelf.library.words, [raw]):
        record = shelf.library.words.sources[found.id]
        return {"source": found.id, "title": found.title, "kind": record["kind"], "at": found.at or None, "link": found.link or None,
                "page": f"/sources/{found.id}/", "data": shelf.things("", "source")[found.id].address}
    return None


def _unconfirmed_part(thing: Thing) -> str | None:
    rich, plain = thing.rich.get("unconfirmed_part"), thing.data.get("unconfirmed_part")
    return plain_of(rich) if rich else (" ".join(str(plain).split()) if plain else None)


def _own(shelf: Shelf, thing: Thing) -> dict[str, Any]:
    """What only one kind has: sections of a stage, the answer to a question, the worked cases of a limit."""
    if thing.kind.name == "stage":
        return {"sections": [{"heading": heading, "text": plain_of(html), "html": html} for heading, html in thing.sections.items()]}
    if thing.kind.name == "question":
        return {"answer": {"text": plain_of(thing.body_html), "html": thing.body_html}}
    if thing.kind.name == "limit":
        why = shelf.books[thing.nation].map.limits[thing.id].no_date_because
        return {"gives_date": why is None, "no_date_because": why, "cases": [_case(raw) for raw in shelf.cases(thing)]}
    return {}


def _case(raw: dict[str, Any]) -> dict[str, Any]:
    return {**raw, "events": [{"on": on, "event": event} for on, event in raw.get("events", ())]}
