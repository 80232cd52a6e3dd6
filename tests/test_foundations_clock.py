"""Today is today in London, whatever the computer thinks, and hours are right across a clock change."""

from datetime import UTC, date, datetime, timedelta

import pytest

from handrail.components.clock import LONDON, now, standing_at, today
from handrail.components.templating import environment_for


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 7, 14, 22, 59, tzinfo=UTC), date(2026, 7, 14)),
        (datetime(2026, 7, 14, 23, 30, tzinfo=UTC), date(2026, 7, 15)),
        (datetime(2026, 12, 14, 23, 30, tzinfo=UTC), date(2026, 12, 14)),
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 25)),
    ],
)
def test_today_is_the_date_in_london(instant: datetime, day: date) -> None:
    with standing_at(instant):
        assert today() == day


def test_a_day_with_a_clock_change_has_23_or_25_hours() -> None:
    def hours(day: date) -> float:
        start, end = (
            datetime(d.year, d.month, d.day, tzinfo=LONDON).astimezone(UTC) for d in (day, day + timedelta(days=1))
        )
        return (end - start) / timedelta(hours=1)

    assert [hours(date(2026, 3, 29)), hours(date(2026, 7, 14)), hours(date(2026, 10, 25))] == [23, 24, 25]


def test_the_clock_goes_on_afterwards() -> None:
    with standing_at(datetime(2020, 1, 1, tzinfo=UTC)):
        assert now().year == 2020
    assert now().year > 2020


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"), standing_at(datetime(2026, 7, 14)):  # noqa: DTZ001
        pass


def test_today_belongs_to_the_request_and_not_to_the_process() -> None:
    assert "today" not in environment_for("en-gb").globals
