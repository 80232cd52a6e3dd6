"""The pieces of pages as a room of the site."""

from django.apps import AppConfig


class ComponentsConfig(AppConfig):
    """The pieces that pages are made of."""

    name = "handrail.components"
