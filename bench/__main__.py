"""`python -m bench [--json FILE] [PART ...]`: measure, and print one table. Slow is told, never an error."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import book, command, content, install, judging, machine, pages, peers, reading, search, site
from bench.row import Row
from bench.served import empty_folder, running_site

ALONE: dict[str, Callable[[], list[Row]]] = {
    "engine": judging.measure, "content": content.measure, "command": command.measure, "search": search.measure,
    "reading": reading.measure, "install": install.measure, "book": book.measure,
}
ON_THE_SITE = ("reading", "pages", "site")
_HEADINGS = ("figure", "measured", "goal", "met?")


def main() -> int:
    """Measure the parts asked for, all of them if none is named."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    known = list(dict.fromkeys([*ALONE, *ON_THE_SITE]))
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[*known, []], help=", ".join(known))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    asked = parser.parse_args()
    parts = asked.parts or known
    started, about = time.perf_counter(), machine.describe()
    peers.install()
    rows = list(_measure_all(parts))
    print("\n".join(table(rows)))
    print(f"\n{about}; {time.perf_counter() - started:.0f} s. Times are medians by the wall; CPU time in brackets.")
    if asked.json:
        asked.json.write_text(json.dumps({"machine": about, "rows": [row._asdict() for row in rows]}, ensure_ascii=False, indent=1) + "\n")
    return 0


def _measure_all(parts: list[str]) -> Iterator[Row]:
    for part in parts:
        if part in ALONE:
            yield from _measured(part, ALONE[part])
    if not set(parts).isdisjoint(ON_THE_SITE):
        yield from _measured("site", lambda: _on_the_site(parts))


def _on_the_site(parts: list[str]) -> list[Row]:
    with empty_folder() as folder, running_site(folder) as running:
        rows = _measured("pages", lambda: pages.measure(running.port)) if "pages" in parts else []
        rows += _measured("reading", lambda: reading.measure_served(running.port)) if "reading" in parts else []
        return rows + (_measured("site", lambda: site.measure(running)) if "site" in parts else [])


def _measured(part: str, measure: Callable[[], list[Row]]) -> list[Row]:
    """What this part gives; where it fails, one row that says why, and the rest goes on."""
    print(f"measuring: {part}", file=sys.stderr)
    try:
        return measure()
    except Exception as reason:
        return [Row(part, "not measured", note=f"{type(reason).__name__}: {reason}"[:160])]


def table(rows: list[Row]) -> list[str]:
    """Lay the rows out in columns, notes under their figures."""
    cells = [_HEADINGS, *((row.figure, row.measured, row.goal, {True: "yes", False: "NO", None: ""}[row.met]) for row in rows)]
    widths = [max(len(cell[column]) for cell in cells) for column in range(len(_HEADINGS))]
    lines = ["  ".join(text.ljust(width) for text, width in zip(cell, widths, strict=True)).rstrip() for cell in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return [line + (f"  {row.note}" if row and row.note else "") for line, row in zip(lines, [None, None, *rows], strict=True)]


if __name__ == "__main__":
    sys.exit(main())
