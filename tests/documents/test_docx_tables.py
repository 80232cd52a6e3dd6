"""Reading a stranger's Word file: what Word and LibreOffice write is read, what is no Word file or is meant to harm is refused at once."""

import io
import time
import zipfile

import pytest
from docx import Document

from handrail.documents.docx_tables import MAX_FILE, MAX_TEXT, NoDocx, read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'


def package(body: str, namespace: str = W, head: str = "", **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{head}<w:document {namespace}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return file.getvalue()


def cell(inner: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"


def text_in(inner: str, namespace: str = W) -> str:
    return read_docx(package(cell(inner), namespace), "it").tables[0][0][0]


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


class TestRead:
    def test_what_python_docx_writes(self) -> None:
        document, file = Document(), io.BytesIO()
        document.add_paragraph("Before")
        table = document.add_table(rows=2, cols=2)
        table.cell(1, 1).text = "Two\nlines"
        document.save(file)
        assert read_docx(file.getvalue(), "it") == (["Before"], [[["", ""], ["", "Two lines"]]], 0)

    @pytest.mark.parametrize(
        ("inner", "expected"),
        [
            (f"<w:p>{run('wr')}{run('ong')}</w:p>", "wrong"),
            (f"<w:p>{run('one')}</w:p><w:p>{run('two')}</w:p>", "one two"),
            ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>", "a b c"),
            (f"<w:p><w:ins>{run('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>", "new"),
            (f"<w:p><w:moveFrom>{run('gone')}</w:moveFrom>{run('here')}</w:p>", "here"),
            (f"<w:p><w:hyperlink>{run('words')}</w:hyperlink></w:p>", "words"),
            (f"<w:p><w:sdt><w:sdtPr/><w:sdtContent>{run('right')}</w:sdtContent></w:sdt></w:p>", "right"),
            (f"<w:sdt><w:sdtContent><w:p>{run('right')}</w:p></w:sdtContent></w:sdt>", "right"),
            (f"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Choose one')}</w:sdtContent></w:sdt></w:p>", ""),
            ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>', "✓"),
            (f"<w:p>{run('a')}<w:r><w:instrText>HYPERLINK x</w:instrText></w:r></w:p>", "a"),
            ("<w:p><w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>being</w:t></w:r></w:p>", "well-being"),
            (f"<w:p>{run('turned &#x202e;round&#x200b; &#x9b;31m')}</w:p>", "turned round 31m"),
        ],
        ids=["runs", "paragraphs", "breaks", "tracked", "moved", "link", "control", "block control", "hint", "wingdings", "field", "hyphen", "unseen"],
    )
    def test_what_programs_write_into_a_cell(self, inner: str, expected: str) -> None:
        assert text_in(inner) == expected

    def test_the_strict_form(self) -> None:
        assert text_in(f"<w:p>{run('right')}</w:p>", STRICT) == "right"

    def test_rows_and_cells_in_controls_are_looked_through(self) -> None:
        row = f"<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc><w:p>{run('in')}</w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
        assert read_docx(package(f"<w:tbl>{row}</w:tbl>"), "it").tables == [[["in"]]]

    def test_a_table_in_a_cell_is_text_of_that_cell(self) -> None:
        assert read_docx(package(cell(cell(f"<w:p>{run('in')}</w:p>"))), "it").tables == [[["in"]]]

    def test_comments_are_counted(self) -> None:
        comments = f"<w:comments {W}><w:comment/><w:comment/></w:comments>"
        assert read_docx(package("", comments=comments), "it").comments == 2


class TestRefused:
    @pytest.mark.parametrize(
        ("content", "why"),
        [
            (b"", "no Word file"),
            (b"Right. All of it.", "no Word file"),
            (b"%PDF-1.7", "no Word file"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file"),
            (package("")[:-30], "no Word file, or a damaged one"),
            (b"PK\x03\x04" + b"\0" * (MAX_FILE + 1), "larger than 5 MB"),
            (package("<w:p>"), "cannot be read as XML"),
        ],
        ids=["empty", "text", "pdf", "doc", "cut off", "large", "no xml"],
    )
    def test_what_is_no_word_file(self, content: bytes, why: str) -> None:
        with pytest.raises(NoDocx, match=why) as told:
            read_docx(content, "it")
        assert "Allowed: a Word file (.docx)" in str(told.value)
        assert "\n" not in str(told.value)

    def test_a_file_of_another_program(self) -> None:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("content.xml", "<office/>")
        with pytest.raises(NoDocx, match="another program"):
            read_docx(file.getvalue(), "it")

    def test_damaged_bytes_inside(self) -> None:
        content = bytearray(package(f"<w:p>{run('words ' * 500)}</w:p>"))
        content[70:90] = b"\xff" * 20
        with pytest.raises(NoDocx):
            read_docx(bytes(content), "it")

    def test_a_locked_part(self) -> None:
        content = bytearray(package(""))
        for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            content[content.index(mark) + place] |= 1
        with pytest.raises(NoDocx):
            read_docx(bytes(content), "it")

    def test_a_zip_bomb_is_refused_fast_and_in_little_memory(self) -> None:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
        assert len(file.getvalue()) < MAX_FILE
        started = time.perf_counter()
        with pytest.raises(NoDocx, match="too large once unpacked"):
            read_docx(file.getvalue(), "it")
        assert time.perf_counter() - started < 3

    def test_more_parts_than_any_document_has(self) -> None:
        with pytest.raises(NoDocx, match="parts"):
            read_docx(package("", **{f"p{n}": "" for n in range(600)}), "it")

    @pytest.mark.parametrize(
        "head",
        [
            '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>',
            '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">',
        ],
        ids=["many", "file", "net"],
    )
    def test_entities_are_never_resolved(self, head: str) -> None:
        with pytest.raises(NoDocx, match="entities"):
            read_docx(package(f"<w:p>{run('words')}</w:p>", head=head), "it")

    @pytest.mark.parametrize("inner", ["<w:p/>" * 1_000_000, f"<w:p>{run('a' * 7_000_000)}</w:p>", "<w:tc/>" * 1_000_000], ids=["empty", "long", "cells"])
    def test_of_what_just_fits_no_more_than_is_allowed_is_kept(self, inner: str) -> None:
        assert len(text_in(inner)) <= MAX_TEXT

    def test_levels_without_end(self) -> None:
        with pytest.raises(NoDocx):
            read_docx(package("<w:p>" * 5_000 + "</w:p>" * 5_000), "it")

    def test_rows_without_end(self) -> None:
        with pytest.raises(NoDocx, match="more tables or rows"):
            read_docx(package(f"<w:tbl>{'<w:tr/>' * 5_001}</w:tbl>"), "it")
