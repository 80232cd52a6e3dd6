"""A made-up family, to try the site with. Shown on a family's own computer only, and plainly called made up."""

import re
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from handrail.engine.case import Case, read_case
from handrail.engine.yaml12 import read_yaml
from handrail.guide.where.england import known_events

_FILE = Path(__file__).with_name("family.yaml")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEK_DAYS = 7
_MADE_UP_NOTE = "made up"


def is_shown() -> bool:
    """Is there a demonstration family here? Hosted sites have none."""
    return bool(settings.ENVIRONMENT.has_demonstration_family)


def family(today: date) -> Case:
    """The made-up family, its dates moved by whole weeks so that its story always stands a little before today."""
    text = _FILE.read_text(encoding="utf-8")
    written_on = date.fromisoformat(str(read_yaml(text)["saved_on"]))
    moved = timedelta(days=(today - written_on).days // _WEEK_DAYS * _WEEK_DAYS)
    return read_case(_DAY.sub(lambda found: (date.fromisoformat(found[0]) + moved).isoformat(), text), known_events, "the demonstration family")


def is_it(case: Case) -> bool:
    """Is this case, or one begun from it, the made-up family's?"""
    return any(h.note.startswith(_MADE_UP_NOTE) for h in case.events)
