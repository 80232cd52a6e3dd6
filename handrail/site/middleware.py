"""What happens to every request: one line in the log, the security headers, compression, and the cross-site check.

Guests get no cookie, so their forms carry no authority and need no token; they are refused only when the browser
itself says that another site sent them. Rooms with signed-in people add Django's CSRF check to their own views.
"""

import logging
import time
import zlib
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from handrail.site.failures import refused

Handler = Callable[[HttpRequest], HttpResponseBase]

_LOG = logging.getLogger("handrail.access")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_METHODS = _SAFE | {"POST", "PUT", "PATCH", "DELETE"}
_WORTH_COMPRESSING_BYTES = 1_000

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    # Under no-referrer a browser sends `Origin: null` with our own forms too, and they could not be told apart.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "X-DNS-Prefetch-Control": "off",
}
_HSTS = "max-age=31536000; includeSubDomains"


def access_log(get_response: Handler) -> Handler:
    """Log route name, method, status and milliseconds: never a path, query, address or user agent."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        response = get_response(request)
        match = request.resolver_match
        _LOG.info(
            "route=%s method=%s status=%d ms=%.1f",
            (match.view_name if match else "") or "-",
            request.method if request.method in _METHODS else "other",
            response.status_code,
            (time.perf_counter() - started) * 1000,
        )
        return response

    return answer


def security_headers(get_response: Handler) -> Handler:
    """Add the headers that keep a page to itself. What a view has set already stays."""
    headers = dict(HEADERS)
    if not settings.ENVIRONMENT.is_home:
        headers["Strict-Transport-Security"] = _HSTS

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        # An answer to a form holds what the person typed: no cache keeps it, and Back asks before sending it again.
        response.headers.setdefault("Cache-Control", "no-cache" if request.method in _SAFE else "no-store")
        return response

    return answer


def compress(get_response: Handler) -> Handler:
    """Compress pages for old phones on slow lines, except private ones.

    A page that a view marked no-store may hold a secret beside what somebody typed, and its compressed length would
    tell of it (BREACH). Public pages hold none, nor does the answer to a guest's form: all in it is the guest's own.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not isinstance(response, HttpResponse) or not _is_worth_compressing(request, response):
            return response
        packer = zlib.compressobj(level=4, wbits=31)
        response.content = packer.compress(response.content) + packer.flush()
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.content))
        return response

    return answer


def refuse_cross_site(get_response: Handler) -> Handler:
    """Refuse a form only when `Sec-Fetch-Site` or `Origin` says that another site sent it."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.method not in _SAFE and _says_cross_site(request):
            return refused(request)
        return get_response(request)

    return answer


def _says_cross_site(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "cross-site"
    origin = request.headers.get("Origin")
    if origin is None or origin == "null":
        return False
    return urlsplit(origin).netloc != request.get_host()


def _is_worth_compressing(request: HttpRequest, response: HttpResponse) -> bool:
    patch_vary_headers(response, ["Accept-Encoding"])
    return (
        "gzip" in request.headers.get("Accept-Encoding", "")
        and len(response.content) > _WORTH_COMPRESSING_BYTES
        and "no-store" not in response.headers.get("Cache-Control", "")
        and not response.has_header("Content-Encoding")
    )
