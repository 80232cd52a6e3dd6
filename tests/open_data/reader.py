"""What reads the open data in these tests: answers as plain values, and the published schema of each."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from handrail.guide.open_data import ROOT
from handrail.guide.open_data.schemas import schema_of


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads(json.dumps(schema_of(name)))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def problems(told: dict[str, Any]) -> list[str]:
    """Give what in an answer is not as the schema that it names says."""
    name = told["schema"].removeprefix(f"{ROOT}schemas/").removesuffix(".json")
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator(name).iter_errors(told)]
