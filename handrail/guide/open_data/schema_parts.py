"""The schemas that are written by hand: what an answer of any kind is made of."""

from typing import Any

TEXT: dict[str, Any] = {"type": "string"}
DAY: dict[str, Any] = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
ADDRESS: dict[str, Any] = {"type": "string", "pattern": "^/api/v1/", "description": "An address on the host that gave this answer."}
PAGE: dict[str, Any] = {"type": "string", "pattern": "^/", "description": "A page on the host that gave this answer."}
_LINK: dict[str, Any] = {"type": "string", "pattern": "^https?://"}


def ref(name: str) -> dict[str, Any]:
    """Name another schema."""
    return {"$ref": f"#/$defs/{name}"}


def nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """Allow null too."""
    return {"anyOf": [schema, {"type": "null"}]}


def record(title: str, properties: dict[str, Any], needed: list[str] | None = None) -> dict[str, Any]:
    """Make the schema of a mapping with these keys and no others; all are needed unless some are named."""
    return {"title": title, "type": "object", "additionalProperties": False,
            "required": list(properties) if needed is None else needed, "properties": properties}


def _several(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_EDTF: dict[str, Any] = {"type": "string", "description": "A day, or a date that is not certain, in the Extended Date/Time Format."}

PARTS_BY_HAND: dict[str, dict[str, Any]] = {
    "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    "html": {"type": "object", "description": "HTML of the prose keys that hold links or emphasis: `steps.0.words` is a nested one.",
             "additionalProperties": TEXT},
    "event-named": record("An event, and which one of its kind", {"event": ref("id"), "nth": {"enum": ["any", "first", "later"]}}),
    "cited": record("A source, and the place in it", {
        "source": ref("id"), "title": TEXT, "kind": TEXT, "at": nullable(TEXT), "link": nullable(_LINK), "page": PAGE, "data": ADDRESS}),
    "link": record("Another item, and the keys that name it", {
        "topic": {"type": "string", "pattern": "^[a-z-]+:[a-z0-9-]+$"}, "title": TEXT, "page": nullable(PAGE), "data": ADDRESS, "via": _several(TEXT)}),
    "section": record("One section of a stage", {"heading": TEXT, "text": TEXT, "html": TEXT}),
    "answer-words": record("The answer to a question", {"text": TEXT, "html": TEXT}),
    "case-event": record("Something that happened in a worked case", {"on": _EDTF, "event": ref("id")}),
    "case": record("A worked case of a limit: what happened, and the date that must come out", {
        "name": TEXT, "from": _EDTF, "on": _EDTF, "events": _several(ref("case-event")), "due": DAY, "due_at": TEXT, "earliest": DAY, "latest": DAY,
        "maximum": DAY, "status": {"enum": ["due", "told-in-words", "cannot-say", "not-in-force"]}, "verdict": TEXT, "why": TEXT,
    }, ["name", "events", "why"]),
    "kind-count": record("One kind of item, and how many there are", {
        "kind": TEXT, "count": {"type": "integer", "minimum": 0}, "address": ADDRESS, "list_schema": ADDRESS, "item_schema": ADDRESS}),
    "nation-kinds": record("One nation", {"nation": TEXT, "address": ADDRESS, "kinds": _several(ref("kind-count"))}),
    "download-file": record("One file to download", {
        "name": TEXT, "address": ADDRESS, "bytes": {"type": "integer", "minimum": 1}, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "media_type": TEXT}),
    "problem": record("What was found, and what is allowed in its place", {
        "status": {"type": "integer"}, "found": TEXT, "allowed": _several(TEXT), "hint": TEXT}),
}
