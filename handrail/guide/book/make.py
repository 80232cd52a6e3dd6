"""Put one nation's book together: chapters of leaves, and what the first page says."""

from datetime import date
from itertools import chain
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handrail.components.words import law_as_at, plain_day
from handrail.documents.book import Book, Chapter
from handrail.engine.errors import UnknownId
from handrail.guide.book.chapters import Part, parts_of
from handrail.guide.book.leaves import leaf_id, leaf_of
from handrail.guide.pages.library import library
from handrail.guide.pages.structured import NATION_NAMES


def make_book(nation: str, made_on: date) -> Book:
    """Make the book of one nation.

    Args:
        nation: such as `england`.
        made_on: the day that stands on its first page.

    Raises:
        UnknownId: that nation has no pages.
    """
    pages = library().book(nation)
    if pages is None:
        raise UnknownId(f"nation: found no pages of '{nation}'. Allowed: a nation whose map is there, such as england.")
    parts = parts_of(library(), pages)
    ids = {page.address: leaf_id(page.address) for page in chain.from_iterable(part.pages for part in parts)}
    version = str(pages.map.about["version"])
    return Book(
        f"urn:handrail:{nation}:{version}", _("Handrail"), _("When children’s social care comes to your family: %(nation)s") % {"nation": NATION_NAMES[nation]},
        get_language() or "en-gb", version, made_on.isoformat(), _notes(version, made_on),
        {"contents": _("What is in it"), "leave": _("Leave this page quickly")}, settings.LEAVE_TO,
        tuple(_chapter(part, ids) for part in parts),
    )


def style_sheet() -> str:
    """Give the style sheet of the book where it is no paper."""
    return Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def _chapter(part: Part, ids: dict[str, str]) -> Chapter:
    return Chapter(part.id, part.title, part.lead, tuple(leaf_of(page, ids) for page in part.pages))


def _notes(version: str, made_on: date) -> tuple[str, ...]:
    return (
        _("Information, not advice. Not the government, not the council."),
        _("Is someone in danger now? Call 999. It is free from any phone."),
        _("Law as at %(day)s. Version %(version)s, made on %(made)s. The law changes: look at the site for what is new.")
        % {"day": plain_day(law_as_at(settings.CONTENT)), "version": version, "made": plain_day(made_on)},
        _("You may copy these words and share them: CC BY 4.0."),
    )
