"""Which addresses the site has: each room tells its own in `handrail/<room>/examples.py` (docs/explain/look.md)."""

import importlib
from collections.abc import Iterator
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver


def modules() -> list[ModuleType]:
    names = [f"{room.name}.examples" for room in apps.get_app_configs()]
    return [importlib.import_module(name) for name in names if find_spec(name)]


def addresses() -> dict[str, list[str]]:
    """Map each route's name to the addresses that show it, one of each kind."""
    return {name: found for module in modules() for name, found in module.ADDRESSES.items()}


def reasons() -> dict[str, str]:
    """Map each route that no GET can show to where it is tested instead."""
    return {name: why for module in modules() for name, why in getattr(module, "REASONS", {}).items()}


def pages() -> list[str]:
    """Give one address of each kind."""
    return [address for found in addresses().values() for address in found]


def every_address() -> list[str]:
    """Give every address of the site that a GET can show."""
    more = [address for module in modules() if hasattr(module, "every_address") for address in module.every_address()]
    return list(dict.fromkeys([*pages(), *more]))


def route_names() -> list[str | None]:
    return [name for name, _pattern in _walk(get_resolver(), "")]


def _walk(resolver: URLResolver, prefix: str) -> Iterator[tuple[str | None, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _walk(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield (f"{prefix}{entry.name}" if entry.name else None), entry
