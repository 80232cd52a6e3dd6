"""What machines ask: is it alive, is it ready."""

import pytest
from django.apps import apps

from tests.client import CheckingClient


def test_the_process_says_that_it_lives(client: CheckingClient) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"alive\n")


@pytest.mark.django_db
def test_it_is_ready_when_database_and_content_are_there(client: CheckingClient) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ready\n")


@pytest.mark.django_db
def test_it_names_the_room_that_is_not_ready(client: CheckingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apps.get_app_config("guide"), "is_ready", lambda: False, raising=False)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"not ready: guide\n")
