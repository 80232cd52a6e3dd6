"""A change to one text file in the form that `git apply` takes."""

import difflib

_NO_END = "\\ No newline at end of file\n"


def diff_of(file: str, before: str, after: str) -> str:
    """Give the unified diff of one file, "" where nothing changed; `file` is its path from the root of the repository."""
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{file}", f"b/{file}")
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_END}" for line in lines)


def _lines(text: str) -> list[str]:
    """Cut at line feeds alone: other signs end a line for Python and not for git."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([text.rpartition("\n")[2]] if not text.endswith("\n") else [])
