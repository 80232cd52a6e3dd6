"""How long search takes over all content, for what people really type, and SQLite's own full-text search beside it."""

import re
import sqlite3
from functools import partial

from bench.queries import QUERIES
from bench.row import Row, Times, times_of
from handrail.engine.loader import content_dir
from handrail.engine.words.items import Words
from handrail.engine.words.search import Search
from handrail.engine.words.store import open_words

GOAL = 0.003


def measure() -> list[Row]:
    """Search England for each query, many rounds."""
    words = open_words(content_dir())
    search = Search(words, "england")
    times = times_of([partial(search.find, query) for query in QUERIES], rounds=10)
    empty = [query for query in QUERIES if not search.find(query).results]
    note = f"{len(QUERIES)} queries, {len(words.items)} items, {len(empty)} without a result"
    return [Row("Search over all content", _told(times), f"p50 < {GOAL * 1e3:.0f} ms", times.p50 < GOAL, note), _plain(words)]


def _plain(words: Words) -> Row:
    """The same queries to SQLite FTS5 with stemming: no synonyms, no repair of spelling, no help where nothing is found."""
    figure = "  ... SQLite FTS5, plain"
    table = sqlite3.connect(":memory:")
    try:
        table.execute("create virtual table page using fts5(title, text, tokenize='porter unicode61')")
    except sqlite3.OperationalError as reason:
        return Row(figure, "not measured", note=str(reason))
    table.executemany("insert into page values (?, ?)", [(item.title, item.text) for item in words.items])
    asked = [" OR ".join(re.findall(r"\w+", query)) for query in QUERIES]

    def find(query: str) -> list[tuple[str, str]]:
        return table.execute("select title, snippet(page, 1, '', '', '...', 20) from page where page match ? order by rank limit 10", (query,)).fetchall()

    times = times_of([partial(find, query) for query in asked], rounds=5)
    empty = sum(not find(query) for query in asked)
    return Row(figure, _told(times), note=f"{empty} without a result")


def _told(times: Times) -> str:
    return f"p50 {times.p50 * 1e3:.2f} ms, p99 {times.p99 * 1e3:.2f} ms (CPU {times.cpu_p50 * 1e3:.2f}, {times.cpu_p99 * 1e3:.2f})"
