"""Addresses of the public pages: each part keeps its own list."""

from django.urls import include, path

_PARTS = ("where", "calculator", "map", "searching", "corrections", "changes", "open_data", "pages")

app_name = "guide"
urlpatterns = [path("", include(f"handrail.guide.{name}.urls")) for name in _PARTS]
