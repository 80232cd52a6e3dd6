"""Jinja2 for pages: one environment for each language, with every `{{ _('…') }}` resolved when a template is compiled.

Looking words up at each call cost two thirds of a page's time. So `_` takes exactly one constant text and is gone
before the page runs; what varies goes through the format filter:

    {{ _('Law as at %(day)s')|format(day=law_as_at) }}
"""

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateSyntaxError,
    nodes,
)
from jinja2.visitor import NodeTransformer

from handrail.components import statics
from handrail.components.words import law_as_at, plain_day

Translate = Callable[[str], str]
_HERE = Path(__file__).parent


class WordsFolded(NodeTransformer):
    """Puts the translation in the place of each `_('…')` of a template's tree."""

    def __init__(self, translate: Translate) -> None:
        self.translate = translate

    def visit_Call(self, node: nodes.Call, *args: Any, **kwargs: Any) -> nodes.Node:
        """Fold one call of `_`, and refuse any that has not exactly one constant text."""
        self.generic_visit(node, *args, **kwargs)
        if not (isinstance(node.node, nodes.Name) and node.node.name == "_"):
            return node
        constant = len(node.args) == 1 and isinstance(node.args[0], nodes.Const) and isinstance(node.args[0].value, str)
        if not constant or node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise TemplateSyntaxError(
                "_() takes exactly one text, written out; use |format(...) for what varies", node.lineno
            )
        return nodes.Const(
            self.translate(cast(nodes.Const, node.args[0]).value), lineno=node.lineno, environment=node.environment
        )


class PageEnvironment(Environment):
    """Jinja2's environment, folding words on the way from text to tree."""

    translate: Translate

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        return cast(nodes.Template, WordsFolded(self.translate).visit(tree))


@cache
def environment_for(language: str) -> PageEnvironment:
    """Give the environment whose words are in one language. Templates are compiled once and kept."""

    def translate(text: str) -> str:
        with override(language):
            return gettext(text)

    return build_environment(language, translate)


def build_environment(language: str, translate: Translate) -> PageEnvironment:
    """Make an environment with words from any source; tests make one that marks every word."""
    environment = PageEnvironment(
        loader=_loader(),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=settings.RELOAD_TEMPLATES,
        cache_size=-1,
    )
    environment.translate = translate
    environment.globals.update(
        language=language, url=url, static=statics.address, law_as_at=law_as_at(settings.CONTENT)
    )
    environment.filters["day"] = plain_day
    return environment


@lru_cache(maxsize=10_000)
def url(name: str, **arguments: str | int) -> str:
    """Give the address of a route by its name: `url('guide:stage', stage='icpc')`. Worked out once for each."""
    return reverse(name, kwargs=arguments)


def _loader() -> BaseLoader:
    rooms: list[BaseLoader] = [
        FileSystemLoader(Path(room.path) / "templates")
        for room in apps.get_app_configs()
        if (Path(room.path) / "templates").is_dir()
    ]
    return ChoiceLoader([*rooms, PrefixLoader({"components": FileSystemLoader(_HERE)})])
