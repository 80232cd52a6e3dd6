"""The OpenAPI 3.1 description of every address, with the schemas of their answers inside."""

import json
from typing import Any

from handrail.engine.check.schema import NATIONS
from handrail.guide.open_data import LICENCE, ROOT
from handrail.guide.open_data.kinds import NATIONAL, SHARED, Kind
from handrail.guide.open_data.schema_parts import ref
from handrail.guide.open_data.schemas import definitions, schema_names

_ABOUT = (
    "The map of Handrail as open data: stages, time limits with worked cases, people, rights, and where each word comes from. "
    "Information, not advice. Nothing here is about a person. What is unconfirmed is told in words; no date may be counted from it."
)


def description(version: str) -> dict[str, Any]:
    """Describe every address; `version` is that of the content."""
    whole = {
        "openapi": "3.1.0",
        "info": {"title": "Handrail open data", "version": version, "description": _ABOUT, "license": {"name": "CC BY 4.0", "url": LICENCE}},
        "servers": [{"url": "/", "description": "The host that gave this description."}],
        "paths": _paths(),
        "components": {"schemas": definitions(), "responses": {"Problem": _answer("Nothing at this address, and what is allowed", "error")}},
    }
    told: dict[str, Any] = json.loads(json.dumps(whole).replace("#/$defs/", "#/components/schemas/"))
    return told


def _paths() -> dict[str, Any]:
    paths = {ROOT: _get("index", "What there is", "index")}
    paths[f"{ROOT}{{nation}}/"] = _get("nation", "What there is of one nation", "nation", "nation")
    for kind in NATIONAL:
        paths |= _of_kind(kind, "{nation}/", "nation")
    for kind in SHARED:
        paths |= _of_kind(kind, "")
    paths[f"{ROOT}openapi.json"] = _get("openapi", "This description", None)
    paths[f"{ROOT}schemas/{{name}}.json"] = _get("schema", "The JSON Schema of one kind of answer", None, "name")
    paths[f"{ROOT}download/"] = _get("downloads", "What can be downloaded, with sizes and SHA-256", "download")
    paths[f"{ROOT}download/{{file}}"] = _file()
    return paths


def _of_kind(kind: Kind, nation: str, *parameters: str) -> dict[str, Any]:
    return {
        f"{ROOT}{nation}{kind.many}/": _get(kind.many, f"Every {kind.name}, whole", kind.many, *parameters),
        f"{ROOT}{nation}{kind.many}/{{id}}/": _get(kind.name, f"One {kind.name}", kind.name, *parameters, "id"),
    }


def _get(name: str, summary: str, schema: str | None, *parameters: str) -> dict[str, Any]:
    told: dict[str, Any] = {"operationId": name, "summary": summary, "responses": {
        "200": _answer(summary, schema), "304": {"description": "Nothing has changed: the ETag sent is that of today."},
        "default": {"$ref": "#/components/responses/Problem"}}}
    if parameters:
        told["parameters"] = [_parameter(parameter) for parameter in parameters]
    return {"get": told}


def _answer(summary: str, schema: str | None) -> dict[str, Any]:
    content = {"application/json": {"schema": ref(schema) if schema else {"type": "object"}}}
    return {"description": summary, "headers": {"ETag": {"schema": {"type": "string"}}}, "content": content}


def _parameter(name: str) -> dict[str, Any]:
    schemas: dict[str, dict[str, Any]] = {"nation": {"enum": list(NATIONS)}, "name": {"enum": schema_names()}, "id": ref("id")}
    return {"name": name, "in": "path", "required": True, "schema": schemas.get(name, {"type": "string"})}


def _file() -> dict[str, Any]:
    path = _get("download", "The whole map in one zip file, with a manifest of SHA-256", None, "file")
    path["get"]["responses"]["200"]["content"] = {"application/zip": {}}
    return path
