"""Rules about legal words: initials and bare section numbers are explained on the page that uses them."""

import re
from collections.abc import Iterator

from handrail.engine.check.finding import Finding
from handrail.engine.check.tree import Prose, Tree
from handrail.engine.words.fields import words_in
from handrail.engine.words.raw import Record

_INITIALS = re.compile(r"\b[A-Z]{2,6}(?:s?)\b")
_SHORT_SECTION = re.compile(r"\b[sS]\.?\s?(\d+[A-Z]{0,2})\b")
_SECTION = re.compile(r"\b[Ss]ection (\d+[A-Z]{0,2})\b(?! of| \()")


def initials_not_explained(tree: Tree) -> Iterator[Finding]:
    """Find initials that a page uses with neither their full words nor a link to the term; some everybody knows."""
    everybodys = frozenset(tree.legal_words.get("plain_initials", ()))
    full_words = _full_words(tree)
    for record, pieces in tree.prose:
        explained = _explained(record, pieces) | _written_out(pieces, full_words)
        reported: set[str] = set()
        for piece, word, line in _matches(pieces, _INITIALS):
            plain = word.removesuffix("s")
            if plain not in everybodys and plain not in explained and plain not in reported:
                reported.add(plain)
                yield Finding(piece.file, piece.key or f"line {line}", f"'{plain}', not explained", _HOW)


def sections_not_explained(tree: Tree) -> Iterator[Finding]:
    """Find "s47", and "section 12" where no term of that name explains it, no Act is named and no link stands."""
    for record, pieces in tree.prose:
        terms = tree.ids("term", record.nation)
        explained = _explained(record, pieces)
        for piece, word, line in _matches(pieces, _SHORT_SECTION):
            yield Finding(piece.file, piece.key or f"line {line}", f"'{word}'", "section and its number in full")
        for piece, word, line in _matches(pieces, _SECTION):
            number = word.split()[-1].lower()
            if f"section-{number}" not in terms and word.lower() not in explained:
                yield Finding(piece.file, piece.key or f"line {line}", f"'{word}', not explained", _HOW)


def _matches(pieces: list[Prose], pattern: re.Pattern[str]) -> Iterator[tuple[Prose, str, int]]:
    for piece in pieces:
        for block in piece.blocks:
            for match in pattern.finditer(block.text):
                yield piece, match[0], block.line


def _explained(record: Record, pieces: list[Prose]) -> set[str]:
    """List what the page explains: what stands in brackets, before brackets, or in a link to a term."""
    found: set[str] = set()
    if record.kind == "term":
        found.update(str(record.data.get("term", "")).replace("(", " ").replace(")", " ").split())
        found.add(str(record.data.get("term", "")).lower())
    for piece in pieces:
        for block in piece.blocks:
            found.update(re.findall(r"\(([A-Z]{2,6})s?[),;]", block.text))
            found.update(re.findall(r"\b([A-Z]{2,6})s? \(", block.text))
            found.update(m.lower() for m in re.findall(r"\b([Ss]ection \d+[A-Z]{0,2}) \(", block.text))
        for link in piece.links:
            if link.target.startswith("term:"):
                found.update(re.findall(r"[A-Z]{2,6}", link.words))
                found.add(link.words.lower())
    return found


def _full_words(tree: Tree) -> dict[str, set[str]]:
    """Map initials to what they stand for, from the names of terms and what else these are called."""
    found: dict[str, set[str]] = {}
    for term in tree.of("term"):
        name = re.sub(r"\s*\(.*?\)", "", str(term.data.get("term", ""))).lower()
        for words in (term.data.get("term"), *words_in(term.data.get("also"))):
            for initials in re.findall(r"\b[A-Z]{2,6}\b", str(words)):
                found.setdefault(initials, set()).add(name)
    return {initials: names for initials, names in found.items() if initials.lower() not in names}


def _written_out(pieces: list[Prose], full_words: dict[str, set[str]]) -> set[str]:
    """List the initials whose full words stand somewhere on the page."""
    text = " ".join(block.text for piece in pieces for block in piece.blocks).lower()
    return {initials for initials, names in full_words.items() if any(name in text for name in names)}


_HOW = "its plain meaning in brackets beside it, or a link [words](term:id), once on the page"
