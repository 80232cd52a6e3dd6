"""A stage's page: where it sits, its nine sections, its time limits, rights, people and questions."""

from typing import Any, NamedTuple

from markupsafe import Markup

from handrail.engine.words.items import Item
from handrail.guide.pages.fragments import Words, part, per_language, summary_of
from handrail.guide.pages.library import Book
from handrail.guide.pages.lines import lines_of
from handrail.guide.pages.place import paths_of, stages_before
from handrail.guide.pages.sourcing import sources_part

TO_DO = "What you can do now"
"""The section where the family can act: it is a landing on the rail."""
PEOPLE = "Who is in the room"
COMES_NEXT = "What can come next"
EARLY = ("What it is", "Why it happens", TO_DO, COMES_NEXT)
ORDER = (
    *EARLY, "What the workers must do", "How the worker sees it", "What to ask", "Papers you should have", PEOPLE,
)
"""The order on the page: somebody who lands here in fear learns first what it is, what to do, and what comes next."""
LANES = ("help", "protection", "emergency", "court", "looked-after", "later", "side")


class Section(NamedTuple):
    """One of the nine sections, with the id of its heading; the early ones stand before all else."""

    id: str
    heading: str
    html: Markup
    is_early: bool


@per_language
def stage_page(book: Book, stage: Item) -> dict[str, Any]:
    """Gather the page of one stage."""
    words = Words(book)
    sections = [Section(anchor(heading), heading, words.tidy(html), heading in EARLY) for heading, html in _in_order(stage)]
    limits = words.tidy(limits_part(book, stage))
    rights = words.tidy(rights_part(book, stage))
    before, after = book.beside(stage)
    return {
        "heading": stage.title, "stage": stage, "summary": summary_of(stage), "before": before, "after": after,
        "sections": sections, "to_do": TO_DO, "people_in": PEOPLE,
        "rail": part("rail", stage=stage, earlier=stages_before(book, stage), later=book.found("stage", stage.fields["next"])),
        "limits": limits, "rights": rights,
        "people": part("people", roles=book.found("role", stage.fields.get("roles")), leads=stage.fields.get("leads")),
        "questions": part("questions", questions=nearest(book, "question", stage)),
        "preparations": nearest(book, "preparation", stage), "paths": paths_of(book, stage),
        "helplines": book.found("helpline", stage.fields.get("helplines")),
        "words": words.told(), "sources": sources_part(book.words, stage),
    }


def _in_order(stage: Item) -> list[tuple[str, str]]:
    return sorted(stage.sections.items(), key=lambda section: ORDER.index(section[0]) if section[0] in ORDER else len(ORDER))


def nearest(book: Book, kind: str, stage: Item) -> list[Item]:
    """List the questions, paths or sheets that name a stage: first those that name it before others, then those of few others."""
    naming = [item for item in book.all(kind) if stage.id in (item.fields.get("stages") or ())]
    return sorted(naming, key=lambda item: (item.fields["stages"].index(stage.id), len(item.fields["stages"])))


def limits_part(book: Book, stage: Item) -> Markup:
    """Render the time limits of a stage: the family's own first."""
    own, others, local = lines_of(book, book.limits_of(stage.id))
    return part("stage-limits", own=own, others=others, local=local) if own or others or local else Markup()


def rights_part(book: Book, stage: Item) -> Markup:
    """Render the rights at a stage: those that it names, in its order."""
    rights = book.found("right", stage.fields.get("rights"))
    return part("rights", rights=rights) if rights else Markup()


def by_lane(book: Book) -> list[tuple[str, list[Item]]]:
    """Group the stages by the part of the way that they belong to."""
    lanes = [(lane, [stage for stage in book.all("stage") if stage.fields["lane"] == lane]) for lane in LANES]
    return [(lane, stages) for lane, stages in lanes if stages]


def anchor(heading: str) -> str:
    """Make the id of a heading: "What to ask" what-to-ask."""
    return "-".join(heading.lower().split())
