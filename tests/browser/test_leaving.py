"""The quick way out, in a real browser, with a script and without."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def arrive(page: Page, site: str) -> None:
    page.goto(site + "/")
    page.goto(site + "/staying-safe/")


def test_a_click_goes_elsewhere_and_takes_the_place_of_the_page(page: Page, site: str, elsewhere: str) -> None:
    arrive(page, site)
    page.get_by_role("link", name="Leave this site quickly").click()
    page.wait_for_url(elsewhere)
    page.go_back()
    assert page.url == site + "/", "the page that was left is not in the history"


def test_shift_three_times_goes_elsewhere(page: Page, site: str, elsewhere: str) -> None:
    arrive(page, site)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(elsewhere)


def test_typing_capitals_does_not_leave(page: Page, site: str) -> None:
    arrive(page, site)
    for key in ("Shift", "Shift", "a", "Shift"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url == site + "/staying-safe/"


def test_the_page_is_blank_before_the_next_one_comes(page: Page, site: str) -> None:
    arrive(page, site)
    page.route("**/leave", lambda route: route.fulfill(status=204))  # the line is bad: no page ever comes back
    page.locator("#leave").click()
    expect(page.locator("main")).to_have_count(0)
    assert page.title() == "…"


def test_it_is_a_plain_link_without_a_script(page_without_script: Page, site: str, elsewhere: str) -> None:
    page = page_without_script
    arrive(page, site)
    page.get_by_role("link", name="Leave this site quickly").click()
    page.wait_for_url(elsewhere)


def test_it_stays_in_sight_and_covers_no_focus(page: Page, site: str) -> None:
    arrive(page, site)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    expect(page.locator("#leave")).to_be_in_viewport()
    box = page.locator("#leave").bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_the_skip_link_is_first_and_leads_to_the_main_part(page: Page, site: str) -> None:
    arrive(page, site)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#leave")).to_be_focused()
