"""Every public page, found by following the site's own links; kept for all measures of one run."""

import http.client
import re
from collections import deque
from functools import cache

from bench.served import Fetched, fetch

MOST_PAGES = 2_000
_LINK = re.compile(rb'<a\b[^>]*\bhref="(/[^"#?]*)')
_NOT_PAGES = ("/leave", "/static/")


@cache
def all_pages(port: int) -> dict[str, Fetched]:
    """Fetch every page that links lead to from the front, each once."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    pages: dict[str, Fetched] = {}
    waiting, seen = deque(["/"]), {"/"}
    while waiting and len(pages) < MOST_PAGES:
        path = waiting.popleft()
        page = fetch(port, path, line)
        if page.status != 200 or not page.type.startswith("text/html"):
            continue
        pages[path] = page
        for link in sorted({found.decode() for found in _LINK.findall(page.body)} - seen):
            seen.add(link)
            if not link.startswith(_NOT_PAGES):
                waiting.append(link)
    return pages


def longest_stage(pages: dict[str, Fetched]) -> str | None:
    """The address of the longest page of a stage; None while there is none."""
    stages = [path for path in pages if re.fullmatch(r"/[a-z-]+/stages/[^/]+/", path)]
    return max(stages, key=lambda path: len(pages[path].body), default=None)
