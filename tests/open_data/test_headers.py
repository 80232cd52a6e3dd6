"""Open data is open to any site, is asked for again cheaply, and knows nobody."""

import gzip

import pytest

from handrail.guide.open_data import ROOT
from handrail.guide.open_data.answers import DOWNLOAD
from handrail.guide.open_data.bodies import archive
from tests import examples
from tests.client import CheckingClient

LIST, ITEM = f"{ROOT}england/terms/", f"{ROOT}england/terms/care-order/"
ADDRESSES = [ROOT, LIST, ITEM, f"{ROOT}openapi.json", f"{ROOT}schemas/term.json", DOWNLOAD]


@pytest.mark.parametrize("address", [*ADDRESSES, f"{ROOT}no-such-thing/"])
def test_any_site_may_read_it_and_no_cookie_is_given(address: str, client: CheckingClient) -> None:
    response = client.get(address, HTTP_ORIGIN="https://elsewhere.example")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers
    assert not response.cookies
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("address", examples.pages())
def test_no_page_is_open_to_other_sites(address: str, client: CheckingClient) -> None:
    assert "Access-Control-Allow-Origin" not in client.get(address, HTTP_ORIGIN="https://elsewhere.example").headers


@pytest.mark.parametrize("packing", ["", "gzip"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_what_has_not_changed_is_not_sent_again(address: str, packing: str, client: CheckingClient) -> None:
    first = client.get(address, HTTP_ACCEPT_ENCODING=packing)
    assert first.headers["Cache-Control"] == "public, max-age=300"
    assert not first.headers["ETag"].startswith("W/")
    again = client.get(address, HTTP_ACCEPT_ENCODING=packing, HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(address, HTTP_ACCEPT_ENCODING=packing, HTTP_IF_NONE_MATCH='"of-yesterday"').status_code == 200


def test_each_form_in_which_it_goes_out_has_an_etag_of_its_own(client: CheckingClient) -> None:
    plain, packed = client.get(LIST), client.get(LIST, HTTP_ACCEPT_ENCODING="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert client.get(LIST, HTTP_IF_NONE_MATCH=packed.headers["ETag"]).status_code == 200


@pytest.mark.parametrize("address", [LIST, f"{ROOT}england/limits/", f"{ROOT}england/questions/"])
def test_a_long_list_is_packed_small(address: str, client: CheckingClient) -> None:
    assert len(client.get(address, HTTP_ACCEPT_ENCODING="gzip").content) < 1_000_000


def test_the_file_to_download_is_sent_as_it_is(client: CheckingClient) -> None:
    address = f"{DOWNLOAD}{archive().name}"
    response = client.get(address, HTTP_ACCEPT_ENCODING="gzip")
    assert b"".join(response.streaming_content) == archive().content
    assert response.headers["Content-Type"] == "application/zip"
    assert "Content-Encoding" not in response.headers
    assert response.headers["Content-Length"] == str(len(archive().content))
    assert archive().name in response.headers["Content-Disposition"]
    assert client.get(address, HTTP_IF_NONE_MATCH=response.headers["ETag"]).status_code == 304


def test_a_head_tells_the_same_as_a_get(client: CheckingClient) -> None:
    asked, told = client.head(ITEM), client.get(ITEM)
    assert asked.status_code == 200
    assert asked.content == b""
    assert asked.headers["ETag"] == told.headers["ETag"]
