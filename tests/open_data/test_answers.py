"""Every address of open data answers, as its own schema says, and leads only to what is there."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from handrail.guide.open_data import ROOT
from handrail.guide.open_data.answers import DOWNLOAD, every_address
from handrail.guide.open_data.bodies import shelf
from handrail.guide.open_data.kinds import NATIONAL, SHARED
from handrail.guide.open_data.schemas import schema_address, schema_names
from handrail.site.values import CHECKOUT
from tests.client import CheckingClient
from tests.open_data.reader import problems, validator
from tests.page_checks import leads_somewhere

LISTS = [f"{ROOT}england/{kind.many}/" for kind in NATIONAL] + [f"{ROOT}{kind.many}/" for kind in SHARED]


def told(client: CheckingClient, address: str) -> dict[str, Any]:
    response = client.get(address)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json"), address
    found: dict[str, Any] = response.json()
    return found


@pytest.mark.parametrize("address", [ROOT, f"{ROOT}england/", DOWNLOAD, *LISTS])
def test_an_answer_is_as_its_schema_says(address: str, client: CheckingClient) -> None:
    found = told(client, address)
    assert problems(found) == []
    assert found["address"] == address


@pytest.mark.parametrize("address", LISTS)
def test_each_item_by_itself_is_the_one_of_the_list(address: str, client: CheckingClient) -> None:
    whole = told(client, address)
    assert whole["count"] == len(whole["items"])
    for item in whole["items"]:
        alone = told(client, item["address"])
        assert alone["item"] == item
        assert alone["address"] == item["address"]
        assert {**alone, "item": None, "address": "", "schema": ""} == {**_head(whole), "item": None}
    for item in whole["items"][:1]:
        assert problems(told(client, item["address"])) == []


def _head(whole: dict[str, Any]) -> dict[str, Any]:
    return {key: whole[key] for key in ("format", "content_version", "law_as_at", "licence", "credit")} | {"schema": "", "address": ""}


def test_no_address_is_left_out_of_these_tests(client: CheckingClient) -> None:
    items = [item["address"] for address in LISTS for item in told(client, address)["items"]]
    schemas = [schema_address(name) for name in schema_names()]
    assert sorted(every_address(shelf())) == sorted([ROOT, f"{ROOT}england/", f"{ROOT}openapi.json", *LISTS, *items, *schemas])


def test_the_index_leads_to_everything(client: CheckingClient) -> None:
    index = told(client, ROOT)
    kinds = [kind for nation in index["nations"] for kind in nation["kinds"]] + index["shared"]
    assert sorted(kind["address"] for kind in kinds) == sorted(LISTS)
    for kind in kinds:
        assert told(client, kind["address"])["count"] == kind["count"]
        assert {kind["list_schema"], kind["item_schema"]} <= set(index["schemas"])
    for address in (*index["schemas"], index["openapi"], index["download"]):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_published_whole(name: str, client: CheckingClient) -> None:
    response = client.get(schema_address(name))
    assert response.headers["Content-Type"] == "application/schema+json"
    assert response.json() == validator(name).schema
    assert response.json()["$id"] == schema_address(name)


def test_every_link_and_source_is_there(client: CheckingClient) -> None:
    known = set(every_address(shelf()))
    for item in _items(client):
        for linked in (*item["links"], *item["sources"]):
            assert linked["data"] in known, (item["topic"], linked)
        pages = [item["page"], *(link["page"] for link in item["links"]), *(source["page"] for source in item["sources"])]
        assert [page for page in pages if page and not leads_somewhere(page)] == []


def test_prose_is_plain_and_its_html_stands_beside_it(client: CheckingClient) -> None:
    for item in _items(client):
        for text in _texts(item["fields"]):
            assert "](" not in text, (item["topic"], text)
            assert "</" not in text, (item["topic"], text)


def test_what_gives_no_date_says_why(client: CheckingClient) -> None:
    for limit in told(client, f"{ROOT}england/limits/")["items"]:
        assert limit["gives_date"] == (limit["no_date_because"] is None)
        assert not (limit["gives_date"] and limit["mark"] == "unconfirmed"), limit["topic"]
        assert limit["cases"], limit["topic"]


def test_nobody_is_said_to_have_read_what_nobody_read(client: CheckingClient) -> None:
    for item in _items(client):
        written = shelf().find(item["nation"] or "", item["topic"])
        assert written is not None
        assert item["reviewed"] == written.data.get("reviewed"), item["topic"]


@pytest.mark.parametrize(("change", "named"), [
    ({"mark": "certain"}, "mark"), ({"checked_on": "yesterday"}, "checked_on"), ({"more": 1}, ""), ({"fields": {}}, "fields"), ({"kind": "role"}, "kind"),
])
def test_a_schema_refuses_what_is_wrong(change: dict[str, Any], named: str, client: CheckingClient) -> None:
    found = told(client, f"{ROOT}england/limits/icpc-15wd/")
    assert problems(found) == []
    found["item"].update(change)
    assert any(problem.startswith(f"item/{named}".rstrip("/")) for problem in problems(found))


def test_the_start_of_the_site_makes_none_of_it() -> None:
    script = (
        "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'handrail.site.settings'; django.setup()\n"
        "from django.apps import apps; [room.is_ready() for room in apps.get_app_configs() if hasattr(room, 'is_ready')]\n"
        "import handrail.site.urls, handrail.guide.urls\n"
        "from handrail.guide.open_data import bodies, schemas\n"
        "print([made.cache_info().currsize for made in (bodies.shelf, bodies.archive, bodies.kept_body, schemas.definitions)])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[0, 0, 0, 0]"


def _items(client: CheckingClient) -> Iterator[dict[str, Any]]:
    for address in LISTS:
        yield from told(client, address)["items"]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
