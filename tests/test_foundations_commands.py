"""The command line as a whole: what is wrong is one line and exit 2; help names every command; it starts fast."""

import subprocess
import sys
import time

import pytest

from handrail import commands
from handrail.site.values import CHECKOUT

FASTEST_OF = 5
MOST_MILLISECONDS = 80  # the dispatcher alone; `handrail due` as a whole has 150


def test_an_unknown_command_is_one_line_and_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["nonsense"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "serve" in told


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["help"]) == 0
    told = capsys.readouterr().out
    for name in commands.names():
        assert f"  {name} " in told


def test_what_a_person_got_wrong_is_one_line_and_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["due", "no-such-limit", "--nation", "england", "--from", "2026-01-01"]) == 2
    assert capsys.readouterr().err.strip().count("\n") == 0


def test_the_dispatcher_waits_for_nothing() -> None:
    def took() -> float:
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", "from handrail.commands import main; main(['nonsense'])"],
            cwd=CHECKOUT,
            capture_output=True,
            check=False,
        )
        return (time.perf_counter() - started) * 1000

    assert min(took() for _ in range(FASTEST_OF)) < MOST_MILLISECONDS


def test_serve_refuses_wrong_settings_before_it_starts(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDRAIL_PORT", "many")
    assert commands.main(["serve"]) == 2
    assert "handrail.E007 HANDRAIL_PORT: found 'many'" in capsys.readouterr().err
