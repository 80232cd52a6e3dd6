"""What the run-time set weighs once installed: the files that its distributions list, bytecode left out, as `du` counts."""

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from bench.row import Row

ROOT = Path(__file__).resolve().parents[1]
GOAL_MB, GOAL_DIRECT = 150, 15
_BLOCK = 512
_NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", re.MULTILINE)


def measure() -> list[Row]:
    """Add up the run-time distributions, and count what is asked for directly."""
    sizes = {name: size for name in _NAME.findall((ROOT / "requirements" / "run.lock").read_text()) if (size := _bytes_of(name))}
    total = sum(sizes.values()) / 1e6
    largest = ", ".join(f"{name} {size / 1e6:.0f}" for name, size in sorted(sizes.items(), key=lambda pair: -pair[1])[:3])
    lines = (ROOT / "requirements" / "run.in").read_text().splitlines()
    direct = sum(1 for line in lines if line.strip() and not line.startswith("#"))
    return [
        Row("Home install, site-packages without bytecode", f"{total:,.0f} MB", f"< {GOAL_MB} MB", total < GOAL_MB,
            f"{len(sizes)} distributions; MB: {largest}"),
        Row("Direct requirements", str(direct), f"<= {GOAL_DIRECT}", direct <= GOAL_DIRECT),
    ]


def _bytes_of(name: str) -> int:
    """Bytes on disk; 0 for one that this kind of machine does not need."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return 0
    files = [Path(str(found.locate_file(file))) for file in found.files or () if file.suffix != ".pyc"]
    return sum(path.stat().st_blocks * _BLOCK for path in files if path.is_file())
