"""One view for every address of open data: an answer with its ETag, or why there is none, in one shape.

Any site may read these addresses from a browser (docs/decisions/013-open-data.md): they hold nothing of a person, take no query
and no form, and give no cookie.
"""

from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from handrail.guide.open_data import ROOT
from handrail.guide.open_data.answers import Moved, NotThere, head
from handrail.guide.open_data.bodies import Body, body_at, shelf
from handrail.guide.open_data.plain import json_bytes

_METHODS = ["GET", "HEAD"]
_MOST_SHOWN = 80  # letters of an address that an answer repeats
_OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag", "Cache-Control": "public, max-age=300"}


def answer(request: HttpRequest, **_parts: Any) -> HttpResponseBase:
    """Answer any address under /api/v1/; which one is read from its path."""
    if request.method not in _METHODS:
        refusal = _problem(request, 405, str(request.method), _METHODS, "These addresses are for reading.")
        refusal.headers["Allow"] = ", ".join(_METHODS)
        return refusal
    if request.META.get("QUERY_STRING"):
        return _problem(request, 400, "a query", [], "These addresses take none: leave out what stands after the question mark.")
    try:
        return _whole(request, body_at(request.path))
    except NotThere as problem:
        return _problem(request, 404, problem.found, problem.allowed, problem.hint)
    except Moved as moved:
        return HttpResponse(status=301, headers={**_OPEN, "Location": moved.address})


def _whole(request: HttpRequest, body: Body) -> HttpResponseBase:
    is_packed = body.is_worth_packing and "gzip" in request.headers.get("Accept-Encoding", "")
    unchanged = get_conditional_response(request, etag=body.etag(is_packed))
    response = _sent(request, body, is_packed) if unchanged is None else unchanged
    for name, value in {**_OPEN, "ETag": body.etag(is_packed), "Vary": "Accept-Encoding"}.items():
        response.headers[name] = value
    return response


def _sent(request: HttpRequest, body: Body, is_packed: bool) -> HttpResponseBase:
    if body.media_type == "application/zip":
        # A stream is not compressed again on its way out, so the bytes stay those of its SHA-256.
        return FileResponse(BytesIO(body.plain), as_attachment=True, filename=request.path.rpartition("/")[2], content_type=body.media_type)
    response = HttpResponse(body.packed if is_packed else body.plain, content_type=body.media_type)
    if is_packed:
        response.headers["Content-Encoding"] = "gzip"
    return response


def _problem(request: HttpRequest, status: int, found: str, allowed: list[str], hint: str) -> HttpResponse:
    told = {**head(shelf(), "", "error", ROOT), "error": {"status": status, "found": found[:_MOST_SHOWN], "allowed": allowed, "hint": hint}}
    return HttpResponse(json_bytes(told), status=status, content_type="application/json", headers={**_OPEN, "Cache-Control": "no-cache"})
