"""The file to download: whole, the same each time, and provable with a manifest. The command writes the same."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from handrail.commands import main
from handrail.engine.loader import content_dir
from handrail.guide.open_data.answers import DOWNLOAD, every_address
from handrail.guide.open_data.archive import MANIFEST, archive_of, name_of
from handrail.guide.open_data.bodies import archive, body_at, shelf
from handrail.guide.open_data.shelf import Shelf
from handrail.guide.pages.library import Library, library
from handrail.site.values import CHECKOUT
from tests.client import CheckingClient

FOLDER = f"handrail-map-{shelf().version}/"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive().content)) as packed:
        return {name.removeprefix(FOLDER): packed.read(name) for name in packed.namelist()}


def test_the_same_content_gives_the_same_bytes() -> None:
    assert archive_of(Shelf(library())) == archive()


def test_nothing_in_it_tells_when_or_by_whom_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(archive().content)) as packed:
        entries = packed.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert all(entry.filename.startswith(FOLDER) and ".." not in entry.filename for entry in entries)


def test_the_manifest_names_every_other_file_with_its_digest(files: dict[str, bytes]) -> None:
    lines = files[MANIFEST].decode().splitlines()
    told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert told == {name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != MANIFEST}


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs the program sha256sum")
def test_a_common_program_reads_the_manifest(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(archive().content)) as packed:
        packed.extractall(tmp_path)
    check = ["sha256sum", "--check", "--strict", "--quiet", MANIFEST]
    assert subprocess.run(check, cwd=tmp_path / FOLDER, check=False).returncode == 0
    (tmp_path / FOLDER / "index.json").write_text("{}")
    assert subprocess.run(check, cwd=tmp_path / FOLDER, check=False, capture_output=True).returncode != 0


def test_it_holds_what_each_address_answers(files: dict[str, bytes]) -> None:
    for address in every_address(shelf()):
        assert files[name_of(address)] == body_at(address).plain, address
    assert len(files) == len(list(every_address(shelf()))) + len(("README.txt", "LICENSE-CONTENT", MANIFEST))


def test_licence_and_readme_are_in_it(files: dict[str, bytes]) -> None:
    assert files["LICENSE-CONTENT"] == (CHECKOUT / "LICENSE-CONTENT").read_bytes()
    assert shelf().version in files["README.txt"].decode()


def test_the_site_tells_its_size_and_digest(client: CheckingClient) -> None:
    (file,) = client.get(DOWNLOAD).json()["files"]
    content = b"".join(client.get(file["address"]).streaming_content)
    assert (file["bytes"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())


def test_the_command_writes_the_same_file_in_another_process(tmp_path: Path) -> None:
    target = tmp_path / "map.zip"
    script = "import sys; from handrail.commands import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run([sys.executable, "-c", script, "open-data", "-o", str(target)], cwd=CHECKOUT, capture_output=True, text=True,
                          check=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    found = archive_of(Shelf(Library(content_dir())))
    assert target.read_bytes() == found.content
    assert found.sha256 in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["map.zip"]


@pytest.mark.parametrize("words", [[], ["-o"], ["-o", "{}/no/such/folder.zip"], ["-o", "{}"], ["-o", "{}/a.zip", "more"]])
def test_what_cannot_be_written_is_one_line_and_two(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["open-data", *(word.format(tmp_path) for word in words)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_every_file_of_data_is_json(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if name.endswith(".json"):
            assert isinstance(json.loads(content), dict), name
