"""The sentences of one item, in order, as they are handed to somebody who checks them.

Each has a code: where it stands, and a short sum of its words. By the place it is found again when its words have
changed, by the sum when it has moved. Sentences are split in the one way there is, `readability.sentences_of`.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from handrail.engine.words.fields import prose_of, values_of
from handrail.engine.words.markdown import Link, is_marked_up, render
from handrail.engine.words.raw import Record
from handrail.engine.words.readability import Block, sentences_of

BODY = "answer"
"""The place of Markdown that stands under no heading: the answer to a question."""

CODE = re.compile(r"(?P<topic>[a-z]+:[a-z0-9-]+)/(?P<place>[a-z0-9_.-]+)/(?P<number>[0-9]{1,4})/(?P<sum>[0-9a-f]{8})")

_TITLES = ("title", "term")
_ABOUT_THE_PAGE = "unconfirmed_part"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as plain words, and where it stands.

    Attributes:
        topic: the item, such as `stage:icpc`.
        place: the key (`steps.0.words`), or the heading in Markdown as an id (`what-it-is`).
        number: which sentence of that place, from 1.
        file: the file it stands in, as findings name it.
        line: the line on which its paragraph begins; 0 in YAML, where the key says it.
        heading: the heading it stands under, in Markdown.
        links: what its paragraph links to, such as `limit:icpc-15wd`, where the link's words stand in the sentence.
    """

    topic: str
    place: str
    number: int
    text: str
    file: str
    line: int = 0
    heading: str = ""
    links: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Name the sentence so that it is found again: `stage:icpc/what-it-is/3/1f0c9a2b`."""
        return f"{self.topic}/{self.place}/{self.number}/{sum_of(self.text)}"

    @property
    def in_markdown(self) -> bool:
        """True where it stands in Markdown below the keys, false where it is the value of a key."""
        return self.line > 0


def sum_of(text: str) -> str:
    """Give eight hexadecimal digits that change with the words."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def sentences_in(record: Record) -> list[Sentence]:
    """List every sentence that a reader of the item meets: titles, prose of its keys, then its Markdown."""
    return [*_of_keys(record), *_of_body(record)]


def text_of(record: Record) -> dict[str, str]:
    """Give the words of each place of an item as one text, to see what a change has changed."""
    return {place: " ".join(s.text for s in said) for place, said in groupby(sentences_in(record), lambda s: s.place)}


def _of_keys(record: Record) -> Iterator[Sentence]:
    for key, text in _said(record):
        if is_marked_up(text):
            rendered = render(text, record.nation)
            blocks, links = rendered.blocks, rendered.links
        else:
            blocks, links = [Block(" ".join(text.split()))], []
        said = [sentence for block in blocks for sentence in sentences_of(block.text)]
        for number, sentence in enumerate(said, 1):
            yield Sentence(_topic(record), key, number, sentence, record.path, 0, "", _targets(sentence, links))


def _said(record: Record) -> Iterator[tuple[str, str]]:
    """Yield what a reader meets of the keys, in the order in which they are written."""
    prose = dict(prose_of(record.kind, record.data))
    for key, shape, value in values_of(record.kind, record.data):
        name = key.rpartition(".")[2]
        if shape == "line" and name in _TITLES and isinstance(value, str):
            yield key, value
        elif shape == "text" and name != _ABOUT_THE_PAGE:
            yield from ((way, text) for way, text in prose.items() if way == key or way.startswith(f"{key}."))


def _of_body(record: Record) -> Iterator[Sentence]:
    rendered = render(record.body, record.nation, record.body_line)
    heading, counted = "", dict[str, int]()
    for block in rendered.blocks:
        if block.is_heading:
            heading = block.text
            continue
        place = _as_id(heading) or BODY
        links = [link for link in rendered.links if link.line == block.line]
        for sentence in sentences_of(block.text):
            counted[place] = counted.get(place, 0) + 1
            yield Sentence(_topic(record), place, counted[place], sentence, record.body_path, block.line, heading, _targets(sentence, links))


def _targets(sentence: str, links: list[Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.target for link in links if " ".join(link.words.split()) in sentence))


def _topic(record: Record) -> str:
    return f"{record.kind}:{record.id}"


def _as_id(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")
