"""Render a page. Every view of every room ends here.

    return render(request, "guide/stage.html", {"heading": stage.title, "stage": stage})

A template extends `base.html` and gets, besides its own context: `request`, `today` (a date in London), and the
globals of handrail.components.templating (`url`, `static`, `law_as_at` ...). `heading` is the one h1 and begins the title.
"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from handrail.components.clock import today
from handrail.components.templating import environment_for


def render(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    status: int = 200,
    private: bool = False,
) -> HttpResponse:
    """Render a template to an answer.

    Args:
        request: the request that is answered.
        template: the name below a room's templates folder, such as `guide/stage.html`.
        context: what the template shows.
        status: the HTTP status.
        private: true for anything that tells of one person: no cache keeps it, and it is never compressed.

    Returns:
        The whole page, in the language that is switched on.
    """
    known = {"request": request, "today": today(), **(context or {})}
    response = HttpResponse(render_text(template, known), status=status)
    return keep_private(response) if private else response


def render_text(template: str, context: Mapping[str, Any]) -> str:
    """Render a template to text, without a request: for components, files and tests."""
    return environment_for(get_language() or "en-gb").get_template(template).render(context)


def keep_private(response: HttpResponse) -> HttpResponse:
    """Mark an answer of any kind as nobody else's: not stored by the browser or by anything between."""
    response.headers["Cache-Control"] = "no-store, private"
    return response
