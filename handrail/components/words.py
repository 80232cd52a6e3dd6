"""Small words that every page says: dates in full, and how new the law on the site is."""

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.utils.formats import date_format

_READ_ON = re.compile(r"^read_on: (\d{4}-\d\d-\d\d)", re.MULTILINE)


def plain_day(day: date) -> str:
    """Write a date as people say it: 3 September 2025."""
    return date_format(day, "j F Y")


@lru_cache(maxsize=4)
def law_as_at(content: Path) -> date:
    """Say when somebody last read a source of law for this content: the newest `read_on` in content/sources.

    Raises:
        ValueError: no source says when it was read.
    """
    return max(
        date.fromisoformat(found)
        for path in (content / "sources").glob("*.yaml")
        for found in _READ_ON.findall(path.read_text(encoding="utf-8"))
    )
