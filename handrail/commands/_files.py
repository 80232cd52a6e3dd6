"""Writing files that somebody asked for: whole or not at all, and a clear word where they cannot be written."""

import os
import tempfile
from pathlib import Path

from handrail.engine.errors import HandrailError, shown


class CannotWrite(HandrailError):
    """A file or folder cannot be written where it was asked for."""


def file_to_write(option: str, text: str) -> Path:
    """Take the name of a file to write.

    Raises:
        CannotWrite: it is a folder, or stands in none.
    """
    target = Path(text)
    if target.is_dir() or not target.parent.is_dir():
        raise _refusal(option, target, "it is a folder" if target.is_dir() else "there is no such folder")
    return target


def write_whole(option: str, target: Path, content: bytes) -> None:
    """Write beside the target and put it in its place in one step: nobody finds half a file.

    Raises:
        CannotWrite: the folder may not be written to, or is full; what stood there before still does.
    """
    try:
        handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    except OSError as error:
        raise _refusal(option, target, error.strerror) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(scratch).chmod(0o644)
        Path(scratch).replace(target)
    except OSError as error:
        Path(scratch).unlink(missing_ok=True)
        raise _refusal(option, target, error.strerror) from None


def _refusal(option: str, target: Path, why: str | None) -> CannotWrite:
    return CannotWrite(f"{option}: {shown(str(target))} cannot be written ({why}). Allowed: a file in a folder of yours.")
