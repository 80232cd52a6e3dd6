"""A peer's validator reads the OpenAPI description, and it names every address and the schema that is answered there."""

import re
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from handrail.guide.open_data import ROOT
from handrail.guide.open_data.answers import DOWNLOAD, every_address
from handrail.guide.open_data.bodies import archive, shelf
from tests.client import CheckingClient


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    found: dict[str, Any] = CheckingClient().get(f"{ROOT}openapi.json").json()
    return found


def test_a_validator_finds_nothing_wrong(told: dict[str, Any]) -> None:
    validate(told, cls=OpenAPIV31SpecValidator)


def test_the_validator_would_have_said_so(told: dict[str, Any]) -> None:
    broken = {**told, "paths": {**told["paths"], f"{ROOT}x/{{y}}/": {"get": {"responses": "none"}}}}
    with pytest.raises(Exception, match="none"):
        validate(broken, cls=OpenAPIV31SpecValidator)


def test_every_address_is_named_once(told: dict[str, Any]) -> None:
    patterns = {path: re.compile(re.sub(r"\{\w+\}", "[^/]+", path.replace(".", r"\."))) for path in told["paths"]}
    met = set()
    for address in [*every_address(shelf()), DOWNLOAD, f"{DOWNLOAD}{archive().name}"]:
        fitting = [path for path, pattern in patterns.items() if pattern.fullmatch(address)]
        exact = [path for path in fitting if path.count("{") == min(other.count("{") for other in fitting)]
        assert len(exact) == 1, (address, fitting)
        met.add(exact[0])
    assert met == set(told["paths"]), "a path is described that no address has"


def test_every_schema_named_is_inside(told: dict[str, Any]) -> None:
    named = set(re.findall(r"'#/components/schemas/([^']+)'", repr(told)))
    assert named <= set(told["components"]["schemas"])
    assert "#/$defs" not in repr(told)


def test_the_schema_of_an_address_is_the_one_that_its_answer_names(told: dict[str, Any], client: CheckingClient) -> None:
    for path, about in told["paths"].items():
        schema = about["get"]["responses"]["200"].get("content", {}).get("application/json", {}).get("schema", {}).get("$ref", "")
        if schema and "{id}" not in path:
            answer = client.get(path.replace("{nation}", "england")).json()
            assert answer["schema"] == f"{ROOT}schemas/{schema.rpartition('/')[2]}.json", path


def test_only_reading_is_described(told: dict[str, Any]) -> None:
    assert {method for about in told["paths"].values() for method in about} == {"get"}
    names = [about["get"]["operationId"] for about in told["paths"].values()]
    assert sorted(set(names)) == sorted(names)


def test_its_version_is_that_of_the_content(told: dict[str, Any]) -> None:
    assert told["info"]["version"] == shelf().version
