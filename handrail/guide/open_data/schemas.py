"""JSON Schema (2020-12) of every answer, made from the shapes that the content check holds: nothing is written twice."""

import re
from functools import cache
from typing import Any

from handrail.engine.check.schema import NATIONS, SETS
from handrail.guide.open_data import FORMAT, LICENCE, ROOT
from handrail.guide.open_data.kinds import NATIONAL, OWN_PARTS, SHARED, Kind
from handrail.guide.open_data.schema_parts import ADDRESS, DAY, PAGE, PARTS_BY_HAND, TEXT, nullable, record, ref

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = re.compile(r"'#/\$defs/([^']+)'")

_SIMPLE: dict[str, dict[str, Any]] = {
    "text": {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}, "line": TEXT, "day": nullable(DAY), "flag": {"type": "boolean"},
    "number": {"type": "number"}, "amount": {"type": ["number", "null"]}, "years": {"type": "number"}, "any": {},
    "phrases": {"type": "array", "items": TEXT}, "events": {"type": "array", "items": ref("event-named")},
    "topics": {"type": "array", "items": {"type": "string", "pattern": "^[a-z-]+:[a-z0-9-]+$"}},
}


def schema_names() -> list[str]:
    """Name every schema: one for the answer with one item of a kind, one for the list, and those of the other answers."""
    kinds = [name for kind in (*NATIONAL, *SHARED) for name in (kind.name, kind.many)]
    return ["index", "nation", *kinds, "download", "error"]


def schema_address(name: str) -> str:
    """Say where a schema stands."""
    return f"{ROOT}schemas/{name}.json"


@cache
def schema_of(name: str) -> dict[str, Any]:
    """Give the whole schema of one kind of answer, which needs no other file."""
    every = definitions()
    needed = {key: every[key] for key in sorted(_needed(name, every) - {name})}
    return {"$schema": DIALECT, "$id": schema_address(name), **every[name], "$defs": needed}


@cache
def definitions() -> dict[str, dict[str, Any]]:
    """Give every schema by name, each naming others as `#/$defs/NAME`."""
    found = {f"part-{name}": _mapping(keys, f"Part of an item: {name}.") for name, keys in OWN_PARTS.items() if name != "source"}
    found.update(PARTS_BY_HAND)
    for kind in (*NATIONAL, *SHARED):
        found[f"{kind.name}-fields"] = _mapping(kind.fields, f"The keys that only a {kind.name} has, prose as plain text.")
        found[f"{kind.name}-item"] = _item(kind)
        found[kind.name] = _answer(f"One {kind.name}", {"item": ref(f"{kind.name}-item")})
        found[kind.many] = _answer(f"Every {kind.name}", _list(kind))
    found["index"] = _answer("What there is", {
        "nations": {"type": "array", "items": ref("nation-kinds")}, "shared": {"type": "array", "items": ref("kind-count")},
        "schemas": {"type": "array", "items": ADDRESS}, "openapi": ADDRESS, "download": ADDRESS})
    found["nation"] = _answer("What there is of one nation", {"nation": {"enum": list(NATIONS)}, "kinds": {"type": "array", "items": ref("kind-count")}})
    found["download"] = _answer("What can be downloaded", {"files": {"type": "array", "items": ref("download-file")}})
    found["error"] = _answer("Why there is no answer, and what is allowed", {"error": ref("problem")})
    return found


def _needed(name: str, every: dict[str, dict[str, Any]]) -> set[str]:
    found, ahead = set(), [name]
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead += _REF.findall(repr(every[here]))
    return found


def _answer(title: str, more: dict[str, Any]) -> dict[str, Any]:
    first = {"format": {"const": FORMAT}, "content_version": TEXT, "law_as_at": DAY, "licence": {"const": LICENCE}, "credit": TEXT,
             "schema": ADDRESS, "address": ADDRESS}
    return record(title, {**first, **more})


def _list(kind: Kind) -> dict[str, Any]:
    nation = {"enum": list(NATIONS)} if kind in NATIONAL else {"type": "null"}
    return {"nation": nation, "kind": {"const": kind.name}, "count": {"type": "integer", "minimum": 0},
            "items": {"type": "array", "items": ref(f"{kind.name}-item")}}


_OWN: dict[str, dict[str, Any]] = {
    "stage": {"sections": {"type": "array", "items": ref("section")}},
    "question": {"answer": ref("answer-words")},
    "limit": {"gives_date": {"type": "boolean", "description": "False: this limit is told in words only, and no date may be counted from it."},
              "no_date_because": nullable(TEXT), "cases": {"type": "array", "items": ref("case")}},
}


def _item(kind: Kind) -> dict[str, Any]:
    has_sources = "sources" in kind.shapes
    return record(f"One {kind.name}", {
        "topic": {"type": "string", "pattern": f"^{kind.name}:"}, "kind": {"const": kind.name},
        "nation": {"enum": list(NATIONS)} if kind in NATIONAL else {"type": "null"},
        "id": ref("id"), "title": TEXT, "address": ADDRESS, "page": nullable(PAGE),
        "fields": ref(f"{kind.name}-fields"), "html": ref("html"), **_OWN.get(kind.name, {}),
        "also": {"type": "array", "items": TEXT, "description": "Words and phrases that people use for this, some of them misspelt."},
        "mark": {"enum": ["confirmed", "unconfirmed"]} if has_sources else {"type": "null"},
        "checked_on": DAY if has_sources else {"type": "null"}, "unconfirmed_part": nullable(TEXT),
        "in_force": {"enum": list(SETS["in-force"])} if "in_force" in kind.shapes else {"type": "null"},
        "reviewed": nullable(ref("part-reviewed")),
        "sources": {"type": "array", "items": ref("cited")}, "links": {"type": "array", "items": ref("link")},
    })


def _mapping(keys: dict[str, str], title: str) -> dict[str, Any]:
    needed = [key for key, shape in keys.items() if shape.endswith("*")]
    return record(title, {key: _shape(shape.rstrip("*")) for key, shape in keys.items()}, needed)


def _shape(shape: str) -> dict[str, Any]:
    form, _, name = shape.partition(":")
    if form == "one":
        return {"enum": list(SETS[name])}
    if form == "some":
        return {"type": "array", "items": {"enum": list(SETS[name])}}
    if form in ("id", "ids"):
        return nullable(ref("id")) if form == "id" else {"type": "array", "items": ref("id")}
    if form in ("map", "list"):
        part = ref("cited" if name == "source" else f"part-{name}")
        return part if form == "map" else {"type": "array", "items": part}
    return _SIMPLE[form]

