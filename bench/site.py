"""What the site costs: pages for each second of server CPU, time to its first answer, memory of two workers."""

import http.client
import json
import subprocess
import sys
import urllib.parse

from bench.crawl import all_pages, longest_stage
from bench.row import Row, middle
from bench.served import WORKERS, Site, cpu_seconds, family_of, resident_mb, running_site

GOAL_PAGES, GOAL_START, GOAL_MB = 1_200, 1.5, 200
REQUESTS, LINES, RUNS, WARM_UP = 1_600, 8, 5, 400
STARTS = 5
FORMS = (
    ("/england/where-am-i/", {"go": "demonstration"}),
    ("/england/calculator/", {"go": "find", "at": "pick", "query": "conference"}),
    ("/search/", {"words": "secton 47 enquiry"}),
)


def measure(site: Site) -> list[Row]:
    """Drive the longest stage page; fill every form and read memory after that; start the site again and again."""
    path = longest_stage(all_pages(site.port)) or "/"
    pids = family_of(site.pid)
    return [_throughput(site, path, pids), _memory(site, pids), *_starts(site)]


def _memory(site: Site, pids: list[int]) -> Row:
    """Memory once both workers have made pages and answered every form."""
    for _ in range(10):
        for path, fields in FORMS:
            _send(site.port, path, fields)
    rss, pss = resident_mb(pids)
    note = f"{len(pids)} processes added up, every page and form used; {pss:,.0f} MB with shared pages shared out"
    return Row(f"Site: memory, {WORKERS} workers", f"{rss:,.0f} MB resident", f"< {GOAL_MB} MB", rss < GOAL_MB, note)


def _starts(site: Site) -> list[Row]:
    """The very first start, which compiles the content and makes the database; and the starts after it."""
    later = []
    for _ in range(STARTS):
        with running_site(site.folder) as again:
            later.append(again.started_in)
    found = middle(later)
    return [
        Row("Site: start to first answer", f"{found:.2f} s", f"< {GOAL_START} s", found < GOAL_START, f"median of {STARTS}, slowest {max(later):.2f} s"),
        Row("Site: very first start", f"{site.started_in:.2f} s", note="once: compiles the content from YAML, makes the database and the key"),
    ]


def _send(port: int, path: str, fields: dict[str, str]) -> None:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    line.request("POST", path, urllib.parse.urlencode(fields), {"Content-Type": "application/x-www-form-urlencoded"})
    answer = line.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"a form at {path} was answered with {answer.status}")


def _throughput(site: Site, path: str, pids: list[int]) -> Row:
    figure = "Site: uncached pages for each server CPU-second"
    _drive(site.port, path, WARM_UP)
    per_cpu, last = [], {}
    for _ in range(RUNS):
        before = cpu_seconds(pids)
        last = _drive(site.port, path, REQUESTS)
        if last["wrong"]:
            return Row(figure, "not measured", f">= {GOAL_PAGES:,}", None, f"{last['wrong']:.0f} answers were not 200")
        per_cpu.append(last["requests"] / (cpu_seconds(pids) - before))
    found = middle(per_cpu)
    note = f"{path}; {last['per_second']:,.0f} a second with the client on the same cores, p50 {last['p50_ms']:.1f} ms, p99 {last['p99_ms']:.1f} ms"
    return Row(figure, f"{found:,.0f}", f">= {GOAL_PAGES:,}", found >= GOAL_PAGES, note)


def _drive(port: int, path: str, count: int) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-m", "bench.client", str(port), path, str(count), str(LINES)], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found
