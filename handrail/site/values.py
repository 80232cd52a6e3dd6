"""Read one setting's text into a value, or say in a few words what was found that cannot be used.

A reader takes the text of a variable and raises ValueError with the words that follow "found". A secret is never
repeated in them.
"""

import ipaddress
import os
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

Reader = Callable[[str], object]

CHECKOUT = Path(__file__).resolve().parents[2]

_HOST_NAME = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$")
_MAIL_ADDRESS = re.compile(r"(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$")
_SECRET_CHARACTERS = 50  # what `manage.py check --deploy` asks for too


def one_of(*allowed: str) -> Reader:
    """Make a reader of a word out of a few."""

    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(repr(text))
        return text

    return read


def number(least: int, most: int) -> Reader:
    """Make a reader of a whole number between two others, both included."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise ValueError(repr(text))
        return int(text)

    return read


def default_data_folder() -> Path:
    """Say where a family's data is kept when nobody chose: where the computer keeps data of programs."""
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".local" / "share") / "handrail"


def data_folder(text: str) -> Path:
    """Read the data folder: it must lie outside the checkout, so that nobody publishes a family with the code."""
    path = absolute_path(text)
    if path.is_relative_to(CHECKOUT):
        raise ValueError(f"{text!r}, which is inside the checkout")
    if path.exists() and not path.is_dir():
        raise ValueError(f"{text!r}, which is no folder")
    return path


def content_folder(text: str) -> Path:
    """Read the folder of the content: it must have limits and a map."""
    path = absolute_path(text)
    if not (path / "limits").is_dir() or not (path / "map").is_dir():
        raise ValueError(f"{text!r}, which has no limits/ or no map/")
    return path


def existing_file(text: str) -> Path:
    """Read the path of a file that is there."""
    path = absolute_path(text)
    if not path.is_file():
        raise ValueError(f"{text!r}, which is no file")
    return path


def secret(text: str) -> str:
    """Read a secret key. Its text is never shown again."""
    if len(text) < _SECRET_CHARACTERS:
        raise ValueError(f"a key of {len(text)} characters")
    return text


def host_names(text: str) -> tuple[str, ...]:
    """Read names of hosts with commas between."""
    names = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    for name in names:
        if not _HOST_NAME.match(name):
            raise ValueError(repr(name))
    if not names:
        raise ValueError(repr(text))
    return names


def ip_address(text: str) -> str:
    """Read an IP address to listen on."""
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        raise ValueError(repr(text)) from None


def https_address(text: str) -> str:
    """Read an https address (http on this computer itself) that carries no query and no part after #."""
    parts = urlsplit(text)
    is_sure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname == "127.0.0.1")
    if not is_sure or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(repr(text))
    return text


def mail_address(text: str) -> str:
    """Read one plain mail address."""
    if not _MAIL_ADDRESS.match(text):
        raise ValueError(repr(text))
    return text


def host_and_port(text: str) -> tuple[str, int]:
    """Read the name of a host and a port with a colon between."""
    host, _, port = text.rpartition(":")
    if not _HOST_NAME.match(host.lower()) or not port.isascii() or not port.isdigit() or not 1 <= int(port) <= 65_535:
        raise ValueError(repr(text))
    return host.lower(), int(port)


def one_word(text: str) -> str:
    """Read a text without spaces."""
    if text.split() != [text] or not text.isprintable():
        raise ValueError(repr(text))
    return text


def absolute_path(text: str) -> Path:
    """Read a path that begins at the root."""
    if not text.startswith("/"):
        raise ValueError(f"{text!r}, which is no absolute path")
    return Path(text).resolve()
