"""Write a made-up case in a line or two and ask where it stands: `told("2026-03-02 referral-received")`."""

from datetime import date

from handrail.engine.answer import Answer
from handrail.engine.case import Case, Happening
from handrail.engine.dates import fuzzy, parse_date
from handrail.engine.loader import load_map
from handrail.engine.map import Map
from handrail.engine.position import ChildPosition, Position, position

ENGLAND = load_map("england")


def happened(line: str) -> Happening:
    """Read `2026-03-02 referral-received @A`: the date as people have it, the event, and a child where only one is meant."""
    on, event, *child = line.split()
    return Happening(event, parse_date(on), child[0].removeprefix("@") if child else None)


def case(*lines: str, asker: str = "parent", children: tuple[str, ...] = ()) -> Case:
    return Case("england", asker, children, tuple(happened(line) for line in lines))


def where(on: str, *lines: str, asker: str = "parent", children: tuple[str, ...] = (), map_: Map = ENGLAND) -> Position:
    return position(map_, case(*lines, asker=asker, children=children), parse_date(on))


def stands(on: str, *lines: str, asker: str = "parent", map_: Map = ENGLAND) -> ChildPosition:
    """Where the one child of a case stands."""
    return where(on, *lines, asker=asker, map_=map_).children[0]


def answers(child: ChildPosition, limit: str) -> list[Answer]:
    return [a for a in child.answers if a.limit.id == limit]


def only(child: ChildPosition, limit: str) -> Answer:
    """The one answer about a limit."""
    found = answers(child, limit)
    assert len(found) == 1, f"{limit}: {len(found)} answers"
    return found[0]


def day(text: str) -> date:
    return date.fromisoformat(text)


def on_day(ordinal: int) -> str:
    return fuzzy(date.fromordinal(ordinal)).text
