"""The site itself as an app."""

from django.apps import AppConfig

from handrail.site.logs import set_up_logging


class SiteConfig(AppConfig):
    """The site itself, so that its templates and static files are found."""

    name = "handrail.site"
    label = "site"

    def ready(self) -> None:
        set_up_logging()
