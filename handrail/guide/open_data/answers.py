"""What stands at each address under /api/v1/, as plain values; only the file to download is elsewhere (archive.py)."""

from collections.abc import Iterator
from typing import Any

from handrail.guide.open_data import CREDIT, FORMAT, LICENCE, ROOT
from handrail.guide.open_data.kinds import BY_MANY, NATIONAL, SHARED, Kind
from handrail.guide.open_data.openapi import description
from handrail.guide.open_data.records import record_of
from handrail.guide.open_data.schemas import schema_address, schema_names, schema_of
from handrail.guide.open_data.shelf import Shelf

DOWNLOAD = f"{ROOT}download/"
OPENAPI = f"{ROOT}openapi.json"


class NotThere(Exception):
    """An address that leads nowhere: what was found, and what is allowed in its place."""

    def __init__(self, found: str, allowed: list[str], hint: str) -> None:
        super().__init__(found)
        self.found, self.allowed, self.hint = found, allowed, hint


class Moved(Exception):
    """An id of the past: where its data is today."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def answer_at(shelf: Shelf, address: str) -> dict[str, Any]:
    """Give what stands at an address.

    Raises:
        NotThere: nothing does.
        Moved: it stands elsewhere now.
    """
    parts = address.removeprefix(ROOT).removesuffix("/").split("/")
    if address == ROOT:
        return _index(shelf)
    if address == OPENAPI:
        return description(shelf.version)
    if parts[0] == "schemas":
        return _schema(address)
    if parts[0] in shelf.books:
        return _of_nation(shelf, parts[0], parts[1:])
    if parts[0] in (kind.many for kind in SHARED):
        return _of_kind(shelf, "", BY_MANY[parts[0]], parts[1:])
    allowed = [*shelf.books, *(kind.many for kind in SHARED), "schemas/…", "openapi.json", "download"]
    raise NotThere(parts[0], allowed, f"{ROOT} lists every nation and kind.")


def every_address(shelf: Shelf) -> Iterator[str]:
    """Give every address of data, then the schemas and the OpenAPI description; not the file to download."""
    yield ROOT
    for nation in shelf.books:
        yield f"{ROOT}{nation}/"
        for kind in NATIONAL:
            yield _list_address(nation, kind)
            yield from (thing.address for thing in shelf.things(nation, kind.name).values())
    for kind in SHARED:
        yield _list_address("", kind)
        yield from (thing.address for thing in shelf.things("", kind.name).values())
    yield OPENAPI
    yield from (schema_address(name) for name in schema_names())


def head(shelf: Shelf, nation: str, schema: str, address: str) -> dict[str, Any]:
    """What every answer begins with."""
    return {"format": FORMAT, "content_version": shelf.version, "law_as_at": shelf.law_as_at(nation), "licence": LICENCE, "credit": CREDIT,
            "schema": schema_address(schema), "address": address}


def _index(shelf: Shelf) -> dict[str, Any]:
    nations = [{"nation": nation, "address": f"{ROOT}{nation}/", "kinds": _kinds(shelf, nation)} for nation in shelf.books]
    return {**head(shelf, "", "index", ROOT), "nations": nations, "shared": _kinds(shelf, ""),
            "schemas": [schema_address(name) for name in schema_names()], "openapi": OPENAPI, "download": DOWNLOAD}


def _kinds(shelf: Shelf, nation: str) -> list[dict[str, Any]]:
    return [
        {"kind": kind.name, "count": len(shelf.things(nation, kind.name)), "address": _list_address(nation, kind),
         "list_schema": schema_address(kind.many), "item_schema": schema_address(kind.name)}
        for kind in (NATIONAL if nation else SHARED)
    ]


def _list_address(nation: str, kind: Kind) -> str:
    return f"{ROOT}{nation}/{kind.many}/" if nation else f"{ROOT}{kind.many}/"


def _of_nation(shelf: Shelf, nation: str, parts: list[str]) -> dict[str, Any]:
    if not parts:
        return {**head(shelf, nation, "nation", f"{ROOT}{nation}/"), "nation": nation, "kinds": _kinds(shelf, nation)}
    many = [kind.many for kind in NATIONAL]
    if parts[0] not in many:
        raise NotThere(parts[0], many, f"{ROOT}{nation}/ lists the kinds of this nation.")
    return _of_kind(shelf, nation, BY_MANY[parts[0]], parts[1:])


def _of_kind(shelf: Shelf, nation: str, kind: Kind, parts: list[str]) -> dict[str, Any]:
    things, address = shelf.things(nation, kind.name), _list_address(nation, kind)
    if not parts:
        records = [record_of(shelf, thing) for thing in things.values()]
        return {**head(shelf, nation, kind.many, address), "nation": nation or None, "kind": kind.name, "count": len(records), "items": records}
    if len(parts) == 1 and parts[0] in things:
        thing = things[parts[0]]
        return {**head(shelf, nation, kind.name, thing.address), "item": record_of(shelf, thing)}
    if nation and len(parts) == 1 and (now := shelf.books[nation].renamed(kind.name, parts[0])):
        raise Moved(things[now.id].address)
    raise NotThere("/".join(parts), list(things), f"{address} lists these with all that they say.")


def _schema(address: str) -> dict[str, Any]:
    for name in schema_names():
        if address == schema_address(name):
            return schema_of(name)
    raise NotThere(address.removeprefix(f"{ROOT}schemas/"), [f"{name}.json" for name in schema_names()], f"{ROOT} lists the schemas.")
