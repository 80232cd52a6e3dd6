"""Rules about reading: no sentence too long, no page too hard."""

from collections.abc import Iterator

from handrail.engine.check.finding import Finding
from handrail.engine.check.tree import Tree
from handrail.engine.words.raw import Record
from handrail.engine.words.readability import (
    ENOUGH_WORDS,
    MAX_GRADE,
    MAX_MEAN_WORDS,
    MAX_WORDS,
    Block,
    read_blocks,
    sentences_of,
    words_of,
)


def sentences_too_long(tree: Tree) -> Iterator[Finding]:
    """Find sentences of more words than anybody can hold."""
    for _, pieces in tree.prose:
        for piece in pieces:
            for block in piece.blocks:
                for sentence in sentences_of(block.text):
                    count = len(words_of(sentence))
                    if count > MAX_WORDS:
                        found = f"{count} words: {sentence[:60]}..."
                        yield Finding(
                            piece.file, piece.key or f"line {block.line}", found, f"at most {MAX_WORDS} words"
                        )


def pages_too_hard(tree: Tree) -> Iterator[Finding]:
    """Find pages over the grade, and pages whose sentences are too long on average."""
    easy = frozenset(word.lower() for word in tree.legal_words.get("easy", ()))
    for page, blocks in pages_of(tree).items():
        reading, (file, _, key) = read_blocks(blocks, easy), page.partition("#")
        if reading.is_too_hard:
            found = f"grade {reading.grade:.1f} ({reading.mean_words:.0f} words a sentence)"
            yield Finding(file, key, found, f"at most grade {MAX_GRADE:g}: shorter sentences and words")
        if reading.words >= ENOUGH_WORDS and reading.mean_words > MAX_MEAN_WORDS:
            yield Finding(file, key, f"{reading.mean_words:.1f} words a sentence on average", f"at most {MAX_MEAN_WORDS}: shorter sentences")


def pages_of(tree: Tree) -> dict[str, list[Block]]:
    """Gather the blocks of each page, by its file: a stage's two files are one page. A term is `file#id`: it has a page of its own."""
    pages: dict[str, list[Block]] = {}
    for record, pieces in tree.prose:
        if record.kind != "event":  # titles of events are never a page together
            pages.setdefault(_page(record), []).extend(block for piece in pieces for block in piece.blocks)
    return pages


def _page(record: Record) -> str:
    return f"{record.path}#{record.id}" if record.kind == "term" else record.body_path or record.path
