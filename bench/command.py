"""The command as a whole process: Python's own start, the content, one date with its working, the print."""

import sys
from pathlib import Path

from bench.row import Row, milliseconds, process_times

GOAL = 0.150
RUNS = 15


def measure() -> list[Row]:
    """Time `handrail due` from start to end, and beside it a Python that does nothing."""
    handrail = Path(sys.executable).parent / "handrail"
    wall, cpu = process_times([str(handrail), "due", "icpc-15wd", "--nation", "england", "--from", "2025-08-12"], RUNS)
    bare, bare_cpu = process_times([sys.executable, "-c", "pass"], RUNS)
    return [
        Row("handrail due, the whole process", milliseconds(wall, cpu), f"< {GOAL * 1e3:.0f} ms", wall < GOAL),
        Row("  ... python -c pass", milliseconds(bare, bare_cpu)),
    ]
