"""The real site, started as `make run` starts it, with two workers and a data folder of its own; and what it costs.

Costs are read from /proc for the started process and all its children, so other programs on the machine do not count.
"""

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

WORKERS = 2
_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE_SECONDS = 30


class Site(NamedTuple):
    """A running site."""

    port: int
    pid: int
    started_in: float
    """Seconds from the start of the process to its first answer."""
    folder: Path
    """Its data and its compiled content."""


class Fetched(NamedTuple):
    """An answer, uncompressed."""

    status: int
    type: str
    body: bytes


@contextmanager
def empty_folder() -> Iterator[Path]:
    """A folder for a site's data and compiled content, gone at the end. With both new, a start is a very first one."""
    with tempfile.TemporaryDirectory(prefix="handrail-bench-") as folder:
        yield Path(folder)


@contextmanager
def running_site(folder: Path) -> Iterator[Site]:
    """Start the site on a free port; stop it at the end. What it makes stays in the folder for its next start."""
    port = _free_port()
    own = {"HANDRAIL_PORT": str(port), "HANDRAIL_WORKERS": str(WORKERS), "HANDRAIL_DATA": f"{folder}/data", "HANDRAIL_BUILD": f"{folder}/build"}
    command = [str(Path(sys.executable).parent / "handrail"), "serve"]
    started = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **own}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        _wait_for_answer(port, process)
        yield Site(port, process.pid, time.perf_counter() - started, folder)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def fetch(port: int, path: str, connection: http.client.HTTPConnection | None = None) -> Fetched:
    """Ask for one address."""
    line = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_SECONDS)
    line.request("GET", path, headers={"Accept-Encoding": "identity"})
    answer = line.getresponse()
    return Fetched(answer.status, answer.getheader("content-type", ""), answer.read())


def family_of(pid: int) -> list[int]:
    """A process and everything it started that still runs."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        if (stat := _stat(int(entry.name))) is not None:
            children.setdefault(int(stat[1]), []).append(int(entry.name))
    found, at = [pid], 0
    while at < len(found):
        found += children.get(found[at], [])
        at += 1
    return found


def cpu_seconds(pids: list[int]) -> float:
    """User and system time that these processes have used so far."""
    return sum(int(stat[11]) + int(stat[12]) for pid in pids if (stat := _stat(pid)) is not None) / _TICKS


def resident_mb(pids: list[int]) -> tuple[float, float]:
    """Resident memory of these processes: added up, and with shared pages shared out (PSS)."""
    rss = pss = 0
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Rss:"):
                rss += int(line.split()[1])
            elif line.startswith("Pss:"):
                pss += int(line.split()[1])
    return rss * 1024 / 1e6, pss * 1024 / 1e6


def _stat(pid: int) -> list[str] | None:
    """The fields of /proc/PID/stat after the name; None where it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None


def _wait_for_answer(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.perf_counter() + _PATIENCE_SECONDS
    while time.perf_counter() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the site stopped with status {process.returncode}")
        try:
            if fetch(port, "/").status:
                return
        except OSError:
            time.sleep(0.005)
    raise RuntimeError(f"the site gave no answer in {_PATIENCE_SECONDS} seconds")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
