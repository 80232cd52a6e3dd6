"""How hard the pages are to read: Flesch-Kincaid grade and length of sentences, page by page."""

from datetime import date

from bench.row import Row, middle
from handrail.engine.check.reading import pages_of
from handrail.engine.check.tree import read_tree
from handrail.engine.loader import content_dir
from handrail.engine.words.readability import ENOUGH_WORDS, MAX_GRADE, MAX_WORDS, read_blocks

GOAL_MEAN_WORDS = 15


def measure() -> list[Row]:
    """Read every page that is long enough to judge."""
    tree = read_tree(content_dir(), date.max)
    easy = frozenset(word.lower() for word in tree.legal_words.get("easy", ()))
    readings = {file: read_blocks(blocks, easy) for file, blocks in pages_of(tree).items()}
    judged = {file: reading for file, reading in readings.items() if reading.words >= ENOUGH_WORDS}
    grades = sorted(reading.grade for reading in judged.values())
    hardest = max(judged, key=lambda file: judged[file].grade)
    mean = sum(reading.words for reading in readings.values()) / sum(reading.sentences for reading in readings.values())
    longest_mean = max(reading.mean_words for reading in judged.values())
    longest = max((sentence.words for reading in readings.values() for sentence in reading.long_sentences), default=0)
    return [
        Row("Reading grade of pages (Flesch-Kincaid)", f"median {middle(grades):.1f}, highest {grades[-1]:.1f}", f"none over {MAX_GRADE:g}",
            grades[-1] <= MAX_GRADE, f"{len(judged)} pages; hardest {hardest}"),
        Row("Words in a sentence", f"mean {mean:.1f}, highest mean of a page {longest_mean:.1f}", f"mean <= {GOAL_MEAN_WORDS}", mean <= GOAL_MEAN_WORDS),
        Row(f"Sentences over {MAX_WORDS} words", f"{sum(len(r.long_sentences) for r in readings.values())}", "0", longest == 0),
    ]
