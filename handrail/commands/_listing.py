"""List what the map of a nation knows, for people or as JSON (docs/schemas/listing.schema.json)."""

from collections.abc import Callable
from typing import Any

from handrail.commands._shared import Words, add_json, add_nation, print_json
from handrail.engine.loader import load_map
from handrail.engine.map import Map
from handrail.engine.model import Event, Limit, Stage
from handrail.engine.working import source_records

LISTING_FORMAT = "handrail-listing/1"


def list_kind(kind: str, args: list[str]) -> int:
    """Run one of the three commands."""
    parser = Words(prog=f"handrail {kind}", description=f"List the {kind} that the map knows.")
    add_nation(parser)
    add_json(parser, "listing")
    asked = parser.parse_args(args)
    map_ = load_map(asked.nation)
    rows = _ROWS[kind](map_)
    if asked.json:
        print_json({"format": LISTING_FORMAT, "kind": kind, "nation": map_.nation, "content_version": str(map_.about["version"]), kind: rows})
    else:
        width = max((len(r["id"]) for r in rows), default=0)
        print("\n".join(f"{r['id']:<{width}}  {r['title']}" for r in rows))
    return 0


def _events(map_: Map) -> list[dict[str, Any]]:
    return [_event(map_, e) for e in map_.events.values()]


def _event(map_: Map, event: Event) -> dict[str, Any]:
    starts = list(dict.fromkeys(t.limit.id for t in map_.triggers.get(event.id, [])))
    ends = [limit.id for limit in map_.limits.values() if event.id in limit.end]
    opens, closes = ([s.id for s in moved.get(event.id, [])] for moved in (map_.opened_by, map_.closed_by))
    return {
        "id": event.id, "title": event.title, "planned_title": event.planned_title or None, "asked": event.asked,
            "process": event.process, "told": event.told, "planned": event.planned,
        "starts": starts, "ends": ends, "opens": opens, "closes": closes,
    }


def _limits(map_: Map) -> list[dict[str, Any]]:
    return [_limit(map_, limit) for limit in map_.limits.values()]


def _limit(map_: Map, limit: Limit) -> dict[str, Any]:
    now = limit.values[-1] if limit.values else None
    return {
        "id": limit.id, "title": limit.title, "process": limit.process, "side": limit.side, "kind": limit.kind, "mark": limit.mark,
        "in_force": limit.in_force, "gives_a_date": limit.no_date_because is None, "no_date_because": limit.no_date_because,
        "words": limit.words.strip(), "who": list(limit.who), "may_act": list(limit.may_act),
        "start": [s.event for s in limit.start], "end": list(limit.end), "calendar": limit.calendar, "day_one": limit.day_one,
        "amount": now.amount if now else None, "unit": now.unit if now else None,
        "part_of": limit.part_of, "checked_on": str(limit.checked_on), "source": source_records(map_, limit),
    }


def _stages(map_: Map) -> list[dict[str, Any]]:
    return [_stage(s) for s in sorted(map_.stages.values(), key=lambda s: (s.order, s.id))]


def _stage(stage: Stage) -> dict[str, Any]:
    return {
        "id": stage.id, "title": stage.title, "short": stage.short, "process": stage.process, "lane": stage.lane,
        "opens": list(stage.opens), "closes": list(stage.closes), "next": list(stage.next), "leads": stage.leads,
        "roles": list(stage.roles), "limits": list(stage.limits), "rights": list(stage.rights), "in_force": stage.in_force,
    }


_ROWS: dict[str, Callable[[Map], list[dict[str, Any]]]] = {"events": _events, "limits": _limits, "stages": _stages}
