"""Everything that is open, in one form: items of the map, events, sources, calendars and lists of holidays."""

from dataclasses import dataclass, field
from typing import Any

from handrail.engine.calendars import Calendars
from handrail.engine.model import Event
from handrail.engine.words.items import Item
from handrail.guide.open_data import ROOT
from handrail.guide.open_data.kinds import BY_NAME, Kind


@dataclass(frozen=True, slots=True)
class Thing:
    """One open item as content says it, before it is laid out. `nation` is "" for what belongs to no one nation."""

    kind: Kind
    nation: str
    id: str
    title: str
    page: str | None
    data: dict[str, Any]
    rich: dict[str, str] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    body_html: str = ""

    @property
    def topic(self) -> str:
        """Its name in links, such as `limit:stage1`."""
        return f"{self.kind.name}:{self.id}"

    @property
    def address(self) -> str:
        """Where its data is."""
        return f"{ROOT}{self.nation}/{self.kind.many}/{self.id}/" if self.nation else f"{ROOT}{self.kind.many}/{self.id}/"


def of_item(item: Item) -> Thing:
    """Take an item that has a page, or a place on one."""
    return Thing(BY_NAME[item.kind], item.nation, item.id, item.title, item.address, item.fields, item.rich, item.sections, item.body_html)


def of_event(event: Event, nation: str) -> Thing:
    """Take a kind of event."""
    data: dict[str, Any] = {"asked": event.asked, "told": event.told, "process": event.process, "planned": event.planned, "after": list(event.after)}
    more = {"planned_title": event.planned_title or None, "derived": event.derived, "also": list(event.also)}
    return Thing(BY_NAME["event"], nation, event.id, event.title, None, {**data, **more})


def of_source(source_id: str, record: dict[str, Any]) -> Thing:
    """Take an Act, rule, guidance or collection of pages."""
    seen = [{"at": at, **page} for at, page in (record.get("pages") or {}).items()]
    data = {**record, "pages": seen} if seen else {key: value for key, value in record.items() if key != "pages"}
    return Thing(BY_NAME["source"], "", source_id, record["title"], f"/sources/{source_id}/", data)


def of_calendar(calendar_id: str, calendars: Calendars) -> Thing:
    """Take one definition of working days."""
    data = calendars.definition(calendar_id)
    return Thing(BY_NAME["calendar"], "", calendar_id, data["title"], None, data)


def of_holidays(area: str, calendars: Calendars) -> Thing:
    """Take the holidays of one area."""
    data = calendars.area(area)
    return Thing(BY_NAME["holiday-list"], "", area, data["title"], None, data)
