"""Where a page sits on the way: the stage it belongs to, what comes before and after, where to begin, what to get ready for.

Most people land on a page from a search. Each page must be able to stand alone.
"""

from collections.abc import Iterable

from markupsafe import Markup

from handrail.engine.words.items import Item
from handrail.guide.pages.fragments import part
from handrail.guide.pages.library import Book

_MOST_BESIDE, _MOST_OTHERS, _MOST_WAYS = 4, 4, 3
_AT_ANY_TIME = "side"


def place_part(book: Book, item: Item) -> Markup:
    """Render where an item's page sits, with the ways on from there."""
    stages = stages_of(book, item)
    here = stages[0] if stages else None
    return part(
        "place", nation=book.nation, here=here, others=stages[1 : _MOST_OTHERS + 1],
        earlier=_along(stages_before(book, here), here, -1) if here else [], later=_along(book.found("stage", here.fields["next"]), here, 1) if here else [],
        paths=paths_of(book, here, item), preparations=_preparations_of(book, here, item),
    )


def stages_before(book: Book, stage: Item) -> list[Item]:
    """List the stages that can lead to this one."""
    return book.naming("stage", "next", stage.id)


def _along(stages: list[Item], here: Item, way: int) -> list[Item]:
    """Keep the stages that lie further along the usual way (1), or before it (-1).

    A case that was closed can begin again, and a complaint can come at any time: neither says what comes before or after.
    """
    if here.fields["lane"] == _AT_ANY_TIME:
        return []
    along = [stage for stage in stages if (stage.fields["order"] - here.fields["order"]) * way > 0 and stage.fields["lane"] != _AT_ANY_TIME]
    return along[:_MOST_BESIDE]


def stages_of(book: Book, item: Item) -> list[Item]:
    """List the stages that an item belongs to, the nearest first; none where it belongs to all."""
    if item.kind == "limit":
        limit = book.map.limits[item.id]
        stages = [stage for stage in book.all("stage") if limit in book.limits_of(stage.id)]
        return sorted(stages, key=lambda stage: not set(limit.end) & set(stage.fields["closes"]))  # first the one in which it is met
    if item.kind == "role":
        return book.naming("stage", "roles", item.id) or book.found("stage", _named(item))
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


def paths_of(book: Book, stage: Item | None, but: Item | None = None) -> list[Item]:
    """List the paths that begin at a stage: those that name it first of all."""
    return [path for path in book.all("path") if stage and path is not but and list(_named(path))[:1] == [stage.id]][:_MOST_WAYS]


def _preparations_of(book: Book, stage: Item | None, but: Item) -> list[Item]:
    return [sheet for sheet in book.all("preparation") if stage and sheet is not but and stage.id in _named(sheet)][:_MOST_WAYS]
