"""The whole map in one zip file: every answer, the schemas, the licence, and a manifest that `sha256sum -c` reads.

The same content gives the same bytes: names are sorted and every file has one fixed time. Compressed bytes may differ between
versions of zlib; what is inside, and so the manifest, does not.
"""

import hashlib
import io
import zipfile
from pathlib import Path
from typing import NamedTuple

from handrail.guide.open_data import LICENCE, ROOT
from handrail.guide.open_data.answers import OPENAPI, answer_at, every_address
from handrail.guide.open_data.plain import json_bytes
from handrail.guide.open_data.shelf import Shelf

_LICENCE_TEXT = Path(__file__).resolve().parents[3] / "LICENSE-CONTENT"
MANIFEST = "manifest-sha256.txt"
_TIME = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file can tell
_READABLE_BY_ALL = 0o100644 << 16
_README = """Handrail's map as open data, version {version}, law as at {law_as_at}

Each file is what the site answers: {root}england/limits/stage1/ is england/limits/stage1.json, and the list
{root}england/limits/ is england/limits.json. Start with index.json. Addresses inside begin with / and are those of the site.
schemas/ holds a JSON Schema (2020-12) for each kind of answer, openapi.json the description of all addresses.

Information, not advice. `mark` says whether an item was confirmed in its source; `unconfirmed_part` says what was not.
Where `gives_date` is false, no date may be counted from a limit. `reviewed` is null where nobody who does this work has read it.

You may share and change all of it under CC BY 4.0 ({licence}), also for money, if you name "Handrail contributors"
and say what you changed. LICENSE-CONTENT is the whole text.

To see that nothing was changed or lost on the way: sha256sum -c {manifest}
"""


class Archive(NamedTuple):
    """The file: its name, its bytes, and their SHA-256 in hex."""

    name: str
    content: bytes
    sha256: str


def archive_of(shelf: Shelf) -> Archive:
    """Make the file of everything on the shelf."""
    folder = f"handrail-map-{shelf.version}"
    files = dict(sorted(_files(shelf).items()))
    files[MANIFEST] = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()).encode()
    content = _zip({f"{folder}/{name}": content for name, content in sorted(files.items())})
    return Archive(f"{folder}.zip", content, hashlib.sha256(content).hexdigest())


def name_of(address: str) -> str:
    """Name the file in which the answer at an address stands."""
    path = address.removeprefix(ROOT).rstrip("/")
    return path if address in (OPENAPI, "") or path.endswith(".json") else f"{path or 'index'}.json"


def _files(shelf: Shelf) -> dict[str, bytes]:
    files = {name_of(address): json_bytes(answer_at(shelf, address)) for address in every_address(shelf)}
    readme = _README.format(version=shelf.version, law_as_at=shelf.law_as_at(), root=ROOT, licence=LICENCE, manifest=MANIFEST)
    return {**files, "README.txt": readme.encode(), "LICENSE-CONTENT": _LICENCE_TEXT.read_bytes()}


def _zip(files: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        for name, content in files.items():
            about = zipfile.ZipInfo(name, _TIME)
            about.compress_type, about.external_attr, about.create_system = zipfile.ZIP_DEFLATED, _READABLE_BY_ALL, 3
            packed.writestr(about, content, compresslevel=9)
    return whole.getvalue()
