"""Turn the Markdown of content/ into HTML once, and into plain text for search and for measuring.

HTML in Markdown is shown as text, never passed on. Links to items (`term:x`) become addresses of the site; whether
their targets exist is for the check to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from handrail.engine.words.addresses import address_of, split_topic
from handrail.engine.words.readability import Block

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(slots=True)
class Link:
    """A link as it stands in the source: its target, its words, and the line of its paragraph (from 1)."""

    target: str
    words: str
    line: int


@dataclass(slots=True)
class Rendered:
    """A Markdown text, rendered: whole and by heading, with its blocks of plain text and its links."""

    html: str = ""
    sections: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The plain text, one block a line."""
        return "\n".join(block.text for block in self.blocks)


def render(source: str, nation: str, first_line: int = 1) -> Rendered:
    """Render a whole text.

    Args:
        source: Markdown.
        nation: whose pages `term:x` and the like lead to.
        first_line: the line of its file on which the text begins.
    """
    tokens = _PARSER.parse(source)
    rendered = Rendered()
    for parent, token in _inline(tokens):
        line = first_line + (token.map[0] if token.map else 0)
        rendered.blocks.append(Block(_plain(token), line, parent == "heading_open"))
        rendered.links.extend(_links(token, line, nation))
    rendered.html = _html(tokens)
    rendered.sections = {heading: _html(part) for heading, part in _parts(tokens)}
    return rendered


def render_line(source: str, nation: str) -> tuple[str, str]:
    """Render a short text of a YAML file: its HTML, without a paragraph around a single one, and its plain text."""
    rendered = render(source, nation)
    html = rendered.html.strip()
    if html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>"):
        html = html[len("<p>") : -len("</p>")]
    return html, rendered.text


def is_marked_up(source: str) -> bool:
    """Say whether a short text holds anything for Markdown to do."""
    return any(mark in source for mark in ("](", "*", "_", "`", "\n\n", "\n-", "\\"))


def _html(tokens: Sequence[Token]) -> str:
    return str(_PARSER.renderer.render(tokens, _PARSER.options, {}))


def _inline(tokens: Sequence[Token]) -> Iterator[tuple[str, Token]]:
    parent = ""
    for token in tokens:
        if token.type == "inline":
            yield parent, token
        else:
            parent = token.type


def _plain(token: Token) -> str:
    parts = []
    for child in token.children or []:
        parts.append(" " if child.type in ("softbreak", "hardbreak") else child.content)
    return " ".join("".join(parts).split())


def _links(token: Token, line: int, nation: str) -> Iterator[Link]:
    """Yield the links of one block, and turn those that name an item into addresses."""
    open_link: Link | None = None
    for child in token.children or []:
        if child.type == "link_open":
            open_link = Link(str(child.attrGet("href") or ""), "", line)
            topic = split_topic(open_link.target)
            if topic:
                child.attrSet("href", address_of(topic[0], nation, topic[1]))
        elif child.type == "link_close" and open_link:
            yield open_link
            open_link = None
        elif open_link:
            open_link.words += child.content


def _parts(tokens: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    """Cut at second-level headings: each heading's words, and the tokens below it."""
    heading, part = "", list[Token]()
    place = 0
    while place < len(tokens):
        if tokens[place].type == "heading_open" and tokens[place].tag == "h2":
            if heading:
                yield heading, part
            heading, part = _plain(tokens[place + 1]), []
            place += 3
            continue
        part.append(tokens[place])
        place += 1
    if heading:
        yield heading, part
