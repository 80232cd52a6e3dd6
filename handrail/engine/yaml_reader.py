"""Read YAML as people expect it: the core schema of YAML 1.2, and nothing that can hide a surprise.

Called through handrail.engine.yaml12, which loads PyYAML only when something is read.

PyYAML follows YAML 1.1, where the key ``on`` is true, ``no`` is false and ``010`` is eight. Here plain words stay
words. Dates stay text: only the engine turns text into dates. Anchors, repeated keys, more than 20 levels and
files over 5 MB are refused before anything is built. Source: yaml.org/spec/1.2.2, chapter 10.3.
"""

import re
from pathlib import Path
from typing import Any

import yaml

from handrail.engine.errors import BadYaml, shown
from handrail.engine.yaml12 import MAX_BYTES, MAX_LEVELS

LONGEST_NUMBER = 18
"""A longer row of digits is kept as text: nothing of ours is counted that far."""

_BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN_TAGS = (None, "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_INT = re.compile(r"[-+]?[0-9]+$")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+$|0x[0-9a-fA-F]+$")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")
_WORDS: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    ".nan": float("nan"), ".inf": float("inf"), "-.inf": float("-inf"),
}


def read_yaml(source: Path | str | bytes, name: str | None = None) -> Any:
    """Read one YAML document.

    Args:
        source: a path, or the text itself.
        name: what to call it in an error; the path's own name if absent.

    Returns:
        Plain dicts, lists, strings, numbers, booleans and None.

    Raises:
        BadYaml: it is too large, too deep, not UTF-8, not YAML, or holds an anchor or a repeated key.
    """
    label = name or (str(source) if isinstance(source, Path) else "this text")
    text = _text_of(source, label)
    try:
        return _build(yaml.parse(text, Loader=_BaseLoader), label)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        what = getattr(problem, "problem", None) or getattr(problem, "reason", None) or "it cannot be read"
        raise BadYaml(f"{label}{where}: not YAML: {what}. Allowed: one YAML document of plain values.") from None


def _text_of(source: Path | str | bytes, label: str) -> str:
    if isinstance(source, Path):
        source = _bytes_of(source, label)
    if isinstance(source, bytes):
        try:
            source = source.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise BadYaml(f"{label}: not UTF-8 text. Allowed: UTF-8.") from None
    if len(source) > MAX_BYTES:
        raise BadYaml(f"{label}: larger than 5 MB. Allowed: up to {MAX_BYTES:,} bytes.")
    return source


def _bytes_of(path: Path, label: str) -> bytes:
    """Read a file, and never more of it than is allowed."""
    try:
        with path.open("rb") as file:
            found = file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise BadYaml(f"{label}: cannot be read: {problem.strerror}. Allowed: a file of YAML.") from None
    if len(found) > MAX_BYTES:
        raise BadYaml(f"{label}: larger than 5 MB. Allowed: up to {MAX_BYTES:,} bytes.")
    return found


def _build(events: Any, label: str) -> Any:
    """Build the value from the parser's events, with no recursion, refusing as it goes."""
    result: list[Any] = []
    containers: list[Any] = [result]
    keys: list[Any] = [None]
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise BadYaml(f"{_at(label, event)}: a second document. Allowed: one.")
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BadYaml(f"{_at(label, event)}: an anchor or alias. Allowed: write the value out each time.")
        elif isinstance(event, yaml.ScalarEvent):
            _add(containers, keys, _scalar(event, label), event, label)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if event.tag not in _PLAIN_TAGS:
                raise BadYaml(f"{_at(label, event)}: the tag {shown(event.tag)}. Allowed: no tags.")
            if len(containers) > MAX_LEVELS:
                raise BadYaml(f"{_at(label, event)}: more than {MAX_LEVELS} levels deep. Allowed: {MAX_LEVELS}.")
            value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            _add(containers, keys, value, event, label)
            containers.append(value)
            keys.append(_NO_KEY)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            containers.pop()
            keys.pop()
    return result[0] if result else None


_NO_KEY = object()


def _add(containers: list[Any], keys: list[Any], value: Any, event: Any, label: str) -> None:
    target = containers[-1]
    if isinstance(target, list):
        target.append(value)
    elif keys[-1] is _NO_KEY:
        if isinstance(value, (dict, list)):
            raise BadYaml(f"{_at(label, event)}: a key that is itself a list or mapping. Allowed: plain words as keys.")
        if value in target:
            raise BadYaml(f"{_at(label, event)}: the key {shown(value)} stands twice. Allowed: once.")
        keys[-1] = value
    else:
        target[keys[-1]] = value
        keys[-1] = _NO_KEY


def _scalar(event: Any, label: str) -> Any:
    text = event.value
    if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
        raise BadYaml(f"{_at(label, event)}: the tag {shown(event.tag)}. Allowed: no tags.")
    if event.style or event.tag is not None:  # quoted, a block, or tagged as text
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text):
        return int(text) if len(text) <= LONGEST_NUMBER else text
    if _OCTAL_OR_HEX.match(text):
        return int(text, 0) if len(text) <= LONGEST_NUMBER else text
    if _FLOAT.match(text):
        return float(text)
    return text


def _at(label: str, event: Any) -> str:
    return f"{label}, line {event.start_mark.line + 1}"
