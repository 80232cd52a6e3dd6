"""`handrail content stale`: what comes first, what is left out, and that its JSON is as documented."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handrail import commands
from handrail.engine.check.schema import KINDS as ALL_KINDS
from handrail.engine.check.stale import HARM_OF_KIND, KINDS, stale
from handrail.engine.words.raw import Record
from tests.commands.schemas import FOLDER, problems, schema

TODAY = date(2026, 11, 24)
OLD, NEW = "2026-01-01", "2026-11-20"


def record(kind: str, name: str, checked_on: str | None = NEW, **data: Any) -> Record:
    day = {"checked_on": checked_on} if checked_on else {}
    return Record(kind, data.pop("nation", "england"), name, f"content/{name}.yaml", {"title": name, "mark": "confirmed", **day, **data})


def order(*records: Record, **asked: Any) -> list[str]:
    return [item.id for item in stale(records, TODAY, **{"everything": True, **asked})]


class TestOrder:
    def test_worst_harm_is_first_whatever_its_age(self) -> None:
        assert order(record("limit", "mild", OLD, harm=1, mark="unconfirmed"), record("limit", "bad", NEW, harm=5)) == ["bad", "mild"]

    def test_of_one_harm_the_unconfirmed_is_before_the_old(self) -> None:
        assert order(record("limit", "old", OLD, harm=3), record("limit", "open", NEW, harm=3, mark="unconfirmed")) == ["open", "old"]

    def test_then_the_one_checked_longest_ago_and_before_it_the_one_never_checked(self) -> None:
        assert order(record("role", "new"), record("role", "old", OLD), record("role", "never", None)) == ["never", "old", "new"]

    def test_a_limit_stands_among_other_kinds_by_its_own_harm(self) -> None:
        assert order(record("term", "word"), record("limit", "limit", harm=2), record("helpline", "number")) == ["number", "limit", "word"]

    def test_a_limit_without_harm_is_taken_as_the_worst(self) -> None:
        assert [i.harm for i in stale([record("limit", "a"), record("limit", "b", harm="bad")], TODAY, everything=True)] == [5, 5]

    def test_equals_stand_by_kind_and_id(self) -> None:
        assert order(record("role", "b"), record("preparation", "c"), record("role", "a")) == ["c", "a", "b"]


class TestLeftOut:
    def test_what_is_confirmed_and_was_checked_of_late_is_left_out_unless_asked_for(self) -> None:
        edge = [record("role", "just", "2026-08-26"), record("role", "over", "2026-08-25"), record("role", "open", mark="unconfirmed")]
        assert order(*edge, everything=False) == ["open", "over"]
        assert order(*edge) == ["open", "over", "just"]

    def test_only_the_unconfirmed(self) -> None:
        source = Record("source", "", "act", "content/sources/act.yaml", {"title": "Act", "read_on": OLD, "nations": ["england"]})
        rights = [record("right", "sure"), record("right", "open", mark="unconfirmed"), record("right", "odd", mark="perhaps")]
        assert order(*rights, source, unconfirmed=True) == ["odd", "open"]

    def test_older_than_leaves_out_the_very_day(self) -> None:
        records = [record("role", "ten", "2026-11-14"), record("role", "eleven", "2026-11-13"), record("role", "never", "soon")]
        assert order(*records, older_than=10) == ["never", "eleven"]

    def test_a_source_is_of_each_of_its_nations_and_its_day_is_the_day_it_was_read(self) -> None:
        source = Record("source", "", "act", "content/sources/act.yaml", {"title": "Act", "read_on": OLD, "nations": ["england", "wales"]})
        assert order(source, nation="wales") == ["act"]
        assert order(source, nation="scotland") == []
        assert stale([source], TODAY)[0].days == 327

    def test_kinds_and_nations(self) -> None:
        records = [record("role", "here"), record("role", "there", nation="wales"), record("right", "right"), record("change", "news")]
        assert order(*records, nation="england", kinds=["role", "change"]) == ["here"]


def test_every_kind_that_carries_a_day_has_a_harm() -> None:
    dated = {kind for kind, keys in ALL_KINDS.items() if "checked_on" in keys or "read_on" in keys}
    assert dated - {"limit", "change"} == set(HARM_OF_KIND)


def test_the_page_tells_the_harm_of_every_kind() -> None:
    told = (FOLDER.parent / "command-line.md").read_text(encoding="utf-8")
    for kind, harm in HARM_OF_KIND.items():
        assert any(kind in row.split("|")[1] and row.split("|")[2].strip() == str(harm) for row in told.splitlines() if row.count("|") == 4), kind


class TestCommand:
    @pytest.fixture(autouse=True)
    def day(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("handrail.commands.content.stale.today", lambda: TODAY)

    @pytest.fixture
    def folder(self, tmp_path: Path) -> str:
        limits = tmp_path / "content" / "limits" / "england"
        limits.mkdir(parents=True)
        for name, harm, mark in (("mild", 1, "unconfirmed"), ("bad", 5, "confirmed"), ("worse", 5, "unconfirmed")):
            text = f"title: {name}\nharm: {harm}\nmark: {mark}\nchecked_on: {OLD}\nunconfirmed_part: >-\n  Two\n  lines.\n"
            (limits / f"{name}.yaml").write_text(text, encoding="utf-8")
        return str(tmp_path / "content")

    def test_the_json_is_as_documented(self, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert commands.main(["content", "stale", "--content", folder, "--json", "--most", "2"]) == 0
        told = capsys.readouterr().out
        assert problems("stale", told) == []
        found = json.loads(told)
        assert (found["today"], found["nation"], found["found"]) == ("2026-11-24", None, 3)
        assert [item["topic"] for item in found["items"]] == ["limit:worse", "limit:bad"]
        assert found["items"][0]["days"] == 327
        assert found["items"][0]["unconfirmed_part"] == "Two lines."

    def test_our_own_content_is_as_documented(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert commands.main(["content", "stale", "--json", "--most", "999999"]) == 0
        told = capsys.readouterr().out
        assert problems("stale", told) == []
        found = json.loads(told)
        assert found["found"] == len(found["items"]) > 100

    def test_for_people_it_says_how_many_there_are(self, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert commands.main(["content", "stale", "--content", folder, "--unconfirmed", "--most", "1"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines == ["harm 5  UNCONFIRMED  2026-01-01, 327 days ago  limit:worse  worse", "    Open: Two lines.", "1 of 2; --most shows more"]

    def test_nothing_found_is_an_answer(self, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert commands.main(["content", "stale", "--content", folder, "--nation", "wales"]) == 0
        assert capsys.readouterr().out == "0 found\n"

    def test_a_file_that_cannot_be_read_is_named_and_hides_nothing(self, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
        (Path(folder) / "limits" / "england" / "broken.yaml").write_text("a: [", encoding="utf-8")
        assert commands.main(["content", "stale", "--content", folder]) == 0
        told = capsys.readouterr()
        assert told.out.endswith("3 found\n")
        assert told.err == "cannot be read: content/limits/england/broken.yaml. `handrail content check` says why.\n"

    @pytest.mark.parametrize(
        "words",
        [
            ["--most", "0"], ["--most", "ten"], ["--older-than", "-1"], ["--older-than", "1e3"], ["--kind", "event"], ["--nation", "mars"],
            ["--old", "3"], ["--content", "/no/such"],
        ],
        ids=" ".join,
    )
    def test_what_is_wrong_is_one_line(self, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        assert commands.main(["content", "stale", *words]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert told.err.startswith("handrail content: ")
        assert words[0] in told.err


class TestWordsOfAFolder:
    def test_each_word_is_a_module_of_the_folder(self) -> None:
        folder = Path(commands.__file__).parent / "content"
        assert commands.names("content") == sorted(p.stem.replace("_", "-") for p in folder.glob("[a-z]*.py"))

    def test_help_lists_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert commands.main(["content", "--help"]) == 0
        told = capsys.readouterr().out
        assert all(f"  {word} " in told for word in commands.names("content"))

    def test_no_word_says_which_there_are(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert commands.main(["content"]) == 2
        assert "Allowed: check, compile" in capsys.readouterr().err


def test_the_schema_knows_the_kinds() -> None:
    assert set(schema("stale")["$defs"]["item"]["properties"]["kind"]["enum"]) == set(KINDS)
