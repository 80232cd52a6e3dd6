"""Answer what went wrong in plain words, and log it so that the log cannot tell on anybody.

A failure page shows a random number to read out. The log has that number, the class of the exception and the lines
of code it came through: no message, no local variable, no form data, no path, because each of them may hold a name.
"""

import logging
import secrets
import sys
import traceback
from pathlib import Path
from types import TracebackType

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from handrail.components.pages import render
from handrail.site.values import CHECKOUT

_LOG = logging.getLogger("handrail.error")
_MOST_FRAMES = 30


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that is malformed, too large or meant for another host (400)."""
    return render(
        request, "site/failure.html", {"heading": _("We could not read that"), "kind": "not-understood"}, status=400
    )


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that may not be made (403)."""
    return render(
        request, "site/failure.html", {"heading": _("We did not take that form"), "kind": "refused"}, status=403
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere (404)."""
    return render(
        request, "site/failure.html", {"heading": _("We have no page at this address"), "kind": "not-found"}, status=404
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Answer a defect of ours (500) with a number to read out, and log that number."""
    number = random_number()
    log_exception(number)
    context = {"heading": _("Something went wrong on our side"), "kind": "broken", "number": number}
    try:
        return render(request, "site/failure.html", context, status=500)
    except Exception:  # the page itself is broken: the number still reaches the reader
        log_exception(number)
        return HttpResponse(
            f"Something went wrong on our side. Number: {number}", status=500, content_type="text/plain; charset=utf-8"
        )


def log_exception(number: str) -> None:
    """Log the exception now being handled: its number, classes, files and lines."""
    _kind, exception, _trace = sys.exc_info()
    while exception is not None:
        _LOG.error(
            "number=%s error=%s at=%s",
            number.replace(" ", "-"),
            _class_of(exception),
            frames_of(exception.__traceback__),
        )
        exception = exception.__cause__ or (None if exception.__suppress_context__ else exception.__context__)


def frames_of(trace: TracebackType | None) -> str:
    """Tell the way to the failure as `file:line`, nearest first."""
    frames = [f"{_short(frame.f_code.co_filename)}:{line}" for frame, line in traceback.walk_tb(trace)]
    return " < ".join(reversed(frames[-_MOST_FRAMES:])) or "-"


def random_number() -> str:
    """Give eight digits in two groups, as people read numbers out on the telephone."""
    digits = f"{secrets.randbelow(10**8):08d}"
    return f"{digits[:4]} {digits[4:]}"


def _class_of(exception: BaseException) -> str:
    return f"{type(exception).__module__}.{type(exception).__qualname__}"


def _short(filename: str) -> str:
    """Leave out the folders above the checkout or the installed packages: a home folder often holds a name."""
    path = Path(filename)
    if path.is_relative_to(CHECKOUT):
        path = path.relative_to(CHECKOUT)
    parts = path.parts
    return "/".join(parts[parts.index("site-packages") + 1 :] if "site-packages" in parts else parts[-4:])
