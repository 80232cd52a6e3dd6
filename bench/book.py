"""How long the guide takes as a book: the whole command, with all three files, in a folder of its own."""

import os
import subprocess
import sys
import time

from bench.row import Row
from bench.served import empty_folder

GOAL_SECONDS = 20.0
_START = "import sys; from handrail.commands import main; sys.exit(main(['book', '-o', sys.argv[1]]))"


def measure() -> list[Row]:
    """Make the book once; it takes seconds, and a second run would tell no more."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HANDRAIL_")}
    with empty_folder() as folder:
        target = folder / "book"
        started = time.perf_counter()
        command = [sys.executable, "-c", _START, str(target)]
        told = subprocess.run(command, env={**kept, "HANDRAIL_DATA": f"{folder}/data"}, check=True, capture_output=True, text=True).stdout
        took = time.perf_counter() - started
        sizes = ", ".join(f"{file.suffix[1:]} {file.stat().st_size / 1e6:.1f} MB" for file in sorted(target.iterdir()))
    note = f"{sizes}; {told.splitlines()[-1]}"
    return [Row("The guide as a book: PDF, EPUB and one HTML page", f"{took:.1f} s", f"< {GOAL_SECONDS:.0f} s", took < GOAL_SECONDS, note)]
