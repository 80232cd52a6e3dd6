"""A small closed-loop client: some lines kept open, each asks again once it has its answer. Run as a process of its own.

Usage: python -m bench.client PORT PATH COUNT LINES. Prints requests a second and milliseconds (p50, p99) as JSON.
"""

import http.client
import json
import statistics
import sys
import threading
import time


def drive(port: int, path: str, count: int, lines: int) -> dict[str, float]:
    """Ask `count` times over so many lines."""
    took: list[float] = []
    wrong: list[int] = []

    def one_line() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for _ in range(count // lines):
            started = time.perf_counter()
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            took.append(time.perf_counter() - started)
            if answer.status != 200:
                wrong.append(answer.status)

    threads = [threading.Thread(target=one_line) for _ in range(lines)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - started
    took.sort()
    return {
        "requests": len(took), "wrong": len(wrong), "per_second": len(took) / seconds,
        "p50_ms": statistics.median(took) * 1e3, "p99_ms": took[int(len(took) * 0.99)] * 1e3,
    }


if __name__ == "__main__":
    print(json.dumps(drive(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
