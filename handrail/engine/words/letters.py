"""Compare a query with each page by groups of four letters (BM25 over them), across words and little words too.

So "brusied" still meets "bruised", "home educated" meets "home education", and the order of words counts a little,
with no list of endings. The groups come from the title and from what people say for a page.
"""

from array import array
from collections import Counter
from collections.abc import Sequence
from math import log

from handrail.engine.words.items import Item
from handrail.engine.words.stem import tokens_of

_LONG = 4
_TITLE_COUNTS = 3
_SATURATION = 2.0
_LENGTH_SHARE = 0.75
_SHORTEST = 0.8
"""A page of which few phrases are known counts as nearly as long as most: else it would win by having little."""
_FINEST = 12
"""Worths are kept as whole twelfths, one byte each: the dearest group is worth about 20."""
_PAGE = 256


def groups_of(tokens: Sequence[str]) -> list[str]:
    """List every four letters in a row, spaces between words and at both ends counting as letters."""
    text = f" {' '.join(tokens)} "
    return [text[place : place + _LONG] for place in range(len(text) - _LONG + 1)]


def build_letters(items: Sequence[Item]) -> dict[str, str]:
    """Say for each group which pages have it and what it is worth to them.

    Returns:
        Group to page and worth packed in four bytes, as text: JSON and marshal both hold that, and it is small.
    """
    counted = [_counted(item) for item in items]
    lengths = [counts.total() for counts in counted]
    mean = max(1.0, sum(lengths) / max(1, len(lengths)))
    spread = Counter(group for counts in counted for group in counts)
    packed: dict[str, array[int]] = {}
    for number, counts in enumerate(counted):
        slow = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * max(_SHORTEST, lengths[number] / mean))
        for group, times in counts.items():
            rarity = log(1 + (len(items) - spread[group] + 0.5) / (spread[group] + 0.5))
            worth = round(_FINEST * rarity * times * (_SATURATION + 1) / (times + slow))
            if worth:
                packed.setdefault(group, array("I")).append(number * _PAGE + min(worth, _PAGE - 1))
    return {group: row.tobytes().decode("latin-1") for group, row in packed.items()}


def _counted(item: Item) -> Counter[str]:
    counts: Counter[str] = Counter()
    for phrase in (*[item.title] * _TITLE_COUNTS, *item.also):
        counts.update(groups_of(tokens_of(phrase)))
    return counts


def worths_of(letters: dict[str, str], tokens: Sequence[str], pages: int) -> list[float]:
    """Say what the groups of a query are worth to each page."""
    worths = [0] * pages
    for group in dict.fromkeys(groups_of(tokens)):
        row = letters.get(group)
        if row:
            for both in memoryview(row.encode("latin-1")).cast("I"):
                worths[both // _PAGE] += both % _PAGE
    return [worth / _FINEST for worth in worths]
