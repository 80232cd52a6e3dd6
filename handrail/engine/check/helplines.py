"""Rules about telephone numbers: each was read on the body's own page or on two others, and prose names no other number."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from handrail.engine.check.finding import Finding
from handrail.engine.check.tree import Tree
from handrail.engine.words.fields import mappings_in

_ENOUGH_STRANGERS = 2
_NUMBER = re.compile(r"\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b|\b0800 1111\b")


def phones_without_sources(tree: Tree) -> Iterator[Finding]:
    """Find numbers that were neither read on the body's own page nor on two pages of different people."""
    pages = {record.id: record.data.get("pages") for record in tree.of("source")}
    for helpline in tree.of("helpline"):
        if helpline.data.get("phone") and not _is_proved(helpline.data, pages):
            key = f"{helpline.id}.phone_sources"
            allowed = "the body's own page, or two of different people that agree, each with its link; or no phone, and the web address instead"
            yield Finding(helpline.path, key, "a phone number that these pages do not prove", allowed)


def _is_proved(helpline: dict[str, Any], pages: dict[str, Any]) -> bool:
    sites = set()
    for entry in mappings_in(helpline.get("phone_sources")):
        listed = pages.get(str(entry.get("source")))
        seen = listed.get(str(entry.get("at"))) if isinstance(listed, dict) else None
        if isinstance(seen, dict) and seen.get("link"):
            sites.add(_site_of(str(seen["link"])))
    return _site_of(str(helpline.get("link"))) in sites or len(sites) >= _ENOUGH_STRANGERS


def _site_of(link: str) -> str:
    """Name whose page it is: the host without its first label where enough are left."""
    labels = urlsplit(link).netloc.removeprefix("www.").split(".")
    return ".".join(labels[-3:] if labels[-2:-1] in (["org"], ["gov"], ["co"], ["nhs"], ["police"]) else labels[-2:])


def numbers_of_nobody(tree: Tree) -> Iterator[Finding]:
    """Find telephone numbers in prose that are no helpline's `phone`, where nobody would think of checking them."""
    known = {_digits(str(helpline.data.get("phone"))) for helpline in tree.of("helpline")}
    for _, pieces in tree.prose:
        for piece in pieces:
            for block in piece.blocks:
                for number in _NUMBER.findall(block.text):
                    if _digits(number) not in known:
                        allowed = "the number of a helpline, or a link: [name](helpline:id)"
                        yield Finding(piece.file, piece.key or f"line {block.line}", f"the number {number}", allowed)


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdigit())
