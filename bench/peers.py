"""What other engines take for twelve limits of one case. They run in .venv-bench, which `python -m bench.peers` makes.

Each gets the dates ready made: neither counts working days nor finds what met a limit. So their figure is for less
work than ours. Where they cannot be installed, the table says so.
"""

import json
import subprocess
import sys
import venv
from pathlib import Path

from bench.row import Row

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv-bench"
PYTHON = VENV / "bin" / "python"
PROGRAMS = {"business-rules": "business_rules_twelve.py", "SpiffWorkflow": "spiff_twelve.py"}


def peer_rows() -> list[Row]:
    """One row for each peer."""
    return [_row(name, program) for name, program in PROGRAMS.items()]


def _row(name: str, program: str) -> Row:
    figure = f"  ... {name}: twelve limits alone"
    if not PYTHON.exists():
        return Row(figure, "not installed", note="python -m bench.peers")
    done = subprocess.run([PYTHON, ROOT / "bench" / "peer_programs" / program], capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        return Row(figure, "not measured", note=done.stderr.strip().splitlines()[-1][:80] if done.stderr.strip() else "it stopped")
    found = json.loads(done.stdout)
    return Row(figure, f"p50 {found['p50_us']:,.0f} µs, p99 {found['p99_us']:,.0f} µs (CPU {found['cpu_p50_us']:,.0f})", note=found["version"])


def install() -> int:
    """Make .venv-bench from the lock file; one line and status 0 also where that cannot be done."""
    lock = ROOT / "requirements" / "bench.lock"
    if PYTHON.exists() and (VENV / "ready").exists() and (VENV / "ready").read_text() == lock.read_text():
        return 0
    venv.create(VENV, with_pip=True, clear=True)
    (VENV / ".gitignore").write_text("*\n")
    uv = Path(sys.executable).parent / "uv"
    if uv.exists():
        installer = [str(uv), "pip", "install", "--quiet", "--python", str(PYTHON)]
    else:
        installer = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*installer, "--require-hashes", "-r", str(lock)], capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"bench: the peers were not installed: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else done.returncode}", file=sys.stderr)
        PYTHON.unlink()
        return 0
    (VENV / "ready").write_text(lock.read_text())
    return 0


if __name__ == "__main__":
    sys.exit(install())
