"""`handrail book`: what it writes, and what it says when it cannot."""

import zipfile
from pathlib import Path

import pytest

from handrail.commands import main


def test_it_writes_what_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["book", "-o", str(tmp_path / "book"), "--formats", "html,epub", "--on", "2026-11-24"]) == 0
    assert sorted(file.name for file in (tmp_path / "book").iterdir()) == ["handrail-england.epub", "handrail-england.html"]
    assert zipfile.is_zipfile(tmp_path / "book" / "handrail-england.epub")
    page = (tmp_path / "book" / "handrail-england.html").read_text(encoding="utf-8")
    assert "made on 24 November 2026" in page
    assert "handrail-england.html: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--formats", "docx"], "allowed: html, epub, pdf"),
        (["--nation", "atlantis"], "found no pages of 'atlantis'"),
        (["--on", "2026-02-30"], "no calendar has this day"),
    ],
)
def test_what_cannot_be_is_told_in_one_line_and_nothing_is_written(words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["book", "-o", str(tmp_path), *words]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["book", "-o", "/nowhere/at/all"]) == 2
    assert "'/nowhere/at/all' cannot be made" in capsys.readouterr().err
