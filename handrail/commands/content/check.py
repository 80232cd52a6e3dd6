"""Holds content/ to its format: `handrail content check`. 0 where all is well, 1 where it found something."""

import time

from handrail.commands._shared import Words
from handrail.commands.content._folder import add_folder, folder_asked
from handrail.components.clock import today
from handrail.engine.check.rules import check_content

_FAILED = 1


def run(args: list[str]) -> int:
    """Run the check."""
    parser = Words("handrail content check", "Check content/.")
    add_folder(parser)
    parser.add_argument("--only", help="show only findings in files whose name holds this text")
    asked = parser.parse_args(args)
    folder, started = folder_asked(asked), time.perf_counter()
    findings = [finding for finding in check_content(folder, today()) if not asked.only or asked.only in finding.file]
    errors = [finding for finding in findings if not finding.is_warning]
    for finding in findings:
        print(finding)
    warnings, took = len(findings) - len(errors), time.perf_counter() - started
    print(f"{len(errors)} to put right, {warnings} to think about ({took:.1f} s)")
    return _FAILED if errors else 0
