"""What pages weigh on the way to a phone: HTML, CSS and JavaScript, each compressed."""

import gzip
import re
import subprocess

from bench.crawl import all_pages, longest_stage
from bench.peers import PYTHON
from bench.row import Row
from bench.served import Fetched, fetch

GOAL_HTML, GOAL_CSS, GOAL_JS, GOAL_FIRST_VIEW = 15_000, 12_000, 5_000, 40_000
_STYLE = re.compile(rb'<link\b[^>]*\bhref="(/[^"]+\.css)"')
_SCRIPT = re.compile(rb'<script\b[^>]*\bsrc="(/[^"]+\.js)"')
_PICTURE = re.compile(rb'<(?:link|img)\b[^>]*\b(?:href|src)="(/[^"]+\.(?:svg|png|ico|webp|jpg))"')
_FONT = re.compile(rb"@font-face|\.woff2?")


def measure(port: int) -> list[Row]:
    """Weigh the front page, the longest stage, the map and the heaviest page, and what the front page brings with it."""
    pages = all_pages(port)
    heaviest = max(pages, key=lambda path: _gzip(pages[path].body))
    named = {"home": "/", "longest stage page": longest_stage(pages), "map": _the_map(pages), "heaviest page": heaviest}
    rows = [_page(name, path, pages) for name, path in named.items()]
    home = pages["/"].body
    styles, scripts, pictures = (_all_of(port, kind.findall(home)) for kind in (_STYLE, _SCRIPT, _PICTURE))
    rows.append(_row("CSS of a page", [styles], GOAL_CSS))
    rows.append(_row("JavaScript of a page", [scripts], GOAL_JS))
    rows.append(_row("First view of home, all of it", [home, styles, scripts, pictures], GOAL_FIRST_VIEW))
    fonts = len(_FONT.findall(styles + home))
    rows.append(Row("Web fonts", str(fonts), "0", fonts == 0))
    over = [path for path, page in pages.items() if _gzip(page.body) > GOAL_HTML]
    rows.append(Row("Public pages over the goal for HTML", f"{len(over)} of {len(pages)}", "0", not over, ", ".join(over[:4])))
    return rows


def _page(name: str, path: str | None, pages: dict[str, Fetched]) -> Row:
    figure = f"HTML of the {name}"
    return Row(figure, "not there yet") if path is None else _row(figure, [pages[path].body], GOAL_HTML, path)


def _the_map(pages: dict[str, Fetched]) -> str | None:
    return max((path for path in pages if re.fullmatch(r"/[a-z-]+/map/", path)), key=lambda path: len(pages[path].body), default=None)


def _row(figure: str, parts: list[bytes], goal: int, note: str = "") -> Row:
    raw, size = sum(map(len, parts)), sum(map(_gzip, parts))
    brotli = sum(map(_brotli, parts))
    measured = f"{size / 1e3:.1f} kB gzip" + (f", {brotli / 1e3:.1f} brotli" if brotli else "") + f", {raw / 1e3:.1f} raw"
    return Row(figure, measured, f"<= {goal / 1e3:.0f} kB", size <= goal, note)


def _all_of(port: int, paths: list[bytes]) -> bytes:
    return b"".join(fetch(port, path.decode()).body for path in dict.fromkeys(paths))


def _gzip(body: bytes) -> int:
    return len(gzip.compress(body, 9)) if body else 0


def _brotli(body: bytes) -> int:
    """0 where brotli is not installed (it is one of the peers)."""
    if not body or not PYTHON.exists():
        return 0
    program = "import brotli, sys; print(len(brotli.compress(sys.stdin.buffer.read())))"
    done = subprocess.run([PYTHON, "-c", program], input=body, capture_output=True, check=False)
    return int(done.stdout) if not done.returncode else 0
