"""Put other words in the place of one sentence in a file of content/, and leave every other character as it is.

A sentence is plain words; in the file its words may be links, bold, wrapped over lines, or quoted as YAML wants it.
So there are several ways to write the new words in. They are offered in turn, the gentlest first. Whoever takes one
reads the file again, and keeps it only if it then says exactly what was meant.
"""

import json
import re
import textwrap
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MARKUP = r"(?:\[|\]\([^()\s]*\)|\*{1,3}|_{1,2}|`|\\)*"
_BETWEEN_WORDS = rf"{_MARKUP}\s+{_MARKUP}"
_KEPT = re.compile(r"\[(?P<link>[^\[\]]+)\](?P<target>\([^()\s]+\))|\*\*(?P<bold>[^*]+)\*\*")
_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>#])")
_STARTS_A_LIST = re.compile(r"^(\d*)([-+.)])")
_LONGEST_LINE, _WIDTH = 160, 118


class Scalar(NamedTuple):
    """One value of a YAML text: from where to where it stands, with its quotes, and its style (`>`, `'`, ...)."""

    start: int
    end: int
    style: str
    value: str


class Way(NamedTuple):
    """One way to write the new words: the whole text with them in, and the links that are lost (`words (target)`)."""

    text: str
    lost: tuple[str, ...]


def scalars_of(text: str) -> dict[str, Scalar]:
    """Find where each value of a YAML text stands, by the way to it (`steps.0.words`)."""
    found: dict[str, Scalar] = {}
    ways: list[list[Any]] = []  # of each open mapping or list: the way to it, and the key or place that comes next
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.ScalarEvent):
            if ways and ways[-1][1] is None:
                ways[-1][1] = event.value
                continue
            found[_next_way(ways)] = _scalar(text, event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            ways.append([_next_way(ways), None if isinstance(event, yaml.MappingStartEvent) else 0])
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            ways.pop()
    return found


def _scalar(text: str, event: Any) -> Scalar:
    start = event.start_mark.index
    end = start + len(text[start : event.end_mark.index].rstrip())  # a block's own end is where the next key begins
    return Scalar(start, end, event.style or "", event.value)


def _next_way(ways: list[list[Any]]) -> str:
    if not ways:
        return ""
    way, key = ways[-1]
    ways[-1][1] = key + 1 if isinstance(key, int) else None
    return f"{way}.{key}" if way else str(key)


def ways_in_markdown(text: str, line: int, old: str, new: str) -> Iterator[Way]:
    """Offer ways to write new words for a sentence of the paragraph that begins on a line (from 1)."""
    start = sum(len(one) + 1 for one in text.split("\n")[: line - 1])
    for words in _as_plain(new):
        for changed, lost in _changed(text[start:], old, words):
            yield Way(text[:start] + changed, lost)


def ways_in_yaml(text: str, scalar: Scalar, old: str, new: str) -> Iterator[Way]:
    """Offer ways to write new words for a sentence of one value: as it is quoted now, then quoted anew on one line."""
    raw = text[scalar.start : scalar.end]
    for words in _as_plain(new):
        for changed, lost in _changed(raw, old, _quoted_as(scalar.style, words)):
            yield Way(text[: scalar.start] + _wrapped(raw, changed) + text[scalar.end :], lost)
    for words in _as_plain(new):
        for changed, lost in _changed(scalar.value.strip(), old, words):
            yield Way(text[: scalar.start] + json.dumps(changed, ensure_ascii=False) + text[scalar.end :], lost)


def _as_plain(words: str) -> tuple[str, ...]:
    """Give the words as they are, and with a stroke before each sign that Markdown would read as markup."""
    return words, _STARTS_A_LIST.sub(r"\1\\\2", _MEANS_SOMETHING.sub(r"\\\1", words))


def _quoted_as(style: str, words: str) -> str:
    if style == "'":
        return words.replace("'", "''")
    return json.dumps(words, ensure_ascii=False)[1:-1] if style == '"' else words


def _changed(raw: str, old: str, new: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Replace the first place where the words stand: within what marks them up as a whole, then with it."""
    found = _pattern(old).search(raw)
    if found is None:
        return
    for start, end in dict.fromkeys(((found.start("core"), found.end("core")), found.span())):
        words, lost = _marked_up_as(raw[start:end], new)
        yield raw[:start] + words + raw[end:], lost


def _pattern(sentence: str) -> re.Pattern[str]:
    """Find plain words in their source, whatever markup and line ends stand between their letters."""
    words = (_MARKUP.join(_letter(letter) for letter in word) for word in sentence.split())
    return re.compile(f"{_MARKUP}(?P<core>{_BETWEEN_WORDS.join(words)}){_MARKUP}")


def _letter(letter: str) -> str:
    return "'{1,2}" if letter == "'" else re.escape(letter)


def _marked_up_as(raw: str, words: str) -> tuple[str, tuple[str, ...]]:
    """Make the links and the bold of the old words anew, where the new ones hold the same words."""
    spans: list[tuple[int, int, str]] = []
    lost: list[str] = []
    for kept in _KEPT.finditer(raw):
        label = " ".join((kept["link"] or kept["bold"]).split())
        found = re.search(rf"(?<!\w){re.escape(label)}(?!\w)", words, re.IGNORECASE)
        if found and not any(found.start() < end and start < found.end() for start, end, _ in spans):
            spans.append((*found.span(), f"[{found[0]}]{kept['target']}" if kept["link"] else f"**{found[0]}**"))
        elif kept["link"]:
            lost.append(f"{label} {kept['target']}")
    for start, end, marked in sorted(spans, reverse=True):
        words = words[:start] + marked + words[end:]
    return words, tuple(lost)


def _wrapped(before: str, changed: str) -> str:
    """Wrap the lines that became too long, where the value stood on several lines already."""
    lines = before.split("\n")
    if len(lines) == 1 or before.startswith("|"):
        return changed
    indent = lines[1][: len(lines[1]) - len(lines[1].lstrip())]
    return "\n".join(
        line if len(line) <= _LONGEST_LINE else _wrap(line, "" if place == 0 else indent, indent)
        for place, line in enumerate(changed.split("\n"))
    )


def _wrap(line: str, first: str, rest: str) -> str:
    return textwrap.fill(
        line.strip(), _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
