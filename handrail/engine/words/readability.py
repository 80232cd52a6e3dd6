"""Say how hard a text is to read: the Flesch-Kincaid grade, and the sentences that are too long.

Grade = 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and others, 1975). Headings are measured for
length but not counted in the grade, where their few words would flatter it. Syllables are the greater of pyphen's
hyphenation points (en_GB) and the groups of vowels: hyphenation alone finds a fifth too few ("family" has one point).
Used when content is checked, never when a page is served.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import pyphen

MAX_GRADE = 7.0
MAX_WORDS = 25
MAX_MEAN_WORDS = 15
ENOUGH_WORDS = 30
"""Below this many words a grade says more about one long word than about the page."""

_HYPHENS = pyphen.Pyphen(lang="en_GB")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_NOT_AN_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|Nos|e\.g|i\.e|etc|s|ss|reg|regs|para|vs)\.|\b[A-Z]\.)$")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouycsxzg]es|[^tdaeiouy]ed|[^laeiouy]e)$")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item or heading of a page, as plain text, with the line it starts on (from 1)."""

    text: str
    line: int = 1
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class LongSentence:
    """A sentence over the limit: its words, how many, and the line its block starts on."""

    text: str
    words: int
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a page is: counts, grade, mean words in a sentence, and what is too long."""

    words: int
    sentences: int
    syllables: int
    grade: float
    mean_words: float
    long_sentences: tuple[LongSentence, ...]

    @property
    def is_too_hard(self) -> bool:
        """True where the page has words enough to judge, and its grade is over the limit."""
        return self.words >= ENOUGH_WORDS and self.grade > MAX_GRADE


def read_blocks(blocks: Iterable[Block], easy: frozenset[str] = frozenset()) -> Reading:
    """Measure a page.

    Args:
        blocks: its paragraphs, list items and headings.
        easy: legal words set aside, lower case: each counts as one syllable.
    """
    words = sentences = syllables = 0
    too_long: list[LongSentence] = []
    for block in blocks:
        for sentence in sentences_of(block.text):
            found = words_of(sentence)
            if len(found) > MAX_WORDS:
                too_long.append(LongSentence(sentence, len(found), block.line))
            if found and not block.is_heading:
                sentences += 1
                words += len(found)
                syllables += sum(syllables_of(word, easy) for word in found)
    grade = grade_of(words, sentences, syllables)
    return Reading(words, sentences, syllables, grade, words / max(1, sentences), tuple(too_long))


def read_text(text: str, easy: frozenset[str] = frozenset()) -> Reading:
    """Measure plain text whose lines are its paragraphs."""
    return read_blocks((Block(line, number) for number, line in enumerate(text.split("\n"), 1)), easy)


def grade_of(words: int, sentences: int, syllables: int) -> float:
    """Give the Flesch-Kincaid grade; 0 for no words at all."""
    if not words or not sentences:
        return 0.0
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def sentences_of(text: str) -> list[str]:
    """Split one paragraph into sentences. "s. 47" and "Mrs. Jones" do not end one."""
    return list(_joined(part.strip() for part in _END.split(text) if part.strip()))


def _joined(parts: Iterable[str]) -> Iterator[str]:
    held = ""
    for part in parts:
        held = f"{held} {part}" if held else part
        if not _NOT_AN_END.search(held):
            yield held
            held = ""
    if held:
        yield held


def words_of(text: str) -> list[str]:
    """Find the words: "children's" is one, "well-being" is two, "26" is one."""
    return _WORD.findall(text)


def syllables_of(word: str, easy: frozenset[str] = frozenset()) -> int:
    """Count the syllables of a word; one for a number, for initials and for a legal word set aside."""
    plain = word.replace("’", "'").lower().removesuffix("'s")
    if plain in easy or plain.removesuffix("s") in easy or not plain.isalpha() or (word.isupper() and len(word) < 6):
        return 1
    return _syllables(plain)


@lru_cache(maxsize=20_000)
def _syllables(plain: str) -> int:
    spoken = _SILENT.sub(lambda end: end.group()[0], plain)
    return max(1, len(_VOWELS.findall(spoken)), len(_HYPHENS.positions(plain)) + 1)
