"""What cannot be answered is said in one shape, with what is allowed."""

import pytest

from handrail.guide.open_data import ROOT
from handrail.guide.open_data.bodies import kept_body, shelf
from handrail.guide.open_data.kinds import NATIONAL
from handrail.guide.open_data.schemas import schema_names
from tests.client import CheckingClient
from tests.open_data.reader import problems

UNKNOWN = [
    (f"{ROOT}atlantis/", "atlantis", "england"),
    (f"{ROOT}scotland/limits/", "scotland", "england"),
    (f"{ROOT}england/dragons/", "dragons", "limits"),
    (f"{ROOT}england/limits/no-such-limit/", "no-such-limit", "icpc-15wd"),
    (f"{ROOT}england/limits/icpc-15wd/more/", "icpc-15wd/more", "icpc-15wd"),
    (f"{ROOT}england//limits/", "", "limits"),
    (f"{ROOT}sources/no-such-act/", "no-such-act", "children-act-1989"),
    (f"{ROOT}schemas/no-such.json", "no-such.json", "limit.json"),
    (f"{ROOT}schemas/", "", "limit.json"),
    (f"{ROOT}download/handrail-map-0.zip", "handrail-map-0.zip", ""),
    (f"{ROOT}a/b/c/d/e/", "a", "england"),
]


@pytest.mark.parametrize(("address", "found", "allowed"), UNKNOWN)
def test_an_unknown_address_says_what_is_allowed(address: str, found: str, allowed: str, client: CheckingClient) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["Content-Type"]) == (404, "application/json")
    told = response.json()
    assert problems(told) == []
    assert (told["error"]["status"], told["error"]["found"]) == (404, found)
    assert allowed in told["error"]["allowed"] or not allowed
    assert told["error"]["allowed"]
    assert "ETag" not in response.headers


def test_a_very_long_id_is_not_repeated_whole(client: CheckingClient) -> None:
    told = client.get(f"{ROOT}england/limits/{'x' * 5_000}/").json()
    assert len(told["error"]["found"]) == 80


def test_an_id_cannot_make_the_answer_a_page(client: CheckingClient) -> None:
    response = client.get(f"{ROOT}england/limits/<script>alert(1)<!-- -->/")
    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_can_be_sent(method: str, client: CheckingClient) -> None:
    response = getattr(client, method)(f"{ROOT}england/limits/")
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")
    assert problems(response.json()) == []
    assert response.json()["error"]["allowed"] == ["GET", "HEAD"]


@pytest.mark.parametrize("address", [f"{ROOT}?page=2", f"{ROOT}england/limits/?q=x", f"{ROOT}openapi.json?a"])
def test_a_query_is_refused_and_not_passed_over(address: str, client: CheckingClient) -> None:
    response = client.get(address)
    assert response.status_code == 400
    assert problems(response.json()) == []
    assert "question mark" in response.json()["error"]["hint"]


def test_an_address_without_its_last_slash_is_put_right(client: CheckingClient) -> None:
    response = client.get(f"{ROOT}england/limits")
    assert (response.status_code, response.headers["Location"]) == (301, f"{ROOT}england/limits/")


def test_an_id_of_the_past_leads_to_todays(client: CheckingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(shelf().books["england"]._renamed, "term:court-order-for-care", "care-order")
    response = client.get(f"{ROOT}england/terms/court-order-for-care/")
    assert (response.status_code, response.headers["Location"]) == (301, f"{ROOT}england/terms/care-order/")
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_wrong_addresses_are_not_kept(client: CheckingClient) -> None:
    before = kept_body.cache_info().currsize
    for number in range(20):
        client.get(f"{ROOT}england/limits/no-such-{number}/")
        client.get(f"{ROOT}no-such-{number}/")
    assert kept_body.cache_info().currsize == before


def test_every_kind_and_schema_is_offered_where_one_is_wrong(client: CheckingClient) -> None:
    assert client.get(f"{ROOT}england/x/").json()["error"]["allowed"] == [kind.many for kind in NATIONAL]
    assert client.get(f"{ROOT}schemas/x.json").json()["error"]["allowed"] == [f"{name}.json" for name in schema_names()]
