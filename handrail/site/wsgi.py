"""The WSGI application: static files straight from whitenoise, everything else through Django.

Every room opens its content here, before the first request is taken. What is loaded by then lives as long as the
process, so the collector of garbage need not look at it again.
"""

import gc
import os

from django.apps import apps
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

from handrail.components import statics

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handrail.site.settings")

_django = get_wsgi_application()


def _keep_to_itself(headers: object, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"  # type: ignore[index]  # whitenoise gives wsgiref's Headers
    headers["Cross-Origin-Resource-Policy"] = "same-origin"  # type: ignore[index]


application = WhiteNoise(
    _django,
    root=statics.write_out(settings.ENVIRONMENT.data / "static"),
    prefix="static/",
    immutable_file_test=statics.is_immutable,
    allow_all_origins=False,
    add_headers_function=_keep_to_itself,
)

for _room in apps.get_app_configs():
    if hasattr(_room, "is_ready"):
        _room.is_ready()
gc.collect()
gc.freeze()
