"""Three people who know no word of this, each on the smallest phone and without scripts: in three taps they have what they need.

A mother an hour after the first call; a grandmother who is asked to take the baby tonight; a care leaver of 17.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from handrail.engine.yaml12 import read_yaml
from handrail.site.values import CHECKOUT
from tests.browser.harness import assert_fits

pytestmark = pytest.mark.browser

MOST_TAPS = 3
SMALLEST = {"width": 320, "height": 640}
EVERYDAY = {"social worker", "police", "plan", "contact", "personal adviser"}
"""Terms of the glossary that people use who have never read it; a young person of 17 in care has met the last."""


def legal_words() -> set[str]:
    """What the glossary explains: a word that needs explaining is none to find a way by."""
    terms = read_yaml(CHECKOUT / "content" / "terms" / "england.yaml")
    return {str(term["term"]).lower() for term in terms.values()} - EVERYDAY


class Walk:
    """One person's taps, counted from the first page. Each is on words that nobody has to have learnt."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.taps = page, 0
        page.goto(site + "/")

    def tap(self, words: str) -> None:
        link = self.page.get_by_role("link", name=re.compile(words)).first
        told = link.inner_text().lower()
        assert not [word for word in legal_words() if re.search(rf"\b{re.escape(word)}s?\b", told)], told
        link.click()
        self.taps += 1
        assert self.taps <= MOST_TAPS
        self.page.wait_for_load_state("load")  # a page without its style yet is wider
        assert_fits(self.page)
        expect(self.page.locator("h1")).to_be_visible()

    def sees(self, *headings: str) -> None:
        """Find headings on the page, in their order."""
        told = self.page.locator("main").locator("h2, h3").all_inner_texts()
        places = [next((n for n, text in enumerate(told) if heading.lower() in text.lower()), -1) for heading in headings]
        assert -1 not in places, (headings, told)
        assert places == sorted(places)

    def reads(self, words: str) -> None:
        """Tap, find an answer there, and come back."""
        self.tap(words)
        assert self.page.locator(".answer > p").first.inner_text()
        self.back()

    def back(self) -> None:
        self.page.go_back()
        self.taps -= 1


@pytest.fixture
def walk(context_of: Callable[..., BrowserContext], site: str) -> Walk:
    return Walk(context_of(java_script_enabled=False, viewport=SMALLEST).new_page(), site)


def test_a_mother_one_hour_after_the_first_call(walk: Walk) -> None:
    walk.tap("A social worker called")
    walk.sees("What you can do today", "What it may be", "What to ask on the phone", "Before they come", "Who to call")
    assert walk.page.locator("a[href^='tel:']").count() > 1
    assert walk.page.locator(".say").count() > 0  # words for somebody who shakes
    walk.reads("Do I have to let them in")
    walk.reads("Can they take my child")
    walk.tap("Get ready for a first visit")
    walk.sees("Who is there", "What to ask")


def test_a_grandmother_asked_to_take_the_baby_tonight(walk: Walk) -> None:
    walk.tap("They asked me to take a grandchild")
    walk.sees("What you can do today", "What is it called?", "Who pays?", "What to ask before you say yes", "What does it mean for later?")
    for question in ("What is this arrangement called", "Will I get money", "before I say yes"):
        walk.reads(question)


def test_a_care_leaver_of_17(walk: Walk) -> None:
    walk.tap("I am in care, or I have left care")
    walk.sees("What you can do today", "Your adviser", "Your plan", "Your money", "Your file")
    walk.reads("Who is my personal adviser")
    walk.reads("What money do I get to set up my first home")
    walk.tap("I want to see my file")
    walk.sees("What you can do today")


def test_told_to_leave_or_keep_him_away_begins_with_safety(walk: Walk) -> None:
    walk.tap("They say leave, or keep him or her away")
    first = walk.page.locator("main a[href='/staying-safe/']").first
    expect(first).to_be_visible()
    assert first.bounding_box()["y"] < walk.page.locator("h2").first.bounding_box()["y"]  # type: ignore[index]
    assert "999" in walk.page.locator("section.landing").first.inner_text()


def test_every_sheet_prints_on_one_page(context_of: Callable[..., BrowserContext], site: str) -> None:
    page = context_of().new_page()
    sheets = sorted((CHECKOUT / "content" / "preparations" / "england").glob("*.yaml"))
    assert sheets
    for sheet in sheets:
        page.goto(f"{site}/england/preparations/{sheet.stem}/")
        margin = dict.fromkeys(("top", "right", "bottom", "left"), "12mm")
        pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", margin=margin)))  # type: ignore[arg-type]
        assert pages == 1, f"{sheet.stem} takes {pages} pages"


def test_a_note_can_be_written_by_keyboard_and_without_scripts(walk: Walk, site: str) -> None:
    page = walk.page
    page.goto(site + "/england/stages/icpc/")
    page.get_by_role("link", name="Is this wrong?").focus()
    page.keyboard.press("Enter")
    page.get_by_label("What is wrong?").fill("A word is missing.")
    page.get_by_role("button", name="Show my note").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Your note")
    assert "/england/stages/icpc/" in page.locator("pre").inner_text()
    assert page.url == site + "/is-this-wrong/"
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_label("What is wrong?")).to_have_value("A word is missing.")
