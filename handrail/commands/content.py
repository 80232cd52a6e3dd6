"""`handrail content check` holds content/ to its format; `handrail content compile` makes the quick form of it."""

import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from handrail.commands._shared import Words
from handrail.engine.check.rules import check_content
from handrail.engine.compiled import compiled_path
from handrail.engine.errors import BadContent, shown
from handrail.engine.loader import content_dir, load_map
from handrail.engine.words.store import open_words

_FAILED = 1


def run(args: list[str]) -> int:
    """Run one of the two; 0 where all is well, 1 where the check found something.

    Raises:
        BadContent: there is no such folder, or it holds what cannot be compiled.
    """
    asked = _parser().parse_args(args)
    folder = Path(asked.content) if asked.content else content_dir()
    if not folder.is_dir():
        raise BadContent(f"--content: found no folder {shown(str(folder))}. Allowed: a folder of the form of content/.")
    return _check(folder, asked.only) if asked.what == "check" else _compile(folder)


def _check(folder: Path, only: str | None) -> int:
    started = time.perf_counter()
    findings = check_content(folder, datetime.now(ZoneInfo("Europe/London")).date())
    findings = [finding for finding in findings if not only or only in finding.file]
    errors = [finding for finding in findings if not finding.is_warning]
    for finding in findings:
        print(finding)
    warnings, took = len(findings) - len(errors), time.perf_counter() - started
    print(f"{len(errors)} to put right, {warnings} to think about ({took:.1f} s)")
    return _FAILED if errors else 0


def _compile(folder: Path) -> int:
    load_map(folder=folder)
    words = open_words(folder)
    for name in ("rules", "words"):
        path = compiled_path(name, folder)
        print(f"{path}: {path.stat().st_size:,} bytes" if path.is_file() else f"{path}: cannot be written here")
    print(f"{len(words.items)} items")
    return 0


def _parser() -> Words:
    parser = Words("handrail content", "Check or compile content/.")
    parser.add_argument("what", choices=("check", "compile"))
    parser.add_argument("--content", help="another content folder than the project's own")
    parser.add_argument("--only", help="show only findings in files whose name holds this text")
    return parser
