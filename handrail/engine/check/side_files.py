"""Rules about the files that stand alone: search words, nations, legal words."""

from collections.abc import Iterator
from typing import Any

from handrail.engine.check.finding import Finding
from handrail.engine.check.schema import NATIONS
from handrail.engine.check.tree import Tree

_SAID = {"synonyms": "mean", "urgent": "show"}
_LEGAL_WORDS = ("easy", "plain_initials")
_ABOUT_NATION = ("name", "words", "notice", "helplines")


def search_words_of_the_wrong_shape(tree: Tree) -> Iterator[Finding]:
    """Find search files with other keys or shapes than synonyms, urgent and if_nothing have."""
    for nation in NATIONS:
        name = f"search/{nation}.yaml"
        for key, value in tree.part(name).items():
            if key in _SAID:
                yield from _wrong_entries(tree.label(name), key, value, _SAID[key])
            elif key != "if_nothing" or not _is_list_of_words(value):
                yield Finding(
                    tree.label(name), key, repr(value)[:60], "synonyms, urgent, and if_nothing: a list of topics"
                )


def nations_of_the_wrong_shape(tree: Tree) -> Iterator[Finding]:
    """Find entries of search/nations.yaml that are no nation, or lack what a person is told."""
    name = "search/nations.yaml"
    for nation, about in tree.part(name).items():
        if nation not in NATIONS:
            yield Finding(tree.label(name), nation, f"the nation '{nation}'", ", ".join(NATIONS))
        elif not isinstance(about, dict) or set(about) != set(_ABOUT_NATION) or not _has_lists(about):
            yield Finding(
                tree.label(name), nation, repr(about)[:60], f"{', '.join(_ABOUT_NATION)}; words and helplines are lists"
            )


def legal_words_of_the_wrong_shape(tree: Tree) -> Iterator[Finding]:
    """Find keys of legal-words.yaml that nothing reads, or that are no lists of words."""
    name = "legal-words.yaml"
    for key, value in tree.part(name).items():
        if key not in _LEGAL_WORDS or not _is_list_of_words(value):
            yield Finding(tree.label(name), key, repr(value)[:60], f"{', '.join(_LEGAL_WORDS)}, each a list of words")


def _wrong_entries(file: str, key: str, value: Any, to: str) -> Iterator[Finding]:
    for place, entry in enumerate(value if isinstance(value, list) else [value]):
        if not isinstance(entry, dict) or set(entry) != {"say", to} or not all(map(_is_list_of_words, entry.values())):
            yield Finding(file, f"{key}.{place}", repr(entry)[:60], f"a list of {{say: [...], {to}: [...]}}")


def _is_list_of_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, (str, int)) for word in value)


def _has_lists(about: dict[str, Any]) -> bool:
    return _is_list_of_words(about["words"]) and _is_list_of_words(about["helplines"])
