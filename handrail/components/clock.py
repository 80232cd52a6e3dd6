"""Say what day it is: always today in Europe/London, whatever the computer's own zone.

The engine never asks: today is a parameter of everything it does. Only a page or a command that answers a person
asks here, once, and passes the day on.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def _system_now() -> datetime:
    return datetime.now(UTC)


_now: Callable[[], datetime] = _system_now


def now() -> datetime:
    """Give the present instant, aware, in UTC."""
    return _now()


def today() -> date:
    """Give today's date in London: after 23:00 UTC on a summer evening that is already tomorrow's date in UTC."""
    return _now().astimezone(LONDON).date()


@contextmanager
def standing_at(instant: datetime) -> Iterator[None]:
    """Stop the clock at an aware instant, for tests and for showing the site as on another day."""
    global _now  # noqa: PLW0603  # one clock for the whole process is the point
    if instant.tzinfo is None:
        raise ValueError("the clock needs an aware instant, such as datetime(2026, 7, 1, 23, 30, tzinfo=UTC)")
    before, _now = _now, lambda: instant.astimezone(UTC)
    try:
        yield
    finally:
        _now = before
