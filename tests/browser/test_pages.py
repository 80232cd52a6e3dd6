"""The pages of content in a real browser: the first page by keyboard, the map, search, all of it without scripts too.

axe, the widths and the dark are in test_every_page.py, which sees one page of each kind.
"""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.harness import assert_accessible, assert_fits

pytestmark = pytest.mark.browser

SMALLEST_LETTERS_PX = 12.5


def focused(page: Page) -> str:
    """What somebody on a keyboard stands on: its words, or its label."""
    return str(page.evaluate("(e => e.innerText || e.getAttribute('aria-label') || (e.labels && e.labels[0].innerText) || '')(document.activeElement)"))


def test_the_first_page_can_be_walked_by_keyboard(page: Page, site: str) -> None:
    page.goto(site + "/")
    met = []
    for _ in range(60):
        page.keyboard.press("Tab")
        met.append(focused(page))
        if met[-1].startswith("I am worried about a child"):
            break
    order = ("Skip to the main part", "Leave this site quickly", "Handrail", "Map", "999", "Ask in your own words",
             "A social worker called", "Work out my dates", "I am worried")
    places = [next(n for n, words in enumerate(met) if words.startswith(start)) for start in order]
    assert places[0] == 0
    assert places == sorted(places)


def test_a_trigger_leads_to_its_page_by_keyboard(page: Page, site: str) -> None:
    page.goto(site + "/")
    page.get_by_role("link", name="My child has a plan to keep them safe").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/england/stages/cpp/")
    assert page.locator("h1").inner_text().startswith("Child protection plan")


def test_a_button_beside_a_trigger_begins_where_am_i(page_without_script: Page, site: str) -> None:
    page_without_script.goto(site + "/")
    page_without_script.get_by_role("button", name=re.compile("Work out my dates.*The police")).click()
    page_without_script.wait_for_url("**/england/where-am-i/")
    assert "police" not in page_without_script.url


def test_search_works_without_scripts_and_keeps_words_out_of_the_address(page_without_script: Page, site: str) -> None:
    page = page_without_script
    page.goto(site + "/")
    page.get_by_label("Ask in your own words").fill("when do i get a lawer")
    page.get_by_role("button", name="Search").click()
    assert page.url == site + "/search/"
    assert page.get_by_text("Showing results for:").is_visible()
    page.get_by_role("link", name="When do I get a lawyer?").first.click()
    assert page.url.endswith("/england/questions/when-do-i-get-a-lawyer/")


@pytest.mark.parametrize("words", ["he hits me", "glasgow hearing", "qqqq zzzz"])
def test_what_search_shows_is_accessible(words: str, page: Page, site: str) -> None:
    page.goto(site + "/search/")
    page.get_by_label("Ask in your own words").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_selector(".found")
    page.wait_for_load_state("load")
    assert_accessible(page)
    assert_fits(page)


def test_the_map_can_be_read_and_pressed_on_the_smallest_screen(page_without_script: Page, site: str) -> None:
    page = page_without_script
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site + "/england/map/")
    assert_fits(page)
    drawn = page.evaluate("[...document.querySelectorAll('svg.map')].map(s => s.getBoundingClientRect().width / s.viewBox.baseVal.width)")
    assert min(drawn) * 13 >= SMALLEST_LETTERS_PX
    page.locator("svg.map a[href='/england/stages/icpc/'] text").click()
    assert page.url.endswith("/england/stages/icpc/")


def test_no_words_of_the_map_leave_their_picture(page: Page, site: str) -> None:
    page.goto(site + "/england/map/")
    outside = page.evaluate("""[...document.querySelectorAll('svg.map text')]
        .filter(t => t.getBBox().x + t.getBBox().width > t.ownerSVGElement.viewBox.baseVal.width).map(t => t.textContent)""")
    assert outside == []


def test_the_picture_is_walked_in_the_order_of_the_list(page: Page, site: str) -> None:
    page.goto(site + "/england/map/")
    in_picture = page.evaluate("[...document.querySelectorAll('svg.map a')].map(a => a.getAttribute('href'))")
    in_list = page.evaluate("[...document.querySelectorAll('.steps > li > a')].map(a => a.getAttribute('href'))")
    assert in_picture == in_list


def test_a_limit_can_be_worked_out_from_its_page(page_without_script: Page, site: str) -> None:
    page = page_without_script
    page.goto(site + "/england/limits/icpc-15wd/")
    page.get_by_role("button", name="Work out the day").click()
    page.wait_for_url("**/england/calculator/")
    assert page.get_by_text("First child protection conference").first.is_visible()
