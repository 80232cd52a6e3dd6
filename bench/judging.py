"""One case of 100 events against every limit of England: verdicts and dates, without workings."""

import json
from functools import partial

from bench.cases import SHAPES, as_json_value, drawn, last_day, realistic
from bench.peers import peer_rows
from bench.row import Row, microseconds, times_of
from handrail.engine.case import Case, case_of
from handrail.engine.loader import load_map
from handrail.engine.map import Map
from handrail.engine.position import Position, position

GOAL_P50, GOAL_P99 = 150e-6, 600e-6


def measure() -> list[Row]:
    """Judge made-up histories, cases drawn by chance, the same from JSON text, and the peers beside them."""
    map_ = load_map("england")
    cases = realistic()
    times = times_of([partial(position, map_, case, last_day(case)) for case in cases], rounds=60)
    met = times.cpu_p50 < GOAL_P50 and times.cpu_p99 < GOAL_P99  # by CPU: by the wall, one in a hundred waits for other programs
    goal = f"p50 < {GOAL_P50 * 1e6:.0f} µs, p99 < {GOAL_P99 * 1e6:.0f} µs"
    rows = [Row("One case, 100 events, all England limits", microseconds(times), goal, met,
                f"{len(map_.limits)} limits, {_answers(map_, cases):.0f} answers a case")]
    rows += [_shape(map_, name, cases[place :: len(SHAPES)]) for place, name in enumerate(SHAPES)]
    chance = drawn(map_)
    times = times_of([partial(position, map_, case, last_day(case)) for case in chance], rounds=30)
    rows.append(Row("  ... 100 events drawn by chance", microseconds(times), note=f"{_answers(map_, chance):.0f} answers a case"))
    rows.append(_from_json(map_, cases))
    return rows + peer_rows()


def _shape(map_: Map, name: str, cases: list[Case]) -> Row:
    times = times_of([partial(position, map_, case, last_day(case)) for case in cases], rounds=40)
    return Row(f"  ... {name}", microseconds(times), note=f"{_answers(map_, cases):.0f} answers a case")


def _from_json(map_: Map, cases: list[Case]) -> Row:
    texts = [(json.dumps(as_json_value(case)), last_day(case)) for case in cases]

    def from_text(text: str, on: object) -> Position:
        return position(map_, case_of(json.loads(text), lambda _: map_.events, "case"), on)  # type: ignore[arg-type]

    times = times_of([partial(from_text, text, on) for text, on in texts], rounds=30)
    return Row("  ... from JSON text", microseconds(times))


def _answers(map_: Map, cases: list[Case]) -> float:
    return sum(len(child.answers) for case in cases for child in position(map_, case, last_day(case)).children) / len(cases)
