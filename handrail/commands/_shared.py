"""What several commands share: the nation asked for, the day, and printing plain values."""

import argparse
import json
from typing import Any

from handrail.components.clock import today
from handrail.engine.dates import FuzzyDate, fuzzy, parse_date
from handrail.engine.errors import BadDate


def add_nation(parser: argparse.ArgumentParser) -> None:
    """Add `--nation` with England as what it means today when left out."""
    parser.add_argument("--nation", default="england", help="england (scotland, wales and northern-ireland when they come)")


def add_json(parser: argparse.ArgumentParser, schema: str) -> None:
    """Add `--json`, naming the schema that describes it."""
    parser.add_argument("--json", action="store_true", help=f"print JSON (docs/schemas/{schema}.schema.json)")


def day_or_today(text: str | None) -> FuzzyDate:
    """The day asked for, or today in Europe/London.

    Raises:
        BadDate: it is not one certain day.
    """
    if text is None:
        return fuzzy(today())
    when = parse_date(text)
    if not when.is_exact:
        raise BadDate(f"--on {text!r}: not one day. Allowed: a day such as 2026-03-14.")
    return when


def print_json(value: Any) -> None:
    """Print plain values as JSON a person can read too."""
    print(json.dumps(value, ensure_ascii=False, indent=1))
