"""What a person got wrong: one clear line on standard error, nothing on standard output, exit status 2. Never a traceback."""

import json
import resource
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handrail import commands
from tests.engine.cases import ENGLAND

COMMAND = Path(__file__).parents[2] / ".venv" / "bin" / "handrail"
MOST_SECONDS, MOST_MEGABYTES = 10, 300


def refuse(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert commands.main(words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.endswith("\n")
    assert told.err.count("\n") == 1
    assert len(told.err) < 1000
    assert "Traceback" not in told.err
    return told.err


@pytest.mark.parametrize(
    ("words", "found", "allowed"),
    [
        (("due", "icpc-15", "--from", "2026-03-02"), "Unknown limit 'icpc-15'", "icpc-15wd"),
        (("due", "x" * 5000, "--from", "2026-03-02"), "Unknown limit 'xxx", "handrail limits"),
        (
            ("due", "icpc-15wd", "--nation", "france", "--from", "2026-03-02"),
            "Unknown nation 'france'",
            "england, scotland, wales, northern-ireland",
        ),
        (("due", "icpc-15wd", "--nation", "wales", "--from", "2026-03-02"), "wales", "england"),
        (("due", "icpc-15wd", "--from", "2026-02-30"), "no calendar has this day", "Allowed: 2026-03-14"),
        (("due", "icpc-15wd", "--from", ""), "not a date we can read", "2026-03~ (about)"),
        (("due", "icpc-15wd", "--from", "9" * 9000), "not a date we can read", "2026-03~ (about)"),
        (("due", "icpc-15wd", "--from", "2026/" * 3000), "not a date we can read", "2026-03~ (about)"),
        (("due", "icpc-15wd", "--from", "2026\n03"), "not a date we can read", "2026-03~ (about)"),
        (("due", "icpc-15wd"), "--from", "handrail due --help"),
        (("due",), "limit", "handrail due --help"),
        (("due", "icpc-15wd", "--from", "2026", "--jsn"), "--jsn", "handrail due --help"),
        (("due", "icpc-15wd", "--fr", "2026"), "--from", "handrail due --help"),
        (("due", "icpc-15wd", "two", "--from", "2026"), "two", "handrail due --help"),
        (("position",), "CASE.yaml", "handrail position --help"),
        (("position", "nowhere.yaml"), "no such file", "docs/case-file.md"),
        (("position", "."), "no such file", "docs/case-file.md"),
        (("position", ""), "no such file", "docs/case-file.md"),
        (("position", "n" * 5000), "no such file", "docs/case-file.md"),
        (("events", "--nation", "narnia"), "Unknown nation 'narnia'", "england"),
        (("limits", "--nation", ""), "Unknown nation ''", "england"),
        (("stages", "one"), "one", "handrail stages --help"),
        (("positon",), "no command", "position"),
    ],
)
def test_wrong_words(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], found: str, allowed: str) -> None:
    told = refuse(capsys, *words)
    assert found in told
    assert allowed in told


@pytest.mark.parametrize("on", ["2026", "2026-03~", "2026-02-30", "2026-03-01/2026-03-02", "today", "", "-1"])
def test_the_day_to_judge_is_one_certain_day(capsys: pytest.CaptureFixture[str], tmp_path: Path, on: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("nation: england", encoding="utf-8")
    assert "Allowed: " in refuse(capsys, "position", str(path), f"--on={on}")


ONE = "nation: england\nevents:\n  - "
WRONG: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "found NoneType"),
    "a comment": ("# nothing", "found NoneType"),
    "no mapping": ("- nation", "found list"),
    "a sentence": ("They came on Tuesday.", "found str"),
    "not yaml": ("nation: [england", "line 2: not YAML"),
    "a tab": ("\tnation: england", "not YAML"),
    "binary": (bytes(range(256)) * 20, "not UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 500, "not UTF-8"),
    "zeros": (b"\x00" * 500, "not YAML"),
    "utf-16": ("nation: england".encode("utf-16"), "not UTF-8"),
    "no nation": ("events: []", "nation: found None"),
    "another nation": ("nation: atlantis", "Allowed: england, scotland, wales, northern-ireland"),
    "a nation without a map": ("nation: wales", "england"),
    "nation as a list": ("nation: [england]", "nation: found"),
    "an unknown asker": ("{nation: england, asker: stranger}", "Allowed: parent,"),
    "an unknown key": ("{nation: england, evnts: []}", "unknown key 'evnts'"),
    "an unknown format": ("{nation: england, format: handrail-case/99}", "handrail-case/1"),
    "an unknown event": (
        ONE + "{on: 2026, event: abduction-by-aliens}",
        "event 1: unknown event 'abduction-by-aliens'. Allowed",
    ),
    "an event as a list": (ONE + "{on: 2026, event: [birth]}", "unknown event"),
    "an event as a mapping": (ONE + "{on: 2026, event: {birth: 1}}", "unknown event"),
    "no event": (ONE + "{on: 2026}", "unknown event"),
    "no date": (ONE + "{event: birth}", "no date"),
    "an impossible date": (ONE + "{on: 2026-02-30, event: birth}", "no calendar has this day"),
    "a date as a list": (ONE + "{on: [2026], event: birth}", "not a date"),
    "a date that is true": (ONE + "{on: yes, event: birth}", "not a date"),
    "a huge date": (ONE + "{on: " + "9" * 6000 + ", event: birth}", "not a date"),
    "a huge hexadecimal date": (ONE + "{on: 0x" + "f" * 6000 + ", event: birth}", "not a date"),
    "an endless date": (ONE + "{on: .inf, event: birth}", "not a date"),
    "events as a mapping": ("{nation: england, events: {on: 2026}}", "events: found dict"),
    "events as a number": ("{nation: england, events: 1e999}", "events: found float"),
    "an event of text": (ONE + "birth", "event 1: found 'birth'"),
    "a child nobody named": (ONE + "{on: 2026, event: birth, child: A}", "unknown child 'A'"),
    "children as text": ("{nation: england, children: A}", "children: found 'A'"),
    "children of children": ("{nation: england, children: [[A]]}", "children: found"),
    "a repeated key": ("nation: england\nnation: england", "stands twice"),
    "an anchor": ("nation: &n england", "an anchor or alias"),
    "a billion laughs": ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]", "an anchor or alias"),
    "a tag": ("nation: !!python/object/apply:os.system [ls]", "no tags"),
    "two documents": ("nation: england\n---\nnation: england", "a second document"),
    "deep": ("[" * 500, "levels deep"),
    "very deep": ("[" * 4_000_000, "nesting depth"),
    "deep mappings": ("nation: " + "{a: " * 500_000, "levels deep"),
    "answers of another kind": ("{nation: england, answers: 7}", "answers: found 7"),
    "answers that are no answers": ("{nation: england, answers: [{due: tomorrow}]}", "answers: found"),
    "a key that is a list": ("? [nation]\n: england", "plain words as keys"),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["words", "json"])
