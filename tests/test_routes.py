"""Every address of the site is known, shown once in a test, and kept to what every page keeps to."""

import pytest

from tests import examples
from tests.client import CheckingClient


def test_every_route_has_a_name_that_the_log_can_use() -> None:
    assert None not in examples.route_names()


def test_no_two_routes_share_a_name() -> None:
    names = examples.route_names()
    assert sorted(set(names)) == sorted(names)


def test_every_route_is_shown_or_has_a_reason() -> None:
    told = examples.addresses().keys() | examples.reasons().keys()
    missing = set(examples.route_names()) - told
    assert not missing, f"add to the room's examples.py (docs/explain/look.md): {sorted(map(str, missing))}"


def test_no_example_is_of_a_route_that_is_gone() -> None:
    told = examples.addresses().keys() | examples.reasons().keys()
    assert told <= set(examples.route_names()), (
        "an address was removed: think of a redirect before you take it out here"
    )


@pytest.mark.parametrize("name", sorted(examples.addresses()))
def test_every_example_is_a_good_page_of_its_route(name: str, client: CheckingClient) -> None:
    for address in examples.addresses()[name]:
        response = client.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        assert response.resolver_match.view_name == name, f"{address} is {response.resolver_match.view_name}"


@pytest.mark.parametrize(
    "address",
    ["/", "/england/map/", "/england/where-am-i/", "/england/limits/", "/search/", "/staying-safe/", "/leave"],
)
def test_what_the_base_page_links_to_is_there(address: str, client: CheckingClient) -> None:
    assert client.get(address).status_code in (200, 303)


def test_a_missing_slash_at_the_end_is_put_right(client: CheckingClient) -> None:
    response = client.get("/staying-safe")
    assert (response.status_code, response.headers["Location"]) == (301, "/staying-safe/")


@pytest.mark.long
def test_every_address_is_a_good_page(client: CheckingClient) -> None:
    for address in examples.every_address():
        assert client.get(address).status_code == 200, address
