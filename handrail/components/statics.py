"""Static files under names that hold a digest of their content, so that a browser may keep them for ever.

`address("look.css")` is `/static/look.3fa2c19b77de.css`. The files are copied out once at start, with a compressed
copy beside each, into a folder that whitenoise serves; nothing has to be collected by hand.
"""

import gzip
import hashlib
import os
import re
from functools import lru_cache
from pathlib import Path

from django.apps import apps
from django.conf import settings

_DIGEST = re.compile(r"\.[0-9a-f]{12}\.[a-z]+$")


class UnknownStaticFile(Exception):
    """A template names a static file that no room has."""


def address(name: str) -> str:
    """Give the address of a static file.

    Raises:
        UnknownStaticFile: no room has a file of this name.
    """
    try:
        return f"{settings.STATIC_URL}{_named()[name][0]}"
    except KeyError:
        raise UnknownStaticFile(f"no static file {name!r}; there are: {', '.join(sorted(_named()))}") from None


def file_at(served: str) -> Path:
    """Give the file behind an address that `address` gave.

    Raises:
        UnknownStaticFile: no file has this address.
    """
    for digested, path in _named().values():
        if served == f"{settings.STATIC_URL}{digested}":
            return path
    raise UnknownStaticFile(f"nothing is served at {served!r}")


def write_out(folder: Path) -> str:
    """Copy every static file, plain and compressed, into a folder, and give its path. Files of an older site go."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {}
    for digested, path in _named().values():
        content = path.read_bytes()
        wanted[digested] = content
        wanted[f"{digested}.gz"] = gzip.compress(content, 9, mtime=0)
    for name, content in wanted.items():
        _write(folder / name, content)
    for old in folder.iterdir():
        if old.name not in wanted and not old.name.startswith("."):
            old.unlink(missing_ok=True)
    return str(folder)


def is_immutable(path: str, url: str) -> bool:
    """Say whether a name holds a digest, so that its content can never change."""
    return bool(_DIGEST.search(url))


@lru_cache(maxsize=1)
def _named() -> dict[str, tuple[str, Path]]:
    """Map each name to its name with a digest, and to where it lies."""
    found = {}
    for room in apps.get_app_configs():
        for path in sorted((Path(room.path) / "static").glob("*.*")):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
            found[path.name] = f"{path.stem}.{digest}{path.suffix}", path
    return found


def _write(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all: two workers may start at once."""
    if path.exists() and path.read_bytes() == content:
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)
