"""The book's three forms, each read back by somebody else's program."""

import io
import zipfile

import ebooklib
import pikepdf
import pytest
from ebooklib import epub as peer
from lxml import etree, html

from handrail.documents.book_html import book_html
from handrail.documents.book_pdf import book_pdf
from handrail.documents.epub import epub
from tests.documents.bookshelf import BOOK

XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.document_fromstring(book_html(BOOK, "p { margin: 0 }").decode())


def test_the_single_page_fetches_and_runs_nothing(page: html.HtmlElement) -> None:
    assert not page.xpath("//script | //link | //img | //iframe | //@onclick")
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_the_single_page_has_one_of_each_id_and_every_contents_line_leads_somewhere(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert sorted(set(ids)) == sorted(ids)
    led = [link.removeprefix("#") for link in page.xpath("//nav//a/@href")]
    assert led == ["stages", "stages-one", "words", "terms-two"]
    assert set(led) <= set(ids)


def test_the_single_page_has_a_way_out(page: html.HtmlElement) -> None:
    assert page.xpath("//p[@class='leave']/a/@href") == ["https://example.org/weather"]


def test_another_program_reads_the_epub(tmp_path: pytest.TempPathFactory) -> None:
    file = tmp_path / "book.epub"  # type: ignore[operator]
    file.write_bytes(epub(BOOK, "p { margin: 0 }"))
    read = peer.read_epub(str(file), {"ignore_ncx": True})
    assert read.get_metadata("DC", "title")[0][0] == "Handrail"
    assert read.get_metadata("DC", "identifier")[0][0] == "urn:handrail:test:1"
    names = [item.get_name() for item in read.get_items_of_type(ebooklib.ITEM_DOCUMENT)]
    assert {"title.xhtml", "stages.xhtml", "stages-one.xhtml", "terms-two.xhtml"} <= set(names)


def test_the_epubs_type_comes_first_and_unpacked() -> None:
    archive = zipfile.ZipFile(io.BytesIO(epub(BOOK, "")))
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type, archive.read(first)) == ("mimetype", zipfile.ZIP_STORED, b"application/epub+zip")


def test_every_page_of_the_epub_is_well_formed_and_listed_and_its_links_lead_somewhere() -> None:
    archive = zipfile.ZipFile(io.BytesIO(epub(BOOK, "")))
    pages = {name.removeprefix("EPUB/"): etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xhtml")}
    package = etree.fromstring(archive.read("EPUB/package.opf"))
    listed = package.xpath("//*[local-name()='item']/@href")
    assert set(pages) | {"style.css"} == set(listed)
    places = {f"{name}#{id_}" for name, tree in pages.items() for id_ in tree.xpath("//@id")} | set(pages)
    links = [link for tree in pages.values() for link in tree.xpath("//*[local-name()='a']/@href") if not link.startswith("https:")]
    assert [link for link in links if link not in places] == ["#nowhere"]
    assert "terms-two.xhtml#terms-two--part" in links


def test_the_pdf_has_contents_bookmarks_links_and_a_language() -> None:
    with pikepdf.open(io.BytesIO(book_pdf(BOOK))) as pdf:
        assert str(pdf.Root.Lang) == "en-gb"
        assert str(pdf.docinfo["/Title"]) == "Handrail: A made-up book"
        with pdf.open_outline() as outline:
            assert [(entry.title, [leaf.title for leaf in entry.children]) for entry in outline.root] == [
                ("The way", ["First & only"]), ("Words explained", ["Two"]),
            ]
        links = [note for page in pdf.pages for note in page.get("/Annots", [])]
        assert any(str(note.get("/A", {}).get("/URI", "")) == "https://example.org/" for note in links)
        assert len(links) == 4 + 3  # the contents' lines, the two links within the book, and the one to the web


def test_the_contents_name_the_page_on_which_a_leaf_stands() -> None:
    with pikepdf.open(io.BytesIO(book_pdf(BOOK))) as pdf:
        forms = {str(name): form.read_bytes() for name, form in pdf.Root.Pages.Kids[1].Resources.XObject.items()}
        assert len(forms) == 4
        with pdf.open_outline() as outline:
            assert len(outline.root) == 2
    assert len(pdf_pages()) == 4  # the first page, the contents, and a page for each chapter


def pdf_pages() -> list[pikepdf.Page]:
    return list(pikepdf.open(io.BytesIO(book_pdf(BOOK))).pages)


@pytest.mark.parametrize("write", [lambda: book_html(BOOK, "p{}"), lambda: epub(BOOK, "p{}"), lambda: book_pdf(BOOK)])
def test_the_same_book_gives_the_same_bytes(write: object) -> None:
    assert write() == write()  # type: ignore[operator]
