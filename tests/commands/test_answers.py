"""What the commands print: for people, and as JSON that its schema describes. Other programs call these."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from handrail import commands
from handrail.commands import _shared
from tests.commands.schemas import problems
from tests.engine.cases import ENGLAND

ROOT = Path(__file__).parents[2]
COMMAND = ROOT / ".venv" / "bin" / "handrail"
CASE = """\
nation: england
asker: parent
children: [A, B]
events:
  - {on: 2026-03-02, event: referral-received}
  - {on: 2026-03-05, event: section-47-first-visit}
  - {on: 2026-03-26, event: initial-conference, child: A, note: it was a long day}
  - {on: 2026-03~, event: section-20-started, child: B}
  - {on: 2026-04-01/2026-04-20, event: complaint-stage-2-requested}
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a command that succeeds: nothing on standard error."""
    assert commands.main(words) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out


class TestDue:
    def ask(self, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
        told = ask(capsys, "due", *words, "--json")
        assert problems("due", told) == []
        found: dict[str, Any] = json.loads(told)
        return found

    def test_a_date(self, capsys: pytest.CaptureFixture[str]) -> None:
        told = self.ask(capsys, "icpc-15wd", "--nation", "england", "--from", "2025-08-12")
        assert (told["status"], told["due"], told["earliest"], told["latest"], told["maximum"]) == (
            "due",
            "2025-09-03",
            "2025-09-03",
            "2025-09-03",
            None,
        )
        assert told["source"][0]["title"]
        assert told["working_text"].startswith("It starts on Tue 12 August 2025.")
        assert told["law_as_at"] == str(ENGLAND.about["law_as_at"])

    def test_an_uncertain_start(self, capsys: pytest.CaptureFixture[str]) -> None:
        told = self.ask(capsys, "icpc-15wd", "--from", "2026-03")
        assert (told["from"], told["due"], told["earliest"], told["latest"]) == (
            "2026-03",
            None,
            "2026-03-20",
            "2026-04-23",
        )

    def test_an_outside_date_and_another_reading(self, capsys: pytest.CaptureFixture[str]) -> None:
        told = self.ask(capsys, "stage2", "--from", "2026-01-05")
        assert (told["due"], told["maximum"]) == ("2026-02-09", "2026-04-08")
        assert [r["id"] for r in told["readings"]] == ["council-practice"]

    def test_hours(self, capsys: pytest.CaptureFixture[str]) -> None:
        told = self.ask(capsys, "police-protection", "--from", "2026-03-27T22:00")
        assert (told["due"], told["due_at"]) == ("2026-03-30", ["2026-03-30T23:00:00+01:00"] * 2)

    @pytest.mark.parametrize(
        ("limit", "start", "status"),
        [
            ("cmh", "2026-03-02", "told-in-words"),
            ("icpc-15wd", "2035-12-28", "cannot-say"),
            ("dp-complaint-ack", "2026-06-18", "not-in-force"),
        ],
    )
    def test_no_date_is_an_answer_too(
        self, capsys: pytest.CaptureFixture[str], limit: str, start: str, status: str
    ) -> None:
        told = self.ask(capsys, limit, "--from", start)
        assert (told["status"], told["due"], told["earliest"], told["latest"], told["maximum"]) == (
            status,
            None,
            None,
            None,
            None,
        )
        assert told["reason"]
        assert f"No date: {told['reason']}" in ask(capsys, "due", limit, "--from", start)

    def test_every_limit_is_as_documented(self, capsys: pytest.CaptureFixture[str]) -> None:
        for limit in ENGLAND.limits:
            self.ask(capsys, limit, "--from", "2026-03~")

    def test_in_words(self, capsys: pytest.CaptureFixture[str]) -> None:
        told = ask(capsys, "due", "stage2", "--from", "2026-01")
        assert "Between Thu 5 February 2026 and Fri 6 March 2026" in told
        assert "At the outside: " in told
        assert "Beside it: Many councils count from" in told


class TestPosition:
    def ask(self, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
        told = ask(capsys, "position", *words, "--json")
        assert problems("position", told) == []
        found: dict[str, Any] = json.loads(told)
        return found

    def test_each_child_stands_apart(self, capsys: pytest.CaptureFixture[str], case: Path) -> None:
        told = self.ask(capsys, str(case), "--on", "2026-04-25")
        assert (told["format"], told["on"], [c["child"] for c in told["children"]]) == (
            "handrail-position/1",
            "2026-04-25",
            ["A", "B"],
        )
        first, second = told["children"]
        assert "core-group-first" in [a["limit"] for a in first["limits"]]
        assert "lac" in [s["stage"] for s in second["now"]]
        assert set(first["should_have_happened"]) <= {a["limit"] for a in first["limits"]}

    def test_a_note_is_never_repeated(self, capsys: pytest.CaptureFixture[str], case: Path) -> None:
        assert "it was a long day" not in ask(capsys, "position", str(case), "--json")

    def test_in_words(self, capsys: pytest.CaptureFixture[str], case: Path) -> None:
        told = ask(capsys, "position", str(case), "--on", "2026-04-25")
        for heading in ("Child A", "Child B", "Now", "Your time limits", "Next", "What should have happened"):
            assert f"\n{heading}\n" in f"\n{told}"

    def test_today_is_today_in_london_where_no_day_is_given(
        self, capsys: pytest.CaptureFixture[str], case: Path
    ) -> None:
        assert self.ask(capsys, str(case))["on"] == _shared.day_or_today(None).text

    def test_a_case_with_nothing_in_it(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        path.write_text("nation: england\n", encoding="utf-8")
        told = self.ask(capsys, str(path), "--on", "2026-04-25")
        assert [c["child"] for c in told["children"]] == [None]
        ask(capsys, "position", str(path))

    @pytest.mark.parametrize("on", ["1900-01-01", "2010-01-01", "2035-12-31", "2100-12-31", "2026-04-25T10:00"])
    def test_any_day_may_be_asked_about(self, capsys: pytest.CaptureFixture[str], case: Path, on: str) -> None:
        self.ask(capsys, str(case), "--on", on)

    def test_a_case_with_every_event(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        lines = [
            f"  - {{on: 2026-{n % 9 + 1:02}-{n % 27 + 1:02}, event: {event}}}" for n, event in enumerate(ENGLAND.events)
        ]
        path.write_text("nation: england\nevents:\n" + "\n".join(lines), encoding="utf-8")
        self.ask(capsys, str(path), "--on", "2026-11-24")
        ask(capsys, "position", str(path), "--on", "2026-11-24")

    def test_json_is_read_as_well(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        path = tmp_path / "case.json"
        path.write_text(
            '{"nation": "england", "events": [{"on": "2026-03-02", "event": "referral-received"}]}', encoding="utf-8"
        )
        assert self.ask(capsys, str(path), "--on", "2026-03-04")["children"][0]["now"][0]["stage"] == "referral"


class TestListings:
    @pytest.mark.parametrize(
        ("kind", "known"), [("events", ENGLAND.events), ("limits", ENGLAND.limits), ("stages", ENGLAND.stages)]
    )
    def test_all_that_the_map_knows(self, capsys: pytest.CaptureFixture[str], kind: str, known: dict[str, Any]) -> None:
        told = ask(capsys, kind, "--json")
        assert problems("listing", told) == []
        assert {row["id"] for row in json.loads(told)[kind]} == set(known)
        assert ask(capsys, kind, "--nation", "england").count("\n") == len(known)

    def test_a_limit_says_whether_a_date_may_come_out(self, capsys: pytest.CaptureFixture[str]) -> None:
        rows = {row["id"]: row for row in json.loads(ask(capsys, "limits", "--json"))["limits"]}
        assert rows["icpc-15wd"]["gives_a_date"] is True
        assert (rows["cmh"]["gives_a_date"], rows["cmh"]["no_date_because"]) == (False, "court day numbers")
        assert {id_ for id_, row in rows.items() if not row["gives_a_date"]} == set(ENGLAND.wordy)

    def test_an_event_says_what_it_starts_and_ends(self, capsys: pytest.CaptureFixture[str]) -> None:
        rows = {row["id"]: row for row in json.loads(ask(capsys, "events", "--json"))["events"]}
        assert "core-group-first" in rows["initial-conference"]["starts"]
        assert "icpc-15wd" in rows["initial-conference"]["ends"]


class TestAsAProcess:
    """The command itself, as another program calls it."""

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([str(COMMAND), *words], capture_output=True, text=True, check=False, timeout=60)

    def test_an_answer(self) -> None:
        done = self.run("due", "icpc-15wd", "--nation", "england", "--from", "2025-08-12", "--json")
        assert (done.returncode, done.stderr, json.loads(done.stdout)["due"]) == (0, "", "2025-09-03")

    def test_a_mistake(self) -> None:
        done = self.run("due", "icpc-15wd", "--nation", "england", "--from", "2025-02-30")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)

    def test_a_position(self, case: Path) -> None:
        done = self.run("position", str(case), "--on", "2026-04-25", "--json")
        assert (done.returncode, done.stderr) == (0, "")
        assert problems("position", done.stdout) == []

    def test_a_reader_that_has_had_enough(self) -> None:
        done = subprocess.run(
            f"{COMMAND} limits --json | head -1", shell=True, capture_output=True, text=True, check=False, timeout=60
        )
        assert (done.stdout, done.stderr) == ("{\n", "")
