"""Keep what was read from content/ in one quick file, so that YAML and Markdown are read once and not at each start.

The file is only ever a copy: it is made again when a name, size or time of change of any content file or engine
module differs, when it is damaged, or when it is missing. Where it cannot be written, everything still works.
marshal loads our data in about half the time of JSON; it is tied to the Python that wrote it, so that is in the
fingerprint too. Whoever may write this file may as well write the program: keep the folder as safe as the code.
"""

import hashlib
import marshal
import os
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_MARK = b"handrail-compiled-1\n"
_DIGEST_BYTES = 20
_CHECK_BYTES = 4
_ENGINE = Path(__file__).parent


def load_compiled(name: str, content_dir: Path, build: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Give what `build` makes of the content, from the compiled file where that is still true.

    Args:
        name: what is compiled, a plain word (`rules`, `words`): part of the file's name.
        content_dir: the folder whose files decide whether the compiled file is still true.
        build: makes the value from the content. Plain dicts, lists, strings, numbers, booleans and None only.

    Returns:
        The value, always equal to what `build` would give now.
    """
    path = compiled_path(name, content_dir)
    fingerprint = fingerprint_of(content_dir)
    kept = _read(path, fingerprint)
    if kept is not None:
        return kept
    value = build()
    _write(path, fingerprint, value)
    return value


def compiled_path(name: str, content_dir: Path) -> Path:
    """Say where the compiled file of this name and this content folder is kept."""
    folder = os.environ.get("HANDRAIL_BUILD")
    content = os.path.abspath(content_dir)
    build_dir = Path(folder) if folder else Path(content).parent / ".build"
    return build_dir / f"{name}-{hashlib.blake2b(content.encode(), digest_size=4).hexdigest()}.bin"


def fingerprint_of(content_dir: Path) -> bytes:
    """Sum up names, sizes and times of change of the content and of the engine, and the Python that runs."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=_DIGEST_BYTES)
    for root, ending in ((os.fspath(content_dir), ""), (os.fspath(_ENGINE), ".py")):
        for line in sorted(_files(root, ending)):
            digest.update(line.encode("utf-8", "surrogatepass"))
    return digest.digest()


def _files(folder: str, ending: str) -> Iterator[str]:
    """Yield one line for each file that counts, hidden files left out."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "__pycache__")):
                continue
            if entry.is_dir():
                yield from _files(entry.path, ending)
            elif entry.name.endswith(ending):
                about = entry.stat()
                yield f"{entry.path}\0{about.st_size}\0{about.st_mtime_ns}\n"


def _read(path: Path, fingerprint: bytes) -> dict[str, Any] | None:
    """Read the compiled file, or give None where it is missing, out of date or damaged."""
    head = _MARK + fingerprint
    try:
        with path.open("rb") as file:
            if file.read(len(head)) != head:
                return None
            check, body = file.read(_CHECK_BYTES), file.read()
        if zlib.crc32(body).to_bytes(_CHECK_BYTES, "big") != check:
            return None
        value = marshal.loads(body)  # noqa: S302 (our own file, as safe as the code beside it)
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return value if isinstance(value, dict) else None


def _sharing(value: Any, met: dict[Any, Any]) -> Any:
    """The same value in which equal texts, and equal small mappings such as a source, are one object.

    marshal keeps that, and what is loaded takes a third less memory. Nobody changes what was loaded.
    """
    if isinstance(value, str):
        return met.setdefault(value, value)
    if isinstance(value, dict):
        made = {_sharing(key, met): _sharing(part, met) for key, part in value.items()}
        is_plain = all(isinstance(part, str) for part in made.values())
        return met.setdefault((dict, *made.items()), made) if is_plain else made
    if isinstance(value, (list, tuple)):
        parts = type(value)(_sharing(part, met) for part in value)
        return met.setdefault((list, *map(id, parts)), parts) if isinstance(parts, list) and parts and not _has_numbers(parts) else parts
    return value


def _has_numbers(parts: list[Any]) -> bool:
    return any(isinstance(part, (int, float)) for part in parts)


def _write(path: Path, fingerprint: bytes, value: dict[str, Any]) -> None:
    """Write beside the old file, then put it in its place in one step. A folder that refuses is no error."""
    body = marshal.dumps(_sharing(value, {}))
    check = zlib.crc32(body).to_bytes(_CHECK_BYTES, "big")
    scratch = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        with os.fdopen(handle, "wb") as file:
            file.write(_MARK + fingerprint + check + body)
        os.chmod(scratch, 0o644)
        os.replace(scratch, path)
    except OSError:
        if scratch and os.path.exists(scratch):
            os.unlink(scratch)
