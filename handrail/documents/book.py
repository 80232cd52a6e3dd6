"""The guide as a book, in plain values: chapters of leaves. What writes it to a file needs to know nothing of the guide."""

from typing import NamedTuple


class Leaf(NamedTuple):
    """One page of the guide.

    Attributes:
        id: its own name in the book, letters, digits and hyphens.
        title: plain text.
        body: well-formed XHTML without its heading; headings in it begin at h3; links within the book are `#id`.
    """

    id: str
    title: str
    body: str


class Chapter(NamedTuple):
    """Leaves that belong together. `lead` is one plain sentence; "" where none is needed."""

    id: str
    title: str
    lead: str
    leaves: tuple[Leaf, ...]


class Book(NamedTuple):
    """A whole book.

    Attributes:
        id: a URN that names this edition.
        words: the few phrases that a book says itself, by key: contents, leave.
        notes: plain sentences for the first page: what this is, how new, who may copy it.
    """

    id: str
    title: str
    subtitle: str
    language: str
    edition: str
    made_on: str
    notes: tuple[str, ...]
    words: dict[str, str]
    leave_to: str
    chapters: tuple[Chapter, ...]

    def chapter_of(self) -> dict[str, str]:
        """Map each leaf's id to its chapter's, and each chapter's to itself."""
        found = {chapter.id: chapter.id for chapter in self.chapters}
        found.update({leaf.id: chapter.id for chapter in self.chapters for leaf in chapter.leaves})
        return found
