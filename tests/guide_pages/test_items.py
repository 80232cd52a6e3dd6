"""Every item of the content has a good page, and no link on any page leads nowhere."""

import gzip
import re

import pytest
from django.test import Client

from handrail.engine.words.items import Item
from handrail.guide.pages.library import NATIONS, library
from handrail.guide.pages.views import PAGES
from tests.client import CheckingClient

MOST_BYTES = 15_000
HREF = re.compile(r'href="(/[^"#]*)(?:#([^"]*))?"')


def items(kind: str) -> list[Item]:
    return [item for nation in NATIONS if (book := library().book(nation)) for item in book.all(kind)]


@pytest.mark.parametrize("kind", sorted(PAGES))
def test_every_item_has_a_good_page(kind: str, client: CheckingClient) -> None:
    for item in items(kind):
        response = client.get(item.address)
        assert response.status_code == 200, item.address
        page = response.content.decode()
        assert "Where this comes from" in page, f"{item.address} names no source"
        assert len(gzip.compress(response.content, 4)) <= MOST_BYTES, item.address


def test_every_source_has_a_good_page(client: CheckingClient) -> None:
    for source in library().words.sources:
        response = client.get(f"/sources/{source}/")
        assert response.status_code == 200, source
        assert len(gzip.compress(response.content, 4)) <= MOST_BYTES, source


def test_no_link_on_any_page_leads_nowhere() -> None:
    """Walk all of the site from the first page, as somebody who presses every link would."""
    client, to_see, pages, anchors = Client(HTTP_HOST="127.0.0.1"), ["/"], {}, []
    while to_see:
        address = to_see.pop()
        if address in pages or address == "/leave" or address.startswith("/static/"):
            continue
        response = client.get(address)
        assert response.status_code == 200, f"{address} is linked to, and answers {response.status_code}"
        pages[address] = response.content.decode()
        for path, fragment in HREF.findall(pages[address]):
            to_see.append(path)
            anchors += [(address, path, fragment)] if fragment else []
    lost = [f"{path}#{fragment} (on {address})" for address, path, fragment in anchors if f'id="{fragment}"' not in pages[path]]
    assert not lost, f"links to places that are not there: {sorted(set(lost))[:20]}"
    unseen = {item.address for kind in PAGES for item in items(kind)} - pages.keys()
    assert not unseen, f"nothing links to: {sorted(unseen)}"


@pytest.mark.parametrize(
    "address",
    ["/england/stages/no-such-stage/", "/england/limits/no-such-limit/", "/sources/no-such-source/", "/atlantis/map/", "/scotland/stages/"],
)
def test_what_is_not_there_is_told_so_with_a_way_on(address: str, client: CheckingClient) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert 'href="/search/"' in response.content.decode()


def test_the_long_lists_are_light(client: CheckingClient) -> None:
    for address in ("/", "/england/map/", "/england/limits/", "/england/terms/", "/england/questions/", "/sources/"):
        assert len(gzip.compress(client.get(address).content, 4)) <= MOST_BYTES, address
