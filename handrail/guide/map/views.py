"""The map: each part of the way as a picture, and the same steps as lists beside it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from handrail.components.pages import render
from handrail.engine.words.items import Item
from handrail.guide.map.layout import Stop, draw
from handrail.guide.pages.fragments import part, per_language
from handrail.guide.pages.library import Book
from handrail.guide.pages.stages import by_lane
from handrail.guide.pages.views import book_of


@require_safe
def whole_map(request: HttpRequest, nation: str) -> HttpResponse:
    """Show the whole way."""
    return render(request, "guide/map.html", map_page(book_of(nation)))


@per_language
def map_page(book: Book) -> dict[str, Any]:
    """Gather the map: the picture and the list of each part, made once."""
    lanes = []
    lane_of = {stage.id: str(stage.fields["lane"]) for stage in book.all("stage")}
    for lane, stages in by_lane(book):
        picture = part("lane", lane=lane, drawing=draw([_stop(stage, lane_of) for stage in stages]))
        steps = [(stage, book.found("stage", stage.fields["next"])) for stage in stages]
        lanes.append((lane, picture, part("steps", steps=steps)))
    return {"lanes": lanes, "processes": book.all("process"), "nation": book.nation}


def _stop(stage: Item, lane_of: dict[str, str]) -> Stop:
    following = tuple(stage.fields["next"])
    own = lane_of[stage.id]
    elsewhere = tuple(dict.fromkeys(lane_of[i] for i in following if lane_of.get(i, own) != own and i != "closed"))
    return Stop(stage.id, stage.title, stage.address, following, elsewhere, bool(stage.fields.get("entry")))
