"""Accounts as a room of the site."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who signs in."""

    name = "handrail.accounts"
    label = "accounts"
