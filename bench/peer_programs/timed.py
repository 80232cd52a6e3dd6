"""Time one call, in the peers' own environment: nothing of Handrail is imported here."""

import json
import statistics
import time
from collections.abc import Callable
from importlib.metadata import version

TODAY = 739_000
TWELVE = tuple((TODAY + 7 * n - 40, None if n % 3 == 0 else TODAY + 7 * n - 45 + n, TODAY - 5 if n == 9 else None) for n in range(12))
"""Due day, the day it was met (or None) and the day it was cancelled (or None) of twelve limits."""


def report(package: str, call: Callable[[], object], rounds: int) -> None:
    """Call it so many times and print the middle and the 99th of a hundred as JSON."""
    call()
    wall, cpu = [], []
    for _ in range(rounds):
        cpu_started, started = time.thread_time_ns(), time.perf_counter_ns()
        call()
        wall.append((time.perf_counter_ns() - started) / 1e3)
        cpu.append((time.thread_time_ns() - cpu_started) / 1e3)
    wall.sort()
    print(json.dumps({
        "p50_us": statistics.median(wall), "p99_us": wall[int(len(wall) * 0.99)], "cpu_p50_us": statistics.median(cpu),
        "version": f"{package} {version(package)}",
    }))
