"""Which changes of the map touch a saved case: those of anything that its answer shows."""

from datetime import date

from handrail.engine.position import ChildPosition, Position
from handrail.guide.changes.told import Told, all_changes, that_touch
from handrail.guide.pages.library import library
from handrail.guide.where.standing import routes_for


def map_changes_for(position: Position, saved_on: str) -> list[Told]:
    """List the changes since a case was saved that touch it; none where the file does not say when that was.

    Args:
        position: where the case stands today.
        saved_on: the day in the file, as typed there.
    """
    try:
        since = date.fromisoformat(saved_on)
    except ValueError:
        return []
    topics = frozenset(topic for child in position.children for topic in _topics(child))
    return that_touch(all_changes(library().words), topics, since)


def _topics(child: ChildPosition) -> list[str]:
    limits = {answer.limit.id for answer in child.answers}
    return [
        *(f"limit:{id_}" for id_ in limits),
        *(f"stage:{spell.stage.id}" for spell in (*child.before, *child.now, *child.planned)),
        *(f"right:{right.id}" for right in child.rights),
        *(f"role:{role}" for role in child.roles),
        *(route.topic for route in routes_for(limits)),
    ]
