"""An item's files as they would stand with other words. Nothing is written into content/: what comes out is a diff.

Each change is read again, as the site would read it. It is kept only where the item then says exactly what was meant
and everything else is as before. What cannot be done so is left to a person.
"""

import copy
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from handrail.commands.content._diff import diff_of
from handrail.commands.content._review_line import with_review
from handrail.engine.words.exact import Way, scalars_of, ways_in_markdown, ways_in_yaml
from handrail.engine.words.raw import Record, read_raw
from handrail.engine.words.said import Sentence, sentences_in, text_of

_FENCE = "---\n"


class Draft:
    """One item, and its files with the changes made so far. Make changes from the end of the item to its start."""

    def __init__(self, folder: Path, record: Record) -> None:
        self._folder = folder
        files = dict.fromkeys(filter(None, (record.path, record.body_path)))
        self.before = {file: (folder.parent / file).read_bytes().decode("utf-8") for file in files}
        self.texts = dict(self.before)
        self._records = self._read(self.texts, record)
        self.record = self._records[record.id]

    def change(self, sentence: Sentence, words: str) -> tuple[str, ...] | None:
        """Put words in the place of a sentence.

        Returns:
            The links that were lost, or None where it cannot be done exactly: then nothing has changed.
        """
        for way in self._ways(sentence, words):
            texts = {**self.texts, sentence.file: way.text}
            after = self._read(texts, self.record)
            if self._only_that(after, sentence, words):
                self.texts, self._records, self.record = texts, after, after[self.record.id]
                return way.lost
        return None

    def review(self, by_role: str, on: date) -> bool:
        """Add, or bring up to date, who has read the item. False where it cannot be done exactly."""
        head, text, tail = self._yaml_part()
        changed = with_review(text, f"{self.record.id}." if self.record.group else "", by_role, on)
        if changed is None:
            return False
        texts = {**self.texts, self.record.path: head + changed + tail}
        after = self._read(texts, self.record)
        wanted = {**self.record.data, "reviewed": {"by_role": by_role, "on": on.isoformat()}}
        if not self._others_are_the_same(after) or after[self.record.id].data != wanted:
            return False
        self.texts, self._records, self.record = texts, after, after[self.record.id]
        return True

    def diff(self) -> str:
        """Give the change as `git apply` takes it; "" where there is none."""
        return "".join(diff_of(file, self.before[file], text) for file, text in self.texts.items())

    def line_of(self, sentence: Sentence) -> int:
        """Say on which line of its file, as it stands now, the paragraph or value of a sentence begins."""
        if sentence.in_markdown:
            return sentence.line
        head, text, _ = self._yaml_part(self.before)
        found = scalars_of(text).get(self._way(sentence))
        return (head + text[: found.start]).count("\n") + 1 if found else 1

    def _ways(self, sentence: Sentence, words: str) -> Iterator[Way]:
        if sentence.in_markdown:
            yield from ways_in_markdown(self.texts[sentence.file], sentence.line, sentence.text, words)
            return
        head, text, tail = self._yaml_part()
        scalar = scalars_of(text).get(self._way(sentence))
        for way in ways_in_yaml(text, scalar, sentence.text, words) if scalar else ():
            yield Way(head + way.text + tail, way.lost)

    def _way(self, sentence: Sentence) -> str:
        return f"{self.record.id}.{sentence.place}" if self.record.group else sentence.place

    def _yaml_part(self, texts: dict[str, str] | None = None) -> tuple[str, str, str]:
        """Cut the file of the keys into what stands before the YAML, the YAML, and what stands after it."""
        text = (texts or self.texts)[self.record.path]
        if self.record.kind != "question":
            return "", text, ""
        head, mark, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
        return _FENCE, f"{head}\n", f"{mark[1:]}{body}"

    def _read(self, texts: dict[str, str], record: Record) -> dict[str, Record]:
        """Read the files as content is read, by the ids in them; empty where they cannot be read."""
        with tempfile.TemporaryDirectory() as scratch:
            for file, text in texts.items():
                path = Path(scratch) / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode("utf-8"))
            raw = read_raw(Path(scratch) / self._folder.name, frozenset({record.kind}))
        return {} if raw.problems else {found.id: found for found in raw.records}

    def _only_that(self, after: dict[str, Record], sentence: Sentence, words: str) -> bool:
        if not self._others_are_the_same(after):
            return False
        said = [s for s in sentences_in(self.record) if s.place == sentence.place]
        wanted = " ".join(words if s.number == sentence.number else s.text for s in said)
        now = after[self.record.id]
        place = "" if sentence.in_markdown else sentence.place
        return text_of(now) == {**text_of(self.record), sentence.place: wanted} and _without(now.data, place) == _without(self.record.data, place)

    def _others_are_the_same(self, after: dict[str, Record]) -> bool:
        return after.keys() == self._records.keys() and all(
            after[name].data == record.data for name, record in self._records.items() if name != self.record.id
        )


def _without(data: dict[str, Any], place: str) -> Any:
    """Give the keys of an item with one value taken out."""
    if not place:
        return data
    *way, last = (int(part) if part.isdigit() else part for part in place.split("."))
    rest: Any = copy.deepcopy(data)
    inner = rest
    for part in way:
        inner = inner[part]
    inner[last] = None
    return rest
