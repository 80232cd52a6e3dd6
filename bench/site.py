"""What the site costs: pages for each second of server CPU, time to its first answer, memory of two workers."""

import json
import subprocess
import sys

from bench.crawl import all_pages, longest_stage
from bench.row import Row, middle
from bench.served import WORKERS, Site, cpu_seconds, family_of, resident_mb, running_site

GOAL_PAGES, GOAL_START, GOAL_MB = 1_200, 1.5, 200
REQUESTS, LINES, RUNS, WARM_UP = 1_600, 8, 5, 400


def measure(site: Site) -> list[Row]:
    """Drive the longest stage page; read memory after that; start the site again for its time to the first answer."""
    path = longest_stage(all_pages(site.port)) or "/"
    pids = family_of(site.pid)
    rows = [_throughput(site, path, pids)]
    starts = [site.started_in]
    for _ in range(2):
        with running_site() as again:
            starts.append(again.started_in)
    rows.append(Row("Site: start to first answer", f"{middle(starts):.2f} s", f"< {GOAL_START} s", middle(starts) < GOAL_START, f"median of {len(starts)}"))
    rss, pss = resident_mb(pids)
    rows.append(Row(f"Site: memory, {WORKERS} workers", f"{rss:,.0f} MB resident", f"< {GOAL_MB} MB", rss < GOAL_MB,
                    f"{len(pids)} processes added up; {pss:,.0f} MB with shared pages shared out"))
    return rows


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
