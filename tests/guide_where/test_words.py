"""Every word of these pages can be translated: shown by a made-up language."""

import pytest

from tests.guide_where.form import Form
from tests.pseudo import escaped

CASE = (
    '{"nation":"england","children":["A","B"],"events":[{"on":"2026-10-06","event":"child-protection-plan-made"},'
    '{"on":"2026-11-17","event":"section-20-started","child":"A"},{"on":"2025-10-01","event":"complaint-grounds-arose"},'
    '{"on":"2010-01-01/2026-11-24","event":"complaint-stage-1-received"},{"on":"2026-12-16","event":"review-conference"}]}'
)


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("go", [
    "to:who", "to:children", "to:pick", "to:list", "to:answer", "to:print", "to:save", "to:load", "to:loaded", "change:1", "demonstration", "next",
])
def test_every_step(client: object, go: str) -> None:
    form = Form(client)  # type: ignore[arg-type]
    draft = '{"pick":"process:court","event":"complaint-made"}'
    form.take(form.client.post(form.address, {"case": CASE, "go": go, "at": "load", "draft": draft}))
    assert escaped(form.html) == []


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("fields", [
    {}, {"go": "to:choose", "pick": "court"}, {"go": "to:choose", "query": "visit"}, {"go": "begin", "limit": "police-protection"},
    {"at": "when", "limit": "icpc-15wd"}, {"at": "when", "limit": "icpc-15wd", "year": "2026"}, {"at": "choose", "limit": "conf-minutes-local"},
    {"at": "when", "limit": "complaint-in-time", "month": "1", "year": "2026"}, {"at": "when", "limit": "icpc-15wd", "year": "2035"},
])
def test_every_step_of_the_calculator(client: object, fields: dict[str, str]) -> None:
    form = Form(client, "/england/calculator/")  # type: ignore[arg-type]
    form.take(form.client.post(form.address, fields))
    assert escaped(form.html) == []
