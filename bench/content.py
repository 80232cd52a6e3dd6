"""Loading the content: from the compiled file, as every start does, and from YAML, as after every change."""

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from bench.row import Row, middle, milliseconds
from handrail.engine.check.rules import check_content
from handrail.engine.compiled import load_compiled
from handrail.engine.loader import content_dir, load_map
from handrail.engine.map import Map
from handrail.engine.reading import read_rules
from handrail.engine.words.compile import compile_words
from handrail.engine.words.store import open_words

GOAL = 0.100
_BY_HAND: dict[str, Callable[[Path], object]] = {
    "compiling rules from YAML": read_rules, "compiling words from YAML": compile_words,
    "handrail content check, all of it": lambda folder: check_content(folder, date.max),
}


def measure() -> list[Row]:
    """Load rules and words some times each, and compile each once from YAML."""
    folder = content_dir()
    load_map()
    open_words(folder)

    def rules() -> object:
        return Map.of("england", load_compiled("rules", folder, lambda: read_rules(folder)))

    rows, total = [], 0.0
    for name, load in (("rules", rules), ("words", lambda: open_words(folder))):
        wall, cpu = _median(load, 9)
        total += wall
        rows.append(Row(f"  ... {name}", milliseconds(wall, cpu)))
    rows.insert(0, Row("Content load, compiled, all of it", f"{total * 1e3:,.1f} ms", f"< {GOAL * 1e3:.0f} ms", total < GOAL))
    for name, build in _BY_HAND.items():
        wall, cpu = _median(partial(build, folder), 1)
        rows.append(Row(f"  ... {name}", milliseconds(wall, cpu)))
    return rows


def _median(call: Callable[[], object], runs: int) -> tuple[float, float]:
    wall, cpu = [], []
    for _ in range(runs):
        cpu_started, started = time.process_time(), time.perf_counter()
        call()
        wall.append(time.perf_counter() - started)
        cpu.append(time.process_time() - cpu_started)
    return middle(wall), middle(cpu)
