"""What pages say of themselves to programs: a peer reads it as linked data, and each word of it is schema.org's.

rdflib carries the names of schema.org's types and properties. Which property belongs to which type it does not tell, so the
table below does, as schema.org's own pages of these types had it in November 2026.
"""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from rdflib import RDF, Graph, URIRef, namespace
from rdflib.term import Node

from handrail.guide.open_data.answers import every_address
from handrail.guide.open_data.bodies import shelf
from handrail.guide.pages import structured
from handrail.guide.pages.library import library
from handrail.guide.pages.views import PAGES
from tests.client import CheckingClient

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

HOST = "https://handrail.example"
VOCABULARY = frozenset(namespace.SDO.__annotations__)
# What schema.org's own context says of the words that we use; the tests ask nothing of the network.
CONTEXT = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "license": {"@type": "@id"}}

THING = {"name", "url", "description"}
WORK = THING | {"inLanguage", "license", "isAccessibleForFree", "mainEntity", "citation", "text"}
BELONG = {
    "WebPage": WORK | {"breadcrumb"},
    "FAQPage": WORK | {"breadcrumb"},
    "GovernmentService": THING | {"areaServed"},
    "AdministrativeArea": THING,
    "DefinedTerm": THING | {"inDefinedTermSet"},
    "DefinedTermSet": WORK,
    "Question": WORK | {"acceptedAnswer"},
    "Answer": WORK,
    "HowTo": WORK | {"step", "supply"},
    "HowToStep": WORK,
    "HowToSupply": THING,
    "Legislation": WORK | {"legislationType"},
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
}
MAIN = {"stage": "GovernmentService", "route": "GovernmentService", "term": "DefinedTerm", "question": "Question", "path": "HowTo", "preparation": "HowTo"}
ITEMS = [item for kind in PAGES for item in library().words.items if item.kind == kind]
ADDRESSES = ["/sources/children-act-1989/", *(item.address for item in ITEMS[::15])]


class Blocks(HTMLParser):
    """Collects the blocks of linked data of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and ("type", "application/ld+json") in attrs
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def block_of(client: CheckingClient, address: str) -> dict[str, Any]:
    blocks = Blocks()
    blocks.feed(client.get(address).content.decode())
    (text,) = blocks.found
    found: dict[str, Any] = json.loads(text)
    return found


def graph_of(block: dict[str, Any], address: str) -> Graph:
    assert block["@context"] == "https://schema.org"
    return Graph().parse(data=json.dumps({**block, "@context": CONTEXT}), format="json-ld", publicID=HOST + address)


def name_of(node: Node) -> str:
    return str(node).removeprefix(str(namespace.SDO._NS))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_peer_reads_each_page_in_the_words_of_schema_org(address: str, client: CheckingClient) -> None:
    graph = graph_of(block_of(client, address), address)
    types = {subject: name_of(kind) for subject, kind in graph.subject_objects(RDF.type)}
    assert len(graph) > 5
    for subject, predicate, value in graph:
        if predicate == RDF.type:
            assert name_of(value) in VOCABULARY, value
            continue
        assert name_of(predicate) in VOCABULARY, predicate
        assert name_of(predicate) in BELONG[types[subject]], (types[subject], predicate)
        if isinstance(value, URIRef):
            assert re.match(r"https?://", str(value)), value


@pytest.mark.parametrize("kind", list(PAGES))
def test_each_kind_of_page_names_its_main_subject(kind: str) -> None:
    book = library().book("england")
    assert book is not None
    for item in book.all(kind):
        page = json.loads(structured.of_item(book, item).json)
        assert page["name"] == item.title
        subject = page.get("mainEntity")
        subject = subject[0] if isinstance(subject, list) else subject
        assert (subject or {}).get("@type") == MAIN.get(kind), item.topic
        assert (page["@type"] == "FAQPage") == (kind == "question")
        assert [step["position"] for step in page["breadcrumb"]["itemListElement"]] == [1, 2, 3]
        assert all(cited["@type"] == "Legislation" for cited in page.get("citation", ()))


def test_a_law_is_legislation_and_a_website_is_not() -> None:
    for name, record in library().words.sources.items():
        subject = json.loads(structured.of_source(library(), name).json).get("mainEntity")
        assert (subject is not None) == (record["kind"] in structured.LAWS), name


def test_every_step_says_something() -> None:
    book = library().book("england")
    assert book is not None
    for item in [*book.all("path"), *book.all("preparation")]:
        for step in json.loads(structured.of_item(book, item).json)["mainEntity"]["step"]:
            assert step["name"], item.topic
            assert step["text"], item.topic


def test_nothing_is_made_up_about_who_read_or_rated_it() -> None:
    book = library().book("england")
    assert book is not None
    for kind in PAGES:
        for item in book.all(kind):
            assert not re.search(r'"(reviewedBy|lastReviewed|aggregateRating|author|datePublished)":', str(structured.of_item(book, item).json))


def test_no_words_can_end_the_block_early() -> None:
    text = structured.as_script({"name": "</script><script>alert(1)</script> & <!--"})
    assert not set("<>&") & set(text)
    assert json.loads(text)["name"] == "</script><script>alert(1)</script> & <!--"


def test_each_page_says_where_its_data_is(client: CheckingClient) -> None:
    known = set(every_address(shelf()))
    for address in [*ADDRESSES[::3], "/sources/general-knowledge/"]:
        found = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)">', client.get(address).content.decode())
        assert found is not None, address
        assert found[1] in known
        assert client.get(found[1]).json()["item"]["page"] == address
