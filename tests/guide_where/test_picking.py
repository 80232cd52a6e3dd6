"""Long lists made short: search and groups."""

from handrail.guide.where.picking import Choice, find, grouped

CHOICES = [
    Choice("visit", "A social worker came to see you", "referral", "home visit"),
    Choice("letter", "You got the letter before court", "court", "PLO letter"),
    Choice("hearing", "A hearing in court was held", "court"),
    Choice("complaint", "You made a complaint", "complaints", "complain"),
]


def values(query: str) -> list[str]:
    return [c.value for c in find(CHOICES, query)]


def test_all_words_first() -> None:
    assert values("letter court")[0] == "letter"
    assert values("the letter I got before court") == ["letter"]


def test_beginnings_synonyms_and_misspellings() -> None:
    assert values("hear") == ["hearing"]
    assert values("plo") == ["letter"]
    assert values("complant") == ["complaint"]
    assert values("VISIT!") == ["visit"]


def test_nothing_asked_or_found() -> None:
    assert values("") == values("the of and") == values("qzxwv") == []


def test_groups_stand_in_the_order_of_their_headings() -> None:
    groups = grouped(CHOICES, {"court": "Court", "referral": "First", "adoption": "Adoption"})
    assert [(g.title, [c.value for c in g.choices]) for g in groups] == [("Court", ["letter", "hearing"]), ("First", ["visit"])]
