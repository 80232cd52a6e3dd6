"""Whom to show before anything else, because the words say that somebody may be in danger.

The longest phrase speaks: "my foster dad hits me" is a child's, though "hits me" alone is read as an adult's.
"""

from collections.abc import Iterable
from itertools import pairwise, product
from typing import Any

from handrail.engine.words.fields import mappings_in, words_in
from handrail.engine.words.stem import key_of

_BETWEEN = ("", "is", "keeps", "just", "has", "have")
_YOUNGEST, _OLDEST = 6, 17
_SELF = frozenset({"im", "am", "i"})


def build_urgent(entries: Any, of_child: bool = False) -> dict[str, list[str]]:
    """Turn the entries of a search file into a mapping of each phrase to what is shown for it.

    An entry says `say: [phrases]`, or `who: [...]` with `does: [...]` for every "who does me" there is. One with
    `by: child` counts only where the words say that a child is asking.
    """
    found: dict[str, list[str]] = {}
    for entry in mappings_in(entries):
        if (entry.get("by") == "child") == of_child:
            for phrase in said_in(entry):
                found.setdefault(key_of(phrase), []).extend(words_in(entry.get("show")))
    return found


def said_in(entry: dict[str, Any]) -> list[str]:
    """List every phrase of one entry."""
    pairs = product(words_in(entry.get("who")), _BETWEEN, words_in(entry.get("does")))
    return words_in(entry.get("say")) + [f"{who} {between} {does} me" for who, between, does in pairs]


def shown_for(runs: Iterable[str], tokens: tuple[str, ...], index: dict[str, Any]) -> list[str]:
    """List what to show for the phrases of a query, each once, that of the longest phrases alone."""
    tables = [index["urgent"], index.get("urgent_child", {})] if is_of_child(tokens) else [index["urgent"]]
    met = {
        run: [topic for table in tables for topic in table.get(run, ())]
        for run in runs
        if any(run in t for t in tables)
    }
    longest = [run for run in met if not any(f" {run} " in f" {other} " for other in met if other != run)]
    return list(dict.fromkeys(topic for run in longest for topic in met[run]))


def is_of_child(tokens: tuple[str, ...]) -> bool:
    """Whether somebody says that they are a child: "im 14"."""
    return any(
        one in _SELF and other.isdecimal() and _YOUNGEST <= int(other[:3]) <= _OLDEST for one, other in pairwise(tokens)
    )
