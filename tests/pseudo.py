"""A made-up language that shows which words escaped: every translated text stands between [!! and !!].

Switched on, `{{ _('…') }}` in templates and gettext in views both give marked text. `escaped` then finds what a
reader would see that is neither marked, nor inside data-from="…" (words of content/ and of the engine), nor found word
for word in content/.
"""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import trans_real
from tinyhtml5.parser import HTMLParser

from handrail.components.templating import environment_for

LANGUAGE = "en-xa"
_UNSEEN = {"script", "style", "template"}
_SPOKEN = ("alt", "title", "placeholder", "aria-label", "aria-description")
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_MARKED = re.compile(r"\[!!.*?!!\]", re.DOTALL)
# The name of the site is not translated, wherever it stands; nor is what a person typed.
_NAMES = re.compile(r"\bHandrail\b")


class Pseudo(gettext.NullTranslations):
    """Stands in for Django's catalogue of one language."""

    plural: Any = None
    domain = "django"

    def gettext(self, message: str) -> str:
        return mark(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return mark(one if number == 1 else many)

    def language(self) -> str:
        return LANGUAGE

    def to_language(self) -> str:
        return LANGUAGE


def mark(message: str) -> str:
    return f"[!! {message} !!]"


@contextmanager
def switched_on() -> Iterator[None]:
    before = dict(trans_real._translations)
    trans_real._translations[LANGUAGE] = Pseudo()
    environment_for.cache_clear()
    try:
        with translation.override(LANGUAGE):
            yield
    finally:
        trans_real._translations.clear()
        trans_real._translations.update(before)
        environment_for.cache_clear()


def escaped(html: str) -> list[str]:
    """Give the visible texts of a page that nobody could translate."""
    return [text for text in _visible(HTMLParser().parse(html)) if _is_untold(text)]


def _visible(node: Any) -> Iterator[str]:
    name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else "style"
    if name in _UNSEEN or node.get("data-from"):
        return
    yield node.text or ""
    yield from (node.get(attribute, "") for attribute in _SPOKEN)
    for child in node:
        yield from _visible(child)
        yield child.tail or ""


def _is_untold(text: str) -> bool:
    left = _NAMES.sub(" ", _MARKED.sub(" ", text))
    if not _LETTERS.search(left):
        return False
    return plain(left) not in corpus()


def plain(text: str) -> str:
    """Leave only words, so that typography and line breaks make no difference."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


@lru_cache(maxsize=1)
def corpus() -> str:
    """Everything in content/, as words."""
    folder = Path(settings.CONTENT)
    files = [
        p for p in sorted(folder.rglob("*")) if p.suffix in (".yaml", ".md") and not p.name.endswith(".cases.yaml")
    ]
    return plain("\n".join(re.sub(r"\]\([^)]*\)", " ", p.read_text(encoding="utf-8")) for p in files))
