"""What a search engine may read, and where: so that a family finds the page about its stage from anywhere.

Hosted only in effect: at home nobody else reaches the site.
"""

from django.http import HttpRequest, HttpResponse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from handrail.guide.pages.library import library
from handrail.guide.pages.views import PAGES

_LISTS = ("map", "paths", "stages", "preparations", "questions", "rights", "limits", "roles", "routes", "terms", "helplines")
_SHARED = ("/", "/about/", "/staying-safe/", "/who-to-call/", "/changes/", "/sources/")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Let everything be read but what answers one person."""
    lines = ("User-agent: *", "Disallow: /leave", "Disallow: /search/", "Disallow: /is-this-wrong/", f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every page of content, with the day its sources were last read (sitemaps.org 0.9)."""
    shelf = library()
    items = [item for item in shelf.words.items if item.kind in PAGES and shelf.book(item.nation)]
    nations = sorted({item.nation for item in items})
    entries = [(address, "") for address in (*_SHARED, *(f"/{nation}/{part}/" for nation in nations for part in _LISTS))]
    entries += [(item.address, item.checked_on) for item in items]
    rows = "".join(_row(request.build_absolute_uri(address), day) for address, day in entries)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>\n'
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


def _row(address: str, day: str) -> str:
    read = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(address)}</loc>{read}</url>"
