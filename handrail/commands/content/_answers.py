"""Understand what people type into a fact-check sheet: an answer in their own way, a day as British people write it."""

import re
from datetime import date

RIGHT, WRONG, NOT_SURE, EMPTY, UNCLEAR = "right", "wrong", "not sure", "", "unclear"

_MEANINGS = {
    RIGHT: "r right y yes ok okay t true correct agree agreed fine good tick ✓ ✔ ☑ ✅ √ 👍".split(),
    WRONG: "w wrong n no x f false incorrect cross ✗ ✘ ☒ × ❌ ✕ ✖ 👎".split(),
    NOT_SURE: ["?", "??", "ns", "n/s", "unsure", "dont know", "dk", "maybe", "partly", "not certain", "no idea", "cant say", "unknown"],
}
_MEANS = {
    **{typed: meaning for meaning, ways in _MEANINGS.items() for typed in ways},
    **{"thats right": RIGHT, "all right": RIGHT, "not right": WRONG, "not correct": WRONG, "not true": WRONG, "not sure": NOT_SURE, "notsure": NOT_SURE},
}
_SHOWN_BUT_NOT_TYPED = re.compile(r"['’.,;:!()\"“”\[\]\ufe0f]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[./ -](?P<month>\d{1,2})[./ -](?P<year>\d{4}|\d{2})")
_WORDS = re.compile(r"(?:[a-z]+\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[ -](?P<month>[a-z]{3,9})[ -](?P<year>\d{4}|\d{2})")
_CENTURY = 2000


def meaning_of(typed: str) -> str:
    """Say what somebody typed as an answer: RIGHT, WRONG, NOT_SURE, EMPTY, or UNCLEAR where it is something else."""
    plain = " ".join(_SHOWN_BUT_NOT_TYPED.sub("", typed.lower()).replace("-", " ").replace("_", " ").split())
    if not plain:
        return UNCLEAR if typed.strip("-_ .") else EMPTY
    return _MEANS.get(plain, UNCLEAR)


def day_of(typed: str) -> date | None:
    """Read a day: 2026-11-24, 24/11/2026, 24.11.26, 24 November 2026, Tuesday 24th Nov 26. None where it is none of these."""
    plain = " ".join(typed.lower().replace(",", " ").split()).rstrip(".")
    for form in (_ISO, _NUMBERS, _WORDS):
        if found := form.fullmatch(plain):
            return _real(found["year"], found["month"], found["day"])
    return None


def _real(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else 0
    try:
        return date(int(year) if len(year) > 2 else _CENTURY + int(year), number, int(day))
    except ValueError:
        return None
