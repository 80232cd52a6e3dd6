"""One line of the table, and how times are taken.

Wall time is what people feel; CPU time is what to trust where other programs share the machine. A figure is a median
of several runs, so both are kept.
"""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """One figure. `met` is None where there is no goal, or where nothing could be measured (`note` says why)."""

    figure: str
    measured: str
    goal: str = ""
    met: bool | None = None
    note: str = ""


class Times(NamedTuple):
    """Seconds: the middle and the 99th of a hundred by the wall, the same by CPU."""

    p50: float
    p99: float
    cpu_p50: float
    cpu_p99: float


def times_of(calls: Sequence[Callable[[], object]], rounds: int) -> Times:
    """Call each of these, one after the other, so many rounds; one round before that is not counted."""
    for call in calls:
        call()
    wall, cpu = [], []
    for _ in range(rounds):
        for call in calls:
            cpu_started, started = time.thread_time_ns(), time.perf_counter_ns()
            call()
            wall.append(time.perf_counter_ns() - started)
            cpu.append(time.thread_time_ns() - cpu_started)
    return Times(middle(wall) / 1e9, hundredth(wall) / 1e9, middle(cpu) / 1e9, hundredth(cpu) / 1e9)


def middle(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def hundredth(values: Sequence[float]) -> float:
    """The value that one of a hundred is above."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]


def process_times(command: Sequence[str], runs: int) -> tuple[float, float]:
    """Median wall and CPU seconds of a whole process, from start to end."""
    wall, cpu = [], []
    for _ in range(runs + 1):
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall.append(time.perf_counter() - started)
        cpu.append(usage.ru_utime + usage.ru_stime)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{' '.join(command)}: exit status {process.returncode}")
    return middle(wall[1:]), middle(cpu[1:])


def microseconds(times: Times) -> str:
    """As it stands in the table: wall, and CPU in brackets."""
    return f"p50 {times.p50 * 1e6:,.0f} µs, p99 {times.p99 * 1e6:,.0f} µs (CPU {times.cpu_p50 * 1e6:,.0f}, {times.cpu_p99 * 1e6:,.0f})"


def milliseconds(wall: float, cpu: float) -> str:
    """As it stands in the table: wall, and CPU in brackets."""
    return f"{wall * 1e3:,.1f} ms (CPU {cpu * 1e3:,.1f})"
