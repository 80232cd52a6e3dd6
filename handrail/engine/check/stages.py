"""Rules about stages: each can be reached and left, has its words, and has them under the right headings."""

from collections.abc import Iterator

from handrail.engine.check.finding import Finding
from handrail.engine.check.schema import NATIONS, SECTIONS
from handrail.engine.check.tree import Tree
from handrail.engine.words.fields import words_in
from handrail.engine.words.markdown import render
from handrail.engine.words.raw import Record

_LAST = frozenset({"closed"})
"""The stage in which nothing more is going on; a family stays there unless something new begins."""


def stages_that_cannot_be_reached(tree: Tree) -> Iterator[Finding]:
    """Find stages with no way in: no event opens them, or no stage leads to them from one marked `entry`."""
    for nation in NATIONS:
        stages = {stage.id: stage for stage in tree.of("stage") if stage.nation == nation}
        reached = _reached(stages)
        for stage in stages.values():
            if not stage.data.get("opens"):
                yield Finding(stage.path, "opens", "no event", "at least one event that opens the stage")
            if stage.id not in reached:
                allowed = "its id in `next` of a stage that can be reached, or `entry: true`"
                yield Finding(stage.path, "entry", "no way to this stage", allowed)


def stages_that_cannot_be_left(tree: Tree) -> Iterator[Finding]:
    """Find stages that no event closes, or after which nothing comes."""
    for stage in tree.of("stage"):
        if stage.id in _LAST:
            continue
        for key, needed in (("closes", "at least one event that closes it"), ("next", "at least one stage after it")):
            if not stage.data.get(key):
                yield Finding(stage.path, key, "nothing: this stage cannot be left", needed)


def headings_out_of_order(tree: Tree) -> Iterator[Finding]:
    """Find stages without their Markdown, or with other headings than the nine, or with an empty one."""
    for stage in tree.of("stage"):
        words = stage.path.removesuffix(".yaml") + ".md"
        if not stage.body:
            yield Finding(words, "", "no words", f"the headings {', '.join(SECTIONS)}")
            continue
        sections = render(stage.body, stage.nation).sections
        if tuple(sections) != SECTIONS:
            wrong = [s for s in (*sections, *SECTIONS) if (s in sections) != (s in SECTIONS)] or ["another order"]
            yield Finding(words, "headings", ", ".join(wrong), f"exactly these, in this order: {', '.join(SECTIONS)}")
        for heading, html in sections.items():
            if not html.strip():
                yield Finding(words, heading, "nothing under it", "one to six short sentences or bullets")


def _reached(stages: dict[str, Record]) -> set[str]:
    waiting = [stage.id for stage in stages.values() if stage.data.get("entry") is True]
    reached: set[str] = set()
    while waiting:
        here = waiting.pop()
        if here in stages and here not in reached:
            reached.add(here)
            waiting.extend(words_in(stages[here].data.get("next")))
    return reached
