"""Lay out one part of the way as a rail: stations one below another, what leads to what drawn as lines.

Only numbers come out of here; the template draws them. A unit is a CSS pixel on the narrowest phone.
"""

from dataclasses import dataclass, field
from textwrap import wrap

WIDTH = 284
_EDGE = 12
_LABEL_GAP = 22
_LETTERS = 25
_LINE = 19
_GAP = 22
_TOP = 16


@dataclass(frozen=True, slots=True)
class Stop:
    """What is to be drawn: a name, a link, what may come next here, and the parts it may lead to."""

    id: str
    title: str
    address: str
    next: tuple[str, ...]
    leads_to: tuple[str, ...] = ()
    is_way_in: bool = False


@dataclass(frozen=True, slots=True)
class Station:
    """A stop with its place: the middle of its mark, its lines of text, where else it leads, and the box that can be pressed."""

    stop: Stop
    y: int
    lines: tuple[tuple[int, str], ...]
    exits: tuple[tuple[int, str], ...]
    top: int
    height: int


@dataclass(slots=True)
class Drawing:
    """A whole picture. `rails` join neighbours; `curves` go past others, `back` where they lead up the page."""

    width: int = WIDTH
    height: int = 0
    rail: int = _EDGE
    label: int = _EDGE + _LABEL_GAP
    stations: list[Station] = field(default_factory=list)
    rails: list[tuple[int, int, bool]] = field(default_factory=list)
    curves: list[tuple[str, str, bool]] = field(default_factory=list)


def draw(stops: list[Stop]) -> Drawing:
    """Lay out the stops of one part, in their order."""
    drawing = Drawing()
    y = _TOP
    for stop in stops:
        station = _station(stop, y)
        drawing.stations.append(station)
        y += station.height + _GAP
    drawing.height = y - _GAP + 8
    _join(drawing)
    return drawing


def _station(stop: Stop, y: int) -> Station:
    words = wrap(stop.title, _LETTERS)
    lines = tuple((y + 5 + place * _LINE, line) for place, line in enumerate(words))
    height = max(len(words) * _LINE, 24)
    below = y + 5 + len(words) * _LINE
    exits = tuple((below + place * _LINE, lane) for place, lane in enumerate(stop.leads_to))
    height += len(exits) * _LINE
    return Station(stop, y, lines, exits, y - 14, height + 10)


def _join(drawing: Drawing) -> None:
    """Draw what leads to what: along the rail between neighbours, on its left past others."""
    places = {station.stop.id: place for place, station in enumerate(drawing.stations)}
    leaps = []
    for place, station in enumerate(drawing.stations):
        for target in (places[t] for t in station.stop.next if t in places):
            if target == place + 1:
                after = drawing.stations[target]
                drawing.rails.append((station.y, after.y, station.stop.id in after.stop.next))
            elif target != place and not _is_drawn(drawing, place, target):
                leaps.append((place, target))
    drawing.rail += max((_reach(one, other) * 3 // 4 for one, other in leaps), default=0)
    drawing.label = drawing.rail + _LABEL_GAP
    drawing.curves = [_curve(drawing, one, other) for one, other in leaps]


def _is_drawn(drawing: Drawing, place: int, target: int) -> bool:
    """Is this the way back along a rail that is drawn with arrows at both ends?"""
    return target == place - 1 and drawing.stations[place].stop.id in drawing.stations[target].stop.next


def _reach(one: int, other: int) -> int:
    """Say how far a curve swings out: further past more stations, and less where it leads back, to keep the two apart."""
    return min(64, 14 + 9 * abs(other - one)) - (7 if other < one else 0)


def _curve(drawing: Drawing, one: int, other: int) -> tuple[str, str, bool]:
    """Give a curve, the arrow at its end, and whether it leads back."""
    is_back = other < one
    start, end = drawing.stations[one].y + (-4 if is_back else 4), drawing.stations[other].y + (4 if is_back else -4)
    x, reach = drawing.rail - 9, _reach(one, other)
    path = f"M{x} {start}C{x - reach} {start} {x - reach} {end} {x - 5} {end}"
    return path, f"M{x} {end}l-8 -5v10z", is_back
