"""The addresses of open data are no pages: they have tests of their own."""

from handrail.guide.open_data.urls import urlpatterns

REASONS = {f"guide:{pattern.name}": "JSON, not a page; tests/open_data/" for pattern in urlpatterns}
