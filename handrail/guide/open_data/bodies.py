"""The bytes of each answer, with a strong ETag for each form in which they go out. Made when first asked; lists are kept, items are quick."""

import hashlib
import zlib
from functools import cache, cached_property, lru_cache
from typing import Any

from handrail.guide.open_data import ROOT
from handrail.guide.open_data.answers import DOWNLOAD, NotThere, answer_at, head
from handrail.guide.open_data.archive import Archive, archive_of
from handrail.guide.open_data.plain import json_bytes
from handrail.guide.open_data.shelf import Shelf
from handrail.guide.pages.library import library

_MOST_KEPT = 256  # all lists, schemas, sources and calendars of a map have room
_DEEPEST_KEPT = 2  # an item of a nation is one level below its list: there are many, and each is made in less than a millisecond
_WORTH_PACKING_BYTES = 1_000


class Body:
    """One answer: its bytes, and the same compressed. The two are different bytes, so each has an ETag of its own."""

    def __init__(self, plain: bytes, media_type: str) -> None:
        self.plain, self.media_type = plain, media_type
        self._digest = hashlib.sha256(plain).hexdigest()[:32]

    @cached_property
    def packed(self) -> bytes:
        """The bytes in gzip's form."""
        packer = zlib.compressobj(level=6, wbits=31)
        return packer.compress(self.plain) + packer.flush()

    @property
    def is_worth_packing(self) -> bool:
        """Is it large enough, and not packed by itself?"""
        return len(self.plain) > _WORTH_PACKING_BYTES and self.media_type != "application/zip"

    def etag(self, is_packed: bool) -> str:
        """Give the strong ETag of one of the two forms."""
        return f'"{self._digest}-gzip"' if is_packed else f'"{self._digest}"'


@cache
def shelf() -> Shelf:
    """The open items of this process."""
    return Shelf(library())


@cache
def archive() -> Archive:
    """The file to download: made once for this process, when somebody first asks."""
    return archive_of(shelf())


def body_at(address: str) -> Body:
    """Give the answer at an address.

    Raises:
        NotThere: nothing stands there.
        Moved: it stands elsewhere now.
    """
    return kept_body(address) if address.removeprefix(ROOT).count("/") <= _DEEPEST_KEPT else _made(address)


@lru_cache(maxsize=_MOST_KEPT)
def kept_body(address: str) -> Body:
    """Give the answer at an address, as it was made before where it was: a crawler of all items pushes no list out."""
    return _made(address)


def _made(address: str) -> Body:
    if address == DOWNLOAD:
        return json_body(_downloads())
    if address.startswith(DOWNLOAD):
        return _file(address.removeprefix(DOWNLOAD))
    schema = address.startswith(f"{ROOT}schemas/")
    return json_body(answer_at(shelf(), address), "application/schema+json" if schema else "application/json")


def json_body(value: dict[str, Any], media_type: str = "application/json") -> Body:
    """Make the body of plain values."""
    return Body(json_bytes(value), media_type)


def _downloads() -> dict[str, Any]:
    found = archive()
    file = {"name": found.name, "address": f"{DOWNLOAD}{found.name}", "bytes": len(found.content), "sha256": found.sha256, "media_type": "application/zip"}
    return {**head(shelf(), "", "download", DOWNLOAD), "files": [file]}


def _file(name: str) -> Body:
    if name != archive().name:
        raise NotThere(name, [archive().name], f"{DOWNLOAD} lists what can be downloaded; older versions are not kept.")
    return Body(archive().content, "application/zip")
