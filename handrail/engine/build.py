"""Build the map's records from plain values (as read from YAML, or from the compiled file)."""

from datetime import date
from typing import Any

from handrail.engine.model import Event, Limit, Reading, Right, Stage, Start, Value


def limit_of(id_: str, nation: str, raw: dict[str, Any]) -> Limit:
    """Build a limit from plain values."""
    values = dict(raw)
    values["start"] = _starts(raw.get("start"))
    values["values"] = tuple(_value(v) for v in raw["values"] or ())
    values["readings"] = tuple(_reading(r) for r in raw.get("readings") or ())
    return Limit(id=id_, nation=nation, **_tuples(values))


def stage_of(id_: str, nation: str, raw: dict[str, Any]) -> Stage:
    """Build a stage from plain values."""
    return Stage(id=id_, nation=nation, **_tuples(raw))


def right_of(id_: str, raw: dict[str, Any]) -> Right:
    """Build a right from plain values; `all` stands for everybody or every stage."""
    values = _tuples(raw)
    for key in ("whose", "stages"):
        if isinstance(values.get(key), str):
            values[key] = (values[key],)
    return Right(id=id_, **values)


def event_of(id_: str, raw: dict[str, Any], rank: int) -> Event:
    """Build an event from plain values."""
    return Event(id=id_, rank=rank, **_tuples(raw))


def _tuples(raw: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in raw.items() if v is not None}


def _starts(raw: Any) -> tuple[Start, ...]:
    return tuple(Start(s) if isinstance(s, str) else Start(s["event"], s.get("nth", "any")) for s in raw or ())


def _value(raw: dict[str, Any]) -> Value:
    maximum = raw.get("maximum") or {}
    return Value(
        since=_day(raw.get("from")), until=_day(raw.get("to")), amount=raw.get("amount"), unit=raw.get("unit") or "",
        words=raw.get("words") or "", maximum=maximum.get("amount"), maximum_unit=maximum.get("unit") or "",
        maximum_words=maximum.get("words") or "", sources=tuple(raw.get("sources") or ()),
    )


def _reading(raw: dict[str, Any]) -> Reading:
    return Reading(**{**raw, "start": _starts(raw.get("start"))})


def _day(text: str | None) -> int | None:
    return None if text is None else date.fromisoformat(str(text)).toordinal()
