"""What a search engine finds: every page once, none of one person, and a line on each that says what it is about."""

import re

from lxml import etree

from handrail.guide.pages.library import library
from handrail.guide.pages.views import PAGES
from tests.client import CheckingClient

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def addresses(client: CheckingClient) -> list[str]:
    found = etree.fromstring(client.get("/sitemap.xml").content).findall("s:url/s:loc", SITEMAP)
    return [str(place.text).removeprefix("http://127.0.0.1") for place in found]


def test_the_sitemap_holds_every_page_of_content_once(client: CheckingClient) -> None:
    listed = addresses(client)
    assert len(set(listed)) == len(listed)
    assert {item.address for item in library().words.items if item.kind in PAGES} <= set(listed)


def test_every_list_in_it_is_there(client: CheckingClient) -> None:
    for address in addresses(client):
        if address.count("/") <= 3:
            assert client.get(address).status_code == 200, address


def test_robots_names_it_and_leaves_out_what_answers_one_person(client: CheckingClient) -> None:
    text = client.get("/robots.txt").text
    assert "Sitemap: http://127.0.0.1/sitemap.xml" in text
    assert "Disallow: /search/" in text


def test_each_page_says_what_it_is_about_in_a_line_of_its_own(client: CheckingClient) -> None:
    book = library().book("england")
    assert book is not None
    told = {}
    for kind in PAGES:
        page = client.get(book.all(kind)[0].address).text
        title, line = re.findall(r"<title>(.*?)</title>", page)[0], re.findall(r'<meta name="description" content="(.*?)">', page)[0]
        assert 20 < len(line) < 300, (kind, line)
        told[title] = line
    assert len(set(told.values())) == len(PAGES)
