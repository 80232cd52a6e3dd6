"""Where a page sits on the way: the stage it belongs to, what comes before and after, where to begin, what to get ready for.

Most people land on a page from a search. Each page must be able to stand alone.
"""

from collections.abc import Iterable

from markupsafe import Markup

from handrail.engine.words.items import Item
from handrail.guide.pages.fragments import part
from handrail.guide.pages.library import Book

_MOST_BESIDE, _MOST_OTHERS, _MOST_WAYS = 4, 4, 3


def place_part(book: Book, item: Item) -> Markup:
    """Render where an item's page sits, with the ways on from there."""
    stages = stages_of(book, item)
    here = stages[0] if stages else None
    return part(
        "place", nation=book.nation, here=here, others=stages[1 : _MOST_OTHERS + 1],
        earlier=_along(stages_before(book, here), here, -1) if here else [], later=_along(book.found("stage", here.fields["next"]), here, 1) if here else [],
        paths=_of_stages("path", book, item, stages), preparations=_of_stages("preparation", book, item, stages),
    )


def stages_before(book: Book, stage: Item) -> list[Item]:
    """List the stages that can lead to this one."""
    return [other for other in book.all("stage") if stage.id in other.fields["next"]]


def _along(stages: list[Item], here: Item, way: int) -> list[Item]:
    """Keep the stages that lie further along the usual way (1), or before (-1): a case that was closed can begin again, but that is no way to it."""
    return [stage for stage in stages if (stage.fields["order"] - here.fields["order"]) * way > 0][:_MOST_BESIDE]


def stages_of(book: Book, item: Item) -> list[Item]:
    """List the stages that an item belongs to, the nearest first; none where it belongs to all."""
    if item.kind == "limit":
        limit = book.map.limits[item.id]
        return [stage for stage in book.all("stage") if limit in book.limits_of(stage.id)]
    if item.kind == "role":
        return [stage for stage in book.all("stage") if item.id in (stage.fields.get("roles") or ())] or book.found("stage", _named(item))
    if item.kind == "route":
        limits = set(item.fields.get("limits") or ())
        return [stage for stage in book.all("stage") if limits & {limit.id for limit in book.limits_of(stage.id)}]
    if item.kind == "term":
        return _stages_linking_to(book, item)
    return book.found("stage", _named(item))


def _named(item: Item) -> Iterable[str]:
    stages = item.fields.get("stages")
    return stages if isinstance(stages, list) else ()


def _stages_linking_to(book: Book, term: Item) -> list[Item]:
    """List the stages whose words use a term; where none does, those of the questions that use it."""
    linking = book.linked_from.get(term.address, [])
    direct = [item for item in linking if item.kind == "stage"]
    return direct or book.found("stage", dict.fromkeys(stage for item in linking for stage in _named(item)))


def _of_stages(kind: str, book: Book, item: Item, stages: list[Item]) -> list[Item]:
    """List the paths or sheets of the nearest stage, but not the page itself."""
    nearest = {stage.id for stage in stages[:1]}
    return [found for found in book.all(kind) if nearest & set(_named(found)) and found is not item][:_MOST_WAYS]
