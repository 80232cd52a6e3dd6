"""The whole pages of words are as easy to read as the rest of content/, and every sentence is short."""

from pathlib import Path

import pytest
from django.conf import settings

from handrail.engine.words.markdown import render
from handrail.engine.words.readability import MAX_GRADE, read_blocks
from handrail.engine.yaml12 import read_yaml

PAGES = sorted((Path(settings.CONTENT) / "words").glob("*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_it_is_plain(path: Path) -> None:
    head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    assert {"title", "lead"} <= read_yaml(head).keys()
    reading = read_blocks(render(body, "england").blocks)
    assert not reading.long_sentences, reading.long_sentences
    assert reading.grade <= MAX_GRADE, reading.grade
