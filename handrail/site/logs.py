"""Set up logging so that no line can say who asked for what.

Two loggers write: `handrail.access` (route name, method, status, duration) and `handrail.error` (a number, the class
of the exception, file and line). Django's and granian's own loggers would write paths, hosts and messages of
exceptions: they are closed, not only turned down.
"""

import logging
import sys

_CLOSED = (
    "django",
    "django.request",
    "django.server",
    "django.security",
    "django.db.backends",
    "django.template",
    "granian.access",
)


def set_up_logging() -> None:
    """Open our two loggers on standard error and close the others. Safe to call twice."""
    ours = logging.getLogger("handrail")
    if not ours.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
        ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    for name in _CLOSED:
        closed = logging.getLogger(name)
        closed.handlers = [logging.NullHandler()]
        closed.propagate = False
        closed.setLevel(logging.CRITICAL)
