"""Make a page of the site fit for the book: only what is read, headings one step lower, links within the book.

The page itself is rendered as the site renders it, so that book and site never tell two things.
"""

import re
from typing import Any

from django.http import HttpRequest
from lxml import etree, html

from handrail.components.clock import today
from handrail.components.pages import render_text
from handrail.documents.book import Leaf
from handrail.guide.book.chapters import Page

# Navigation, forms and what is not for paper lead nowhere in a book. Words, people to call and questions have chapters of their
# own, and worked examples by the hundred would double its pages.
_CLASSES = " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in ("no-print", "words", "unseen", "on-paper", "calls", "asked", "worked"))
_LEFT_OUT = etree.XPath(f"descendant::*[self::h1 or self::nav or self::aside or self::form or self::script or {_CLASSES}]")
_DROPPED = ("data-from", "aria-labelledby", "aria-label", "tabindex", "role", "rel")
_LOWER = {"h2": "h3", "h3": "h4", "h4": "h5"}
_SAFE_ID = re.compile(r"[^A-Za-z0-9-]+")


def leaf_id(address: str) -> str:
    """Name a page in the book: /england/stages/icpc/ is `stages-icpc`."""
    parts = address.strip("/").split("/")
    return _SAFE_ID.sub("-", "-".join(parts[1:] if len(parts) > 2 else parts))


def leaf_of(page: Page, ids: dict[str, str]) -> Leaf:
    """Render a page and take out what a book needs.

    Args:
        page: the page.
        ids: the address of every page in the book to its id.
    """
    request = HttpRequest()
    request.path = page.address
    tree = html.document_fromstring(render_text(page.template, {"request": request, "today": today(), **page.context}))
    main: Any = tree.find(".//main")
    title = " ".join(main.find(".//h1").text_content().split())
    left_out: Any = _LEFT_OUT(main)
    for element in left_out:
        if element.getparent() is not None:
            element.drop_tree()
    own = ids[page.address]
    for element in main.iter(etree.Element):
        _tidy(element, own, ids)
    body = "".join(etree.tostring(child, encoding="unicode", method="xml") for child in main)
    return Leaf(own, title, body.strip())


def _tidy(element: Any, own: str, ids: dict[str, str]) -> None:
    element.tag = _LOWER.get(str(element.tag), element.tag)
    for name in _DROPPED:
        element.attrib.pop(name, None)
    if "id" in element.attrib:
        element.attrib["id"] = f"{own}--{element.attrib['id']}"
    if element.tag == "details":  # on paper nothing opens
        element.tag = "div"
    elif element.tag == "summary":
        element.tag, element.attrib["class"] = "p", "summary"
    elif element.tag == "a":
        _lead(element, own, ids)


def _lead(link: Any, own: str, ids: dict[str, str]) -> None:
    """Lead a link to its place in the book; one that leads out of the book and not to the web becomes plain words."""
    target = link.attrib.get("href", "")
    if target.startswith(("https://", "http://", "tel:")):
        return
    address, _, fragment = target.partition("#")
    home = own if not address else ids.get(address)
    if home:
        link.attrib["href"] = f"#{home}--{fragment}" if fragment else f"#{home}"
    else:
        link.tag = "span"
        link.attrib.pop("href", None)
