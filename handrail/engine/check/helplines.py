"""Rules about telephone numbers: each has the page on which it was seen, and prose names no other number."""

import re
from collections.abc import Iterator

from handrail.engine.check.finding import Finding
from handrail.engine.check.tree import Tree

_NUMBER = re.compile(r"\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b|\b0800 1111\b")


def phones_without_sources(tree: Tree) -> Iterator[Finding]:
    """Find numbers with no page on which the number was seen."""
    for helpline in tree.of("helpline"):
        if helpline.data.get("phone") and not helpline.data.get("phone_sources"):
            key = f"{helpline.id}.phone_sources"
            allowed = "the body's own page, or two that agree; or no phone, and the web address instead"
            yield Finding(helpline.path, key, "a phone number with no source", allowed)


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
