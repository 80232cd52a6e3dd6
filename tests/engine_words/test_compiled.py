import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from handrail.engine.compiled import compiled_path, load_compiled
from handrail.engine.words.compile import compile_words
from handrail.engine.words.items import load_words
from tests.engine_words.tiny import change, write_tiny

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def content(tmp_path, monkeypatch):
    monkeypatch.setenv("HANDRAIL_BUILD", str(tmp_path / "build"))
    return write_tiny(tmp_path)


class Counting:
    def __init__(self):
        self.calls = 0

    def __call__(self):
        self.calls += 1
        return {"call": self.calls}


def test_it_builds_once_and_again_when_a_file_changes(content):
    build = Counting()
    assert [load_compiled("x", content, build)["call"] for _ in range(3)] == [1, 1, 1]
    change(content, "terms/england.yaml", "Care order", "Care ordering")
    assert load_compiled("x", content, build) == {"call": 2}
    (content / "terms" / "wales.yaml").write_text("{}")
    assert load_compiled("x", content, build) == {"call": 3}


def test_a_change_that_keeps_the_size_counts_too(content):
    build = Counting()
    load_compiled("x", content, build)
    path = content / "terms" / "england.yaml"
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))
    assert load_compiled("x", content, build) == {"call": 2}


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_a_damaged_file_is_made_again(content, damage):
    build = Counting()
    load_compiled("x", content, build)
    path = compiled_path("x", content)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + b"?" if damage is None else damage)
    assert load_compiled("x", content, build) == {"call": 2}
    assert load_compiled("x", content, build) == {"call": 2}


def test_a_folder_that_cannot_be_written_is_no_error(content, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("HANDRAIL_BUILD", str(tmp_path / "file"))
    build = Counting()
    assert [load_compiled("x", content, build)["call"] for _ in range(2)] == [1, 2]


def test_without_a_folder_named_it_stands_beside_the_content(content, monkeypatch):
    monkeypatch.delenv("HANDRAIL_BUILD")
    assert compiled_path("x", content).parent == content.parent / ".build"


def test_two_content_folders_do_not_share_a_file(content, tmp_path):
    assert compiled_path("x", content) != compiled_path("x", tmp_path / "other")


def test_the_compiled_words_are_json_and_load_the_same(content):
    compiled = compile_words(content)
    assert load_words(json.loads(json.dumps(compiled))).items == load_words(compiled).items


def test_compiled_words_load_no_yaml_markdown_or_pyphen(content):
    script = (
        "import sys; from pathlib import Path; from handrail.engine.words.store import open_words; "
        "open_words(Path(sys.argv[1])); print(sorted({'yaml', 'markdown_it', 'pyphen'} & set(sys.modules)))"
    )
    outs = [
        subprocess.run(
            [sys.executable, "-c", script, str(content)], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert outs[1].strip() == "[]"
