"""Leaving the site quickly."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Clear what this browser keeps of the site, and go to a dull page elsewhere.

    Works as a plain link. With the script, the page was blanked already and this answer replaces it in the history.
    Without it the page before stays in the history: the page on staying safe says so.
    """
    headers = {
        "Location": settings.LEAVE_TO,
        "Clear-Site-Data": '"cache", "storage"',
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
    }
    return HttpResponse(status=303, headers=headers)
