"""The guide as a room of the site."""

from django.apps import AppConfig

from handrail.guide.pages.library import library


class GuideConfig(AppConfig):
    """The public pages."""

    name = "handrail.guide"
    label = "guide"

    def is_ready(self) -> bool:
        """Say whether the content is open; `/readyz` asks."""
        return library().book("england") is not None