def test_a_case_that_cannot_be_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, form: tuple[str, ...]
) -> None:
    text, found = WRONG[name]
    path = tmp_path / "case.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    told = refuse(capsys, "position", str(path), *form)
    assert found in told


def limited(words: list[str]) -> tuple[subprocess.CompletedProcess[str], float]:
    """Run the command with little memory: what cannot be read must not need more. Gives the processor seconds it took."""

    def little() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEGABYTES * 1024 * 1024, MOST_MEGABYTES * 1024 * 1024))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [str(COMMAND), *words], capture_output=True, text=True, check=False, timeout=120, preexec_fn=little
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize(
    ("text", "times", "found"),
    [
        ("- {on: 2026-03-02, event: referral-received}\n", 1_000_000, "larger than 5 MB"),
        ("- {on: 2026, event: birth}\n", 170_000, "170,000 events. Allowed: up to 5,000 in one case"),
        ("-\n", 300_000, "300,000 events. Allowed: up to 5,000"),
        ("- []\n", 300_000, "300,000 events. Allowed: up to 5,000"),
    ],
)
def test_a_million_events_are_refused_politely(tmp_path: Path, text: str, times: int, found: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("nation: england\nevents:\n" + text * times, encoding="utf-8")
    done, took = limited(["position", str(path)])
    assert (done.returncode, done.stdout) == (2, "")
    assert found in done.stderr
    assert done.stderr.count("\n") == 1
    assert took < MOST_SECONDS


def test_as_many_events_as_are_allowed_are_judged_in_time(tmp_path: Path) -> None:
    events = [
        "complaint-stage-1-received",
        "complaint-on-hold",
        "complaint-hold-ended",
        "looked-after-review",
        "care-case-extended",
    ]
    path = tmp_path / "case.yaml"
    path.write_text(
        "nation: england\nevents:\n"
        + "".join(f"- {{on: 2026-{n % 12 + 1:02}, event: {events[n % 5]}}}\n" for n in range(1000)),
        encoding="utf-8",
    )
    done, took = limited(["position", str(path), "--on", "2026-11-24"])
    assert (done.returncode, done.stderr) == (0, "")
    assert took < MOST_SECONDS


# Cases nearly right, and values of every kind in every place.
scalars: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(
        [
            "england",
            "wales",
            "parent",
            "A",
            "2026",
            "2026-03~",
            "2026-02-30",
            "birth",
            "on",
            "handrail-case/0",
            "handrail-case/1",
            *list(ENGLAND.events)[:40],
        ]
    ),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
one_event = st.dictionaries(
    st.sampled_from(["on", "event", "child", "note", "x"]), values, max_size=4
) | st.fixed_dictionaries(
    {
        "on": st.sampled_from(["2026-03-02", "2026", "2026-03~"]) | values,
        "event": st.sampled_from(sorted(ENGLAND.events)) | values,
    },
    optional={"child": values, "note": values},
)
whole = (
    st.fixed_dictionaries(
        {"nation": st.just("england") | values},
        optional={
            "format": st.sampled_from(["handrail-case/0", "handrail-case/1"]) | values,
            "asker": st.just("parent") | values,
            "who": values,
            "children": st.just(["A"]) | values,
            "events": st.lists(one_event, max_size=4) | values,
            "answers": values,
            "law_as_at": values,
            "content_version": values,
            "saved_on": values,
        },
    )
    | values
)


def check_never_a_traceback(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    assert commands.main(["position", str(path), "--on", "2026-11-24", "--json"]) in (0, 2)


FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@given(whole)
@FUZZ
def test_any_values_anywhere(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    check_never_a_traceback(tmp_path_factory.getbasetemp() / "fuzz.yaml", json.dumps(value).encode())


@given(
    st.binary(max_size=60)
    | st.text(alphabet="nation: england\nevts[]{}&*!|>'\"%@`#,-?~0\t", max_size=60).map(str.encode)
)
@FUZZ
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    check_never_a_traceback(tmp_path_factory.getbasetemp() / "fuzz.yaml", raw)


@given(st.text(max_size=20), st.text(max_size=20))
@FUZZ
def test_any_words_to_due(limit: str, start: str) -> None:
    assert commands.main(["due", f"x{limit}", f"--from={start}"]) == 2


@pytest.mark.long
@given(whole)
@settings(FUZZ, max_examples=5000)
def test_many_values_anywhere(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    check_never_a_traceback(tmp_path_factory.getbasetemp() / "fuzz-long.yaml", json.dumps(value).encode())
