"""What these tests share: a day that stands still, and a family's form."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from handrail.components.clock import standing_at
from tests.client import CheckingClient
from tests.guide_where.form import Form


@pytest.fixture(autouse=True)
def on_24_november_2026() -> Iterator[None]:
    with standing_at(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def form(client: CheckingClient) -> Form:
    return Form(client)
