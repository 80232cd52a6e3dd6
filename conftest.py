"""The checking client for every test, in tests/ and in the rooms.

It stands here because pytest-django has a fixture of the same name, and a plugin's gives way only to a conftest's.
"""

import pytest

from tests.client import CheckingClient


@pytest.fixture
def client() -> CheckingClient:
    """A guest's browser that checks every page it fetches."""
    return CheckingClient()
