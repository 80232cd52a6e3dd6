"""What several commands share: the nation asked for, the day, and printing plain values."""

import argparse
import json
from typing import Any, NoReturn

from handrail.components.clock import today
from handrail.engine.dates import FuzzyDate, fuzzy, parse_date
from handrail.engine.errors import BadDate, HandrailError, shown


class Words(argparse.ArgumentParser):
    """Reads a command's words: whole names only, and what is wrong is one line, as everywhere."""

    def __init__(self, prog: str, description: str | None) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise WrongWords(f"{' '.join(message.split())}. `{self.prog} --help` tells what is allowed.")


class WrongWords(HandrailError):
    """The words after a command are not those it knows."""


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
        raise BadDate(f"--on {shown(text)}: not one day. Allowed: a day such as 2026-03-14.")
    return when


def print_json(value: Any) -> None:
    """Print plain values as JSON a person can read too."""
    print(json.dumps(value, ensure_ascii=False, indent=1))
