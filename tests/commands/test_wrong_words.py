"""Every command says what is wrong with its words in one line, and stops with 2."""

import pytest

from handrail import commands

WRONG = [
    ["find", "--nope"], ["find", "--most", "x", "words"], ["find", "--nation", "mars", "words"], ["content"], ["content", "mend"],
    ["content", "check", "--con", "x"], ["content", "compile", "--content", "/no/such/folder"], ["serve", "--port", "8001"],
    ["due"], ["position"], ["limits", "--nope"], ["stages", "x"], ["events", "--nope"],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_it_is_one_line_and_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith(f"handrail {words[0]}: ")
