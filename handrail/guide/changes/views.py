"""The page of what changed, and the same as an Atom feed for whoever keeps an eye on the law."""

from datetime import UTC, date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handrail.components.pages import render
from handrail.guide.changes.told import Told, all_changes
from handrail.guide.pages.library import library


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Show what changed, newest first."""
    return render(request, "changes/changes.html", {"changes": all_changes(library().words)})


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Give the same as a feed. It names this site's own addresses, and nobody who asks."""
    page = request.build_absolute_uri("/changes/")
    made = Atom1Feed(_("Handrail: what changed"), page, _("Changes of the map: law, holidays, words."), feed_url=request.build_absolute_uri(), language="en-gb")
    for change in all_changes(library().words):
        made.add_item(change.title, f"{page}#{change.id}", _summary(change), unique_id=f"{page}#{change.id}",
                      pubdate=_noon(change.on), updateddate=_noon(change.on), categories=[change.kind, change.nation])
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _summary(change: Told) -> str:
    return " ".join(piece.striptags() for piece in (*change.words, *change.why))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
