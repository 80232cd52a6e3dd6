"""Small words that every page says: dates in full, and how new the law on the site is."""

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.utils.formats import date_format

_LAW_AS_AT = re.compile(r"^law_as_at: (\d{4}-\d\d-\d\d)", re.MULTILINE)


def plain_day(day: date) -> str:
    """Write a date as people say it: 3 September 2025."""
    return date_format(day, "j F Y")


@lru_cache(maxsize=4)
def law_as_at(content: Path) -> date:
    """Say on which day the law of this content was last gone through: `law_as_at` in content/about.yaml.

    Raises:
        ValueError: the content does not say.
    """
    found = _LAW_AS_AT.search((content / "about.yaml").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{content}/about.yaml: law_as_at is missing. Allowed: a day such as 2026-11-22.")
    return date.fromisoformat(found[1])
