"""The quick way out works as a plain link, and clears what it can."""

from tests.client import CheckingClient


def test_it_clears_and_goes_elsewhere(client: CheckingClient) -> None:
    response = client.get("/leave")
    assert response.status_code == 303
    assert response.headers["Location"] == "https://www.bbc.co.uk/weather"
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert response.headers["Cache-Control"] == "no-store"


def test_it_needs_no_slash_and_takes_no_form(client: CheckingClient) -> None:
    assert client.post("/leave").status_code == 405
