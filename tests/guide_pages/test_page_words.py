"""The whole pages of words are as easy to read as the rest of content/, and every sentence is short."""

from pathlib import Path

import pytest
from django.conf import settings

from handrail.engine.words.markdown import render
from handrail.engine.words.readability import MAX_GRADE, read_blocks
from handrail.engine.yaml12 import read_yaml
from handrail.guide.pages.fragments import to_call

PAGES = sorted((Path(settings.CONTENT) / "words").glob("*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_it_is_plain(path: Path) -> None:
    head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    assert {"title", "lead"} <= read_yaml(head).keys()
    reading = read_blocks(render(body, "england").blocks)
    assert not reading.long_sentences, reading.long_sentences
    assert reading.grade <= MAX_GRADE, reading.grade


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<p>Call 0808 801 0366.</p>", '<p>Call <a href="tel:08088010366">0808 801 0366</a>.</p>'),
        ("<p>Ring 999, now</p>", '<p>Ring <a href="tel:999">999</a>, now</p>'),
        ('<a href="tel:999">999</a>', '<a href="tel:999">999</a>'),
        ('<p><a href="/x/">on 0800 1111</a></p>', '<p><a href="/x/">on 0800 1111</a></p>'),
        ("<p>£1,999 or 1999 or 9990</p>", "<p>£1,999 or 1999 or 9990</p>"),
    ],
)
def test_a_number_to_call_can_be_pressed(words: str, shown: str) -> None:
    assert to_call(words) == shown
