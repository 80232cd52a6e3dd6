"""Two addresses for machines: is the process alive, and can it answer people?

`/readyz` asks the database and every room that has an `is_ready` method on its AppConfig (the guide says whether its
content is loaded). It answers with the names of what is not ready and nothing more.
"""

from django.apps import apps
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Say that the process answers."""
    return _plain("alive", 200)


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Say whether everything a page needs is there."""
    missing = [name for name, is_ready in _asked() if not is_ready]
    return _plain("not ready: " + ", ".join(missing), 503) if missing else _plain("ready", 200)


def _asked() -> list[tuple[str, bool]]:
    rooms = [(room.label, room.is_ready) for room in apps.get_app_configs() if hasattr(room, "is_ready")]
    return [("database", _database_answers()), *((name, bool(ask())) for name, ask in rooms)]


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(
        text + "\n", status=status, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"}
    )
