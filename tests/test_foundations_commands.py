"""The command line as a whole: what is wrong is one line and exit 2; help names every command; it starts fast."""

import subprocess
import sys

import pytest

from handrail import commands
from handrail.site.values import CHECKOUT


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


def test_the_dispatcher_loads_no_django_and_no_content() -> None:
    asked = "import sys; from handrail.commands import main; main(['nonsense']); print({'django', 'yaml', 'jinja2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], cwd=CHECKOUT, capture_output=True, check=False, text=True)
    assert done.stdout == "set()\n"


def test_serve_refuses_wrong_settings_before_it_starts(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDRAIL_PORT", "many")
    assert commands.main(["serve"]) == 2
    assert "handrail.E007 HANDRAIL_PORT: found 'many'" in capsys.readouterr().err
