"""How hard the pages are to read: Flesch-Kincaid grade and length of sentences, page by page, as written and as served."""

from datetime import date

from lxml import html

from bench.crawl import all_pages
from bench.row import Row, middle
from handrail.engine.check.reading import pages_of
from handrail.engine.check.tree import read_tree
from handrail.engine.loader import content_dir
from handrail.engine.words.readability import (
    ENOUGH_WORDS,
    MAX_GRADE,
    MAX_MEAN_WORDS,
    MAX_WORDS,
    Block,
    Reading,
    read_blocks,
)

GOAL_MEDIAN = 5.5
_SPREAD = (5, 25, 50, 75, 95)
# Titles of laws and names of links are not ours to shorten; what a page says itself stands in these.
_SAID = (
    "descendant::*[self::p or self::li or self::dd][not(descendant::p or descendant::li)]"
    "[not(ancestor::nav or ancestor::aside or ancestor::*[contains(@class, 'sources')])]"
)


def measure() -> list[Row]:
    """Read every page as it stands in content/."""
    easy = _easy()
    readings = {file: read_blocks(blocks, easy) for file, blocks in pages_of(read_tree(content_dir(), date.max)).items()}
    return _rows("Reading grade of pages (Flesch-Kincaid)", readings)


def measure_served(port: int) -> list[Row]:
    """Read every page of the running site, our own labels and hints with the content."""
    easy = _easy()
    pages = {path: page.body for path, page in all_pages(port).items() if not path.startswith("/sources/")}
    return _rows("Reading grade as served, with the site's own words", {path: read_blocks(_said(body), easy) for path, body in pages.items()})


def _easy() -> frozenset[str]:
    tree = read_tree(content_dir(), date.max)
    return frozenset(word.lower() for word in tree.legal_words.get("easy", ()))


def _said(body: bytes) -> list[Block]:
    main = html.document_fromstring(body).find(".//main")
    return [Block(" ".join(element.text_content().split())) for element in main.xpath(_SAID)]


def _rows(figure: str, readings: dict[str, Reading]) -> list[Row]:
    judged = {page: reading for page, reading in readings.items() if reading.words >= ENOUGH_WORDS}
    grades = sorted(reading.grade for reading in judged.values())
    hardest = max(judged, key=lambda page: judged[page].grade)
    longest = max(judged, key=lambda page: judged[page].mean_words)
    mean = sum(reading.words for reading in readings.values()) / sum(reading.sentences for reading in readings.values())
    too_long = sum(len(reading.long_sentences) for reading in readings.values())
    spread = ", ".join(f"{share}% {grades[len(grades) * share // 100]:.1f}" for share in _SPREAD)
    return [
        Row(figure, f"median {middle(grades):.1f}, highest {grades[-1]:.1f}", f"median <= {GOAL_MEDIAN}, none over {MAX_GRADE:g}",
            grades[-1] <= MAX_GRADE and middle(grades) <= GOAL_MEDIAN, f"{len(judged)} pages; hardest {hardest}"),
        Row("  ... the spread: so many pages are at or under", spread),
        Row("  ... words in a sentence", f"mean {mean:.1f}, highest mean of a page {judged[longest].mean_words:.1f}", f"no page's mean over {MAX_MEAN_WORDS}",
            judged[longest].mean_words <= MAX_MEAN_WORDS, longest),
        Row(f"  ... sentences over {MAX_WORDS} words", str(too_long), "0", too_long == 0),
    ]
