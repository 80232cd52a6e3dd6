"""The first page: danger first, then what has happened in plain words, each with a way in."""

import re

from handrail.guide.pages.front import home_page
from handrail.guide.pages.library import library
from tests.client import CheckingClient


def test_a_shortened_address_leads_to_the_nations_map(client: CheckingClient) -> None:
    response = client.get("/england/")
    assert (response.status_code, response.headers["Location"]) == (302, "/england/map/")
    assert client.get("/scotland/").status_code == 404


def test_999_comes_before_every_other_choice(client: CheckingClient) -> None:
    page = client.get("/").content.decode()
    assert page.index('href="tel:999"') < page.index('class="search"') < page.index('class="rail ways"')


def test_everything_that_may_have_happened_leads_to_a_page_of_its_own(client: CheckingClient) -> None:
    book = library().book("england")
    assert book is not None
    triggers = home_page(library(), book)["triggers"]
    assert len(triggers) >= 10
    for trigger in triggers:
        assert trigger.hint, f"content/words/home.yaml: {trigger.id} links to no page"
        assert client.get(trigger.address).status_code == 200


def test_a_button_beside_it_begins_where_am_i_with_what_happened(client: CheckingClient) -> None:
    page = client.get("/").content.decode()
    for events in re.findall(r'name="events" value="([^"]+)"', page):
        response = client.post("/england/where-am-i/", {"go": "begin", "events": events})
        assert response.status_code == 200


def test_it_says_which_nations_it_knows(client: CheckingClient) -> None:
    page = client.get("/").content.decode()
    assert "England only so far." in page
    for nation in ("England", "Scotland", "Wales", "Northern Ireland"):
        assert nation in page


def test_the_made_up_family_is_one_press_away_at_home(client: CheckingClient) -> None:
    assert 'name="go" value="demonstration"' in client.get("/").content.decode()
