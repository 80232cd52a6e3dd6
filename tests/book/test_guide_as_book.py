"""The guide's own book: every page is in it, every link in it leads somewhere, and nothing of the site's doing is left."""

import re
from datetime import date

import pytest
from lxml import etree

from handrail.documents.book import Book
from handrail.engine.errors import UnknownId
from handrail.guide.book.leaves import leaf_id
from handrail.guide.book.make import make_book, style_sheet
from handrail.guide.pages.library import library
from handrail.guide.pages.views import PAGES


@pytest.fixture(scope="module")
def book() -> Book:
    return make_book("england", date(2026, 11, 24))


def test_every_page_of_an_item_is_in_it(book: Book) -> None:
    leaves = {leaf.id for chapter in book.chapters for leaf in chapter.leaves}
    items = [item for item in library().words.items if item.nation == "england" and item.kind in PAGES]
    assert [item.topic for item in items if leaf_id(item.address) not in leaves] == []


def test_no_id_stands_twice(book: Book) -> None:
    ids = [chapter.id for chapter in book.chapters]
    for chapter in book.chapters:
        for leaf in chapter.leaves:
            ids += [leaf.id, *re.findall(r' id="([^"]+)"', leaf.body)]
    assert len(set(ids)) == len(ids), [id_ for id_ in set(ids) if ids.count(id_) > 1][:5]


def test_every_leaf_is_well_formed_and_holds_words_only(book: Book) -> None:
    for chapter in book.chapters:
        for leaf in chapter.leaves:
            tree = etree.fromstring(f"<div>{leaf.body}</div>")
            assert not tree.xpath("//form | //script | //nav | //aside | //h1 | //h2 | //input | //button"), leaf.id
            assert "".join(tree.itertext()).strip(), leaf.id


def test_links_lead_within_the_book_or_to_the_web(book: Book) -> None:
    places = set(book.chapter_of())
    for chapter in book.chapters:
        for leaf in chapter.leaves:
            places.update(re.findall(r' id="([^"]+)"', leaf.body))
    for chapter in book.chapters:
        for leaf in chapter.leaves:
            for target in re.findall(r'href="([^"]+)"', leaf.body):
                assert target.startswith(("https://", "http://", "tel:")) or target.removeprefix("#") in places, (leaf.id, target)


def test_a_nation_without_pages_is_told() -> None:
    with pytest.raises(UnknownId, match="Allowed: a nation whose map is there"):
        make_book("atlantis", date(2026, 11, 24))


def test_the_style_sheet_fetches_nothing() -> None:
    assert "url(" not in style_sheet()
    assert "@import" not in style_sheet()
