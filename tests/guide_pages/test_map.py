"""The map: every stage is in the picture and in the list, once each, and the picture stays within its frame."""

import re

import pytest

from handrail.guide.map.layout import WIDTH, Stop, draw
from handrail.guide.pages.library import library
from tests.client import CheckingClient


def stop(name: str, *following: str) -> Stop:
    return Stop(name, f"The {name}", f"/{name}/", following)


def test_every_stage_is_in_the_picture_and_in_the_list(client: CheckingClient) -> None:
    page = client.get("/england/map/").content.decode()
    book = library().book("england")
    assert book is not None
    pictures = "".join(re.findall(r"<svg class=\"map\".*?</svg>", page, re.DOTALL))
    lists = re.sub(r"<svg class=\"map\".*?</svg>", "", page, flags=re.DOTALL)
    for stage in book.all("stage"):
        assert pictures.count(f'href="{stage.address}"') == 1, stage.id
        for following in stage.fields["next"]:
            assert f'href="/england/stages/{following}/"' in lists


def test_every_picture_is_named_and_told(client: CheckingClient) -> None:
    page = client.get("/england/map/").content.decode()
    assert page.count('<svg class="map"') == page.count("<title id=") == page.count("<desc id=") == 7


def test_neighbours_are_joined_along_the_rail_and_others_by_a_curve() -> None:
    drawing = draw([stop("a", "b", "c"), stop("b", "c"), stop("c", "a")])
    assert len(drawing.rails) == 2
    assert len(drawing.curves) == 2
    assert [back for _path, _arrow, back in drawing.curves] == [False, True]


def test_a_way_back_to_the_neighbour_is_an_arrow_on_the_same_rail() -> None:
    drawing = draw([stop("a", "b"), stop("b", "a")])
    assert [both for _start, _end, both in drawing.rails] == [True]
    assert not drawing.curves


def test_stations_stand_one_below_another_and_never_overlap() -> None:
    drawing = draw([Stop(str(n), "A name so long that it takes more lines than one, or even two", "/", ()) for n in range(9)])
    for one, other in zip(drawing.stations, drawing.stations[1:], strict=False):
        assert one.top + one.height <= other.top
    assert drawing.stations[-1].top + drawing.stations[-1].height <= drawing.height


@pytest.mark.parametrize("number", [1, 2, 12])
def test_nothing_is_drawn_outside_the_frame(number: int) -> None:
    names = [str(n) for n in range(number)]
    drawing = draw([stop(name, *names) for name in names])
    numbers = [int(n) for path, _arrow, _back in drawing.curves for n in re.findall(r"-?\d+", path)]
    middle = [n for path, _arrow, _back in drawing.curves for n in _bounds(path)]
    assert all(n >= 0 for n in middle)
    assert max(numbers, default=0) <= max(drawing.height, WIDTH)


def _bounds(path: str) -> list[float]:
    """The leftmost point of a curve: three quarters of the way to its handles."""
    x, _y, handle, *_rest = (int(n) for n in re.findall(r"-?\d+", path))
    return [x + 0.75 * (handle - x)]
