"""Read a Word file that came back from somebody: its paragraphs and tables as plain text, and nothing else of it.

The file is a stranger's. So it is measured before it is unpacked and while it is; only the text of the document is
read, never pictures, macros or links; no entity of its XML is resolved; nothing is fetched. A tracked change counts as
made. Any program's file will do: Word's, LibreOffice's, with or without content controls.
"""

import io
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from zlib import error as BadDeflate

from lxml import etree

from handrail.engine.errors import HandrailError

MAX_FILE = 5_000_000
"""Bytes of the file as it came. An empty sheet is 40 kB; a filled one hardly more."""
MAX_PARTS = 500
MAX_UNPACKED = 8_000_000
"""Bytes of one part once unpacked. The text of our longest sheet is 0.3 MB; word processors treble that."""
MAX_TEXT = 10_000
"""Letters of one cell or paragraph; what stands behind them is left out."""
MAX_TABLES, MAX_ROWS, MAX_CELLS = 500, 5_000, 50

_DOCUMENT, _COMMENTS = "word/document.xml", "word/comments.xml"
_LEFT_OUT = frozenset({"del", "moveFrom", "instrText", "delText", "AlternateContent", "drawing", "pict", "object"})
_STANDS_FOR = {"p": " ", "tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn"})
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_HOW = "Allowed: a Word file (.docx) of up to 5 MB. In Word or LibreOffice: save as, Word document (.docx)."


class NoDocx(HandrailError):
    """The file is no Word file that we read. The message says what was found and what is allowed."""


class Found(NamedTuple):
    """What stands in the file: its paragraphs outside tables, its tables as rows of cells, how many comments."""

    paragraphs: list[str]
    tables: list[list[list[str]]]
    comments: int


def read_docx(content: bytes, name: str) -> Found:
    """Read the text of a Word file.

    Args:
        content: the file.
        name: what to call it in an error.

    Raises:
        NoDocx: it is too large, no Word file, damaged, locked by a password, or holds what no Word file holds.
    """
    if len(content) > MAX_FILE:
        raise NoDocx(f"{name}: larger than 5 MB. {_HOW}")
    if content.startswith(_OLD_WORD):
        raise NoDocx(f"{name}: an old Word file (.doc), or one locked by a password. {_HOW}")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            document = _part(package, _DOCUMENT, name)
            comments = _part(package, _COMMENTS, name) if _COMMENTS in package.namelist() else None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, BadDeflate, EOFError, OSError, ValueError):
        raise NoDocx(f"{name}: no Word file, or a damaged one. {_HOW}") from None
    body = _xml(document, name)
    return Found(_paragraphs(body), _tables(body, name), _count(_xml(comments, name), "comment") if comments else 0)


def _part(package: zipfile.ZipFile, part: str, name: str) -> bytes:
    if len(package.infolist()) > MAX_PARTS:
        raise NoDocx(f"{name}: more than {MAX_PARTS} parts. {_HOW}")
    if part not in package.namelist():
        raise NoDocx(f"{name}: a file of another program. {_HOW}")
    with package.open(part) as file:
        found = file.read(MAX_UNPACKED + 1)  # never more, whatever size the file says it has
    if len(found) > MAX_UNPACKED:
        raise NoDocx(f"{name}: too large once unpacked. {_HOW}")
    return found


def _xml(content: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise NoDocx(f"{name}: its text cannot be read as XML. {_HOW}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise NoDocx(f"{name}: it defines entities, as no Word file does. {_HOW}")
    return root


def _paragraphs(body: etree._Element) -> list[str]:
    return [text for one in _within(body, "p", "tbl") if (text := _text(one))]


def _tables(body: etree._Element, name: str) -> list[list[list[str]]]:
    tables = list(_within(body, "tbl"))
    rows = [list(_within(table, "tr", "tbl")) for table in tables[: MAX_TABLES + 1]]
    if len(tables) > MAX_TABLES or sum(map(len, rows)) > MAX_ROWS:
        raise NoDocx(f"{name}: more tables or rows than any sheet has. {_HOW}")
    return [[[_text(cell) for cell in _cells(row)] for row in of_table] for of_table in rows]


def _cells(row: etree._Element) -> list[etree._Element]:
    return list(_within(row, "tc", "tbl"))[:MAX_CELLS]


def _within(element: etree._Element, wanted: str, but_not_in: str = "") -> Iterator[etree._Element]:
    """Yield the nearest descendants of a name, in order, with no recursion: whatever wraps them is looked through."""
    waiting = list(reversed(element))
    while waiting:
        one = waiting.pop()
        name = _name(one)
        if name == wanted:
            yield one
        elif name != but_not_in and name not in _LEFT_OUT:
            waiting.extend(reversed(one))


def _text(element: etree._Element) -> str:
    """Give what is written within, on one line; what somebody struck out with tracked changes is gone."""
    parts: list[str] = []
    letters, waiting = 0, [element]
    while waiting and letters < MAX_TEXT:
        one = waiting.pop()
        name = _name(one)
        if name == "t":
            parts.append((one.text or "")[:MAX_TEXT])
            letters += len(parts[-1])
        elif name == "sdt" and _is_only_a_hint(one):
            continue
        elif name not in _LEFT_OUT:
            parts.append(_symbol(one) if name == "sym" else _STANDS_FOR.get(name, ""))
            waiting.extend(reversed(one))
    return clean("".join(parts))


def clean(text: str) -> str:
    """Bring a text to one line, without signs that nobody sees and that could turn a line round on a screen."""
    if not text.isprintable():
        text = "".join(letter for letter in text if letter.isspace() or unicodedata.category(letter) not in _UNSEEN)
    return " ".join(text.split())


def _is_only_a_hint(control: etree._Element) -> bool:
    """Say whether a content control still shows its own hint ("choose one") and no answer."""
    return any(_name(part) == "sdtPr" and any(_name(one) == "showingPlcHdr" for one in part) for part in control)


def _symbol(element: etree._Element) -> str:
    """Read the ticks and crosses that Word's "insert symbol" makes in the font Wingdings."""
    code = next((value for key, value in element.attrib.items() if str(key).endswith("}char")), "")
    return {"FC": "✓", "FE": "✓", "FB": "✗", "FD": "✗", "A8": ""}.get(str(code).upper()[-2:], "")


def _count(root: etree._Element, name: str) -> int:
    return sum(1 for one in root if _name(one) == name)


def _name(element: etree._Element) -> str:
    """Give the name without its namespace: files of the strict form have another one."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
