"""The schemas are schemas, every key in them is explained, and what they list is what the engine knows."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from handrail import commands
from handrail.commands._listing import LISTING_FORMAT
from handrail.engine.answer import Verdict
from handrail.engine.describe import POSITION_FORMAT
from handrail.engine.due import DUE_FORMAT
from handrail.engine.model import ASKERS, Nation
from handrail.engine.working import KINDS
from tests.commands.schemas import FOLDER, schema

NAMES = sorted(path.name.removesuffix(".schema.json") for path in FOLDER.glob("*.schema.json"))
OURS = ["due", "listing", "position"]


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("properties") and value.get("type") == "object":
            yield value
        for inner in value.values():
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


def test_each_command_with_json_has_one() -> None:
    assert {"due", "find", "listing", "position"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_is_a_schema_with_a_title(name: str) -> None:
    found = schema(name)
    Draft202012Validator.check_schema(found)
    assert found["title"].startswith("What `handrail ")


@pytest.mark.parametrize("name", OURS)
def test_no_key_is_undocumented(name: str) -> None:
    for found in objects(schema(name)):
        assert found["additionalProperties"] is False
        for key, told in found["properties"].items():
            if not {"$ref", "const", "items"} & set(told):
                assert told.get("description"), f"{name}: {key}"


def test_what_is_listed_is_what_there_is() -> None:
    position = schema("position")
    assert {choice["const"] for choice in position["$defs"]["verdict"]["oneOf"]} == set(Verdict)
    assert position["properties"]["asker"]["enum"] == list(ASKERS)
    assert position["properties"]["nation"]["enum"] == list(Nation)
    for name in OURS:
        assert set(schema(name)["$defs"]["kind"]["enum"]) == set(KINDS)
    assert schema("due")["properties"]["status"]["enum"] == ["due", "told-in-words", "cannot-say", "not-in-force"]


def test_the_formats_are_those_that_are_printed() -> None:
    assert schema("position")["properties"]["format"]["const"] == POSITION_FORMAT
    assert schema("due")["properties"]["format"]["const"] == DUE_FORMAT
    assert {one["properties"]["format"]["const"] for one in schema("listing")["oneOf"]} == {LISTING_FORMAT}


def test_the_page_on_the_command_line_names_every_command_schema_and_status() -> None:
    page = (FOLDER.parent / "command-line.md").read_text(encoding="utf-8")
    assert [name for name in commands.names() if f"`handrail {name}" not in page] == []
    assert [name for name in NAMES if f"schemas/{name}.schema.json" not in page] == []
    assert [status for status in schema("due")["properties"]["status"]["enum"] if f"| `{status}` |" not in page] == []
    assert all(f"`{told}`" in page for told in (POSITION_FORMAT, DUE_FORMAT, LISTING_FORMAT))
