"""Whom to show before anything else, because the words say that somebody may be in danger.

The longest phrase speaks: "my foster dad hits me" is a child's, though "hits me" alone is read as an adult's.
"""

import re
from collections.abc import Iterable
from itertools import pairwise, product
from typing import Any

from handrail.engine.words.fields import mappings_in, words_in
from handrail.engine.words.stem import key_of

_CHILD = "child: "
_CHOICE = re.compile(r"\{([^{}]*)\}")
_YOUNGEST, _OLDEST = 6, 17
_SELF = frozenset({"im", "am", "i"})


def build_urgent(entries: Any, of_child: bool = False) -> dict[str, list[str]]:
    """Turn `- {say: [...], show: [...]}` into a mapping of each phrase to what is shown for it.

    A phrase that begins with "child: " counts only where a child is asking. "{my dad|my mum} hits me" is two phrases.
    """
    found: dict[str, list[str]] = {}
    for entry in mappings_in(entries):
        for said in words_in(entry.get("say")):
            if said.startswith(_CHILD) == of_child:
                for phrase in phrases_of(said):
                    found.setdefault(key_of(phrase), []).extend(words_in(entry.get("show")))
    return found


def phrases_of(said: str) -> list[str]:
    """Write out every phrase that one line of a search file stands for."""
    parts = _CHOICE.split(said.removeprefix(_CHILD))
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]


def shown_for(runs: Iterable[str], tokens: tuple[str, ...], index: dict[str, Any]) -> list[str]:
    """List what to show for the phrases of a query, each once, that of the longest phrases alone."""
    tables = [index["urgent"], index["urgent_child"]] if is_of_child(tokens) else [index["urgent"]]
    met = {run: [topic for table in tables for topic in table.get(run, ())] for run in runs}
    met = {run: topics for run, topics in met.items() if any(run in table for table in tables)}
    longest = [run for run in met if not any(f" {run} " in f" {other} " for other in met if other != run)]
    return list(dict.fromkeys(topic for run in longest for topic in met[run]))


def is_of_child(tokens: tuple[str, ...]) -> bool:
    """Whether somebody says that they are a child: "im 14"."""
    return any(
        one in _SELF and other.isdecimal() and _YOUNGEST <= int(other[:3]) <= _OLDEST for one, other in pairwise(tokens)
    )
