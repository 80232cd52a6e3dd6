"""YAML 1.2 core and nothing that can hide a surprise; what is refused is refused quickly, in one line."""

import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from handrail.engine.errors import BadYaml
from handrail.engine.yaml12 import MAX_BYTES, MAX_LEVELS, read_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on: 1", {"on": 1}),
        ("a: on", {"a": "on"}),
        ("a: no", {"a": "no"}),
        ("a: yes", {"a": "yes"}),
        ("a: off", {"a": "off"}),
        ("y: n", {"y": "n"}),
        ("a: 010", {"a": 10}),
        ("a: 0o10", {"a": 8}),
        ("a: 0x1F", {"a": 31}),
        ("a: +7", {"a": 7}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: 1:30", {"a": "1:30"}),
        ("a: 1.5", {"a": 1.5}),
        ("a: 1e3", {"a": 1000.0}),
        ("a: 2026-03-14", {"a": "2026-03-14"}),
        ("a: 2026", {"a": 2026}),
        ("a: 2026-03~", {"a": "2026-03~"}),
        ("a: true", {"a": True}),
        ("a: False", {"a": False}),
        ("a: ~", {"a": None}),
        ("a:", {"a": None}),
        ("a: null", {"a": None}),
        ('a: "null"', {"a": "null"}),
        ("a: '010'", {"a": "010"}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("a: >-\n  x\n  y\n", {"a": "x y"}),
        ("- a\n- [b, {c: d}]", ["a", ["b", {"c": "d"}]]),
        ("", None),
        ("# only a comment", None),
        ("%YAML 1.2\n---\na: b", {"a": "b"}),
        ("a: !!str 010", {"a": "010"}),
        ('{"on": [1, null]}', {"on": [1, None]}),
        ("<<: a", {"<<": "a"}),
        ("=: a", {"=": "a"}),
    ],
)
def test_plain_words_stay_words(text: str, value: Any) -> None:
    assert read_yaml(text) == value


def test_a_long_row_of_digits_stays_text() -> None:
    assert read_yaml("a: " + "9" * 5000) == {"a": "9" * 5000}
    assert read_yaml("a: 0x" + "f" * 6000) == {"a": "0x" + "f" * 6000}
    assert read_yaml("a: 123456789012345678") == {"a": 123456789012345678}


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_yaml(b"\xef\xbb\xbfnation: england") == {"nation": "england"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x 1", "an anchor or alias"),
        ("a: *x", "an anchor or alias"),
        ("a: &x 1\nb: *x", "an anchor or alias"),
        ("&x a: 1", "an anchor or alias"),
        ("a: &x [1]", "an anchor"),
        ("a: 1\na: 2", "'a' stands twice"),
        ("x: {b: 1, b: 2}", "'b' stands twice"),
        ('a: 1\n"a": 2', "'a' stands twice"),
        ("1: a\n01: b", "1 stands twice"),
        ("a: 1\n---\nb: 2", "a second document"),
        ("a: !x 1", "the tag '!x'"),
        ("a: !!python/object:os.system x", "no tags"),
        ("a: !!int 1", "no tags"),
        ("a: !!set {b}", "no tags"),
        ("!x [a]", "no tags"),
        ("? [a]\n: b", "a key that is itself a list"),
        ("? {a: b}\n: c", "a key that is itself"),
        ("a: [1", "not YAML"),
        ("a: b: c", "not YAML"),
        ("\ta: 1", "not YAML"),
        ("a: '", "not YAML"),
        ("a: \x07", "not YAML"),
        ("}", "not YAML"),
    ],
)
def test_what_is_not_plain_is_refused_with_the_line(text: str, found: str) -> None:
    with pytest.raises(BadYaml) as refused:
        read_yaml(text, "case.yaml")
    told = str(refused.value)
    assert told.startswith("case.yaml, line ") or "not YAML" in told
    assert found in told
    assert "Allowed: " in told
    assert "\n" not in told


def test_a_repeated_key_names_its_line() -> None:
    with pytest.raises(BadYaml, match=r"this text, line 3: the key 'a' stands twice\. Allowed: once\."):
        read_yaml("a: 1\nb: 2\na: 3")


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "[" * n + "]" * n,
        lambda n: "{a: " * n + "1" + "}" * n,
        lambda n: "- " * n + "x",
        lambda n: "".join(f"{' ' * i}a:\n" for i in range(n)) + " " * n + "b",
    ],
)
def test_twenty_levels_are_read_and_twenty_one_refused(make: Any) -> None:
    read_yaml(make(MAX_LEVELS))
    with pytest.raises(BadYaml, match=r"more than 20 levels deep\. Allowed: 20"):
        read_yaml(make(MAX_LEVELS + 1))


@pytest.mark.parametrize(
    "text", ["[" * 2_000_000, "{a: " * 1_000_000, "- " * 2_000_000, "a: &x [*x, *x]\n" * 200_000, "!!a " * 1_000_000]
)
def test_a_bomb_is_refused_in_little_memory(text: str) -> None:
    tracemalloc.start()
    with pytest.raises(BadYaml):
        read_yaml(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 30_000_000


def test_five_megabytes_are_allowed_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert read_yaml(path) is None
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(BadYaml, match=r"larger than 5 MB\. Allowed: up to 5,000,000 bytes"):
        read_yaml(path)
    with pytest.raises(BadYaml, match="larger than 5 MB"):
        read_yaml("#" * (MAX_BYTES + 1))


@pytest.mark.parametrize("raw", [b"\xff\xfen\x00", b"\xe9", b"a: \x80", bytes(range(128, 256))])
def test_what_is_not_utf_8_is_refused(raw: bytes) -> None:
    with pytest.raises(BadYaml, match=r"not UTF-8 text\. Allowed: UTF-8"):
        read_yaml(raw)


def test_a_file_that_cannot_be_opened_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(BadYaml, match="cannot be read: No such file"):
        read_yaml(tmp_path / "nowhere.yaml")
    with pytest.raises(BadYaml, match="cannot be read: Is a directory"):
        read_yaml(tmp_path)
