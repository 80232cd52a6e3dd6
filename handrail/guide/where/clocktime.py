"""Times of day as people type them: 22:30, 10.30pm, 10 pm, 2230."""

import re

_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap])?\.?\s*m?\.?$")


def read_time(text: str) -> str | None:
    """Read a time of day as HH:MM, or give None where no clock shows it."""
    found = _TIME.match(text.strip().lower())
    if found is None or (found[3] is None and found[2] is None and len(found[1]) < 2):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def clock_in_words(minute: int) -> str:
    """A minute of the day as people say it: 10:30 pm."""
    hour = minute // 60
    return f"{hour % 12 or 12}:{minute % 60:02} {'am' if hour < 12 else 'pm'}"
