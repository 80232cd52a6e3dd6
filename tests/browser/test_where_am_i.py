"""A family on a phone: types its case by hand, sees where it stands, keeps it, leaves; with scripts and without."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser.harness import WIDTHS, assert_accessible, assert_fits

pytestmark = pytest.mark.browser

Contexts = Callable[..., BrowserContext]
ANSWER = "Where you are now"


def press(page: Page, button: str) -> None:
    """Press a button and wait until the next page stands, its look too."""
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=button).click()


def go_on(page: Page) -> None:
    press(page, "Go on")


def at(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def pages_by_hand(page: Page, site: str) -> Iterator[str]:
    """Type a case by hand; stop at each page to look at it."""
    page.goto(site + "/england/where-am-i/")
    yield "who"
    go_on(page)
    yield "who-error"
    page.get_by_label("A parent", exact=True).check()
    go_on(page)
    yield "children"
    page.get_by_label("Number of children").fill("2")
    go_on(page)
    yield "pick"
    page.get_by_label("Search for a word").fill("plan")
    press(page, "Search")
    yield "choose-found"
    press(page, "Back")
    page.get_by_label("Search for a word").fill("")
    page.get_by_label("Emergency", exact=True).check()
    go_on(page)
    yield "choose"
    page.locator("#event-police-protection-started").check()
    go_on(page)
    page.get_by_label("Day").first.fill("31")
    page.get_by_label("Month").first.fill("Feb")
    page.get_by_label("Year").first.fill("26")
    go_on(page)
    yield "when-error"
    page.get_by_label("Day").first.fill("23")
    page.get_by_label("Month").first.fill("November")
    page.get_by_label("The time, if you know it").fill("10:30 pm")
    go_on(page)
    yield "child"
    page.get_by_label("Child A").check()
    go_on(page)
    yield "list"
    press(page, "Show me where I am")
    yield "answer"


def answer_by_hand(page: Page, site: str) -> None:
    for _name in pages_by_hand(page, site):
        pass
    at(page, ANSWER)


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
def test_a_case_typed_in_by_hand_gives_the_position(scripts: bool, context_of: Contexts, site: str) -> None:
    page = context_of(java_script_enabled=scripts).new_page()
    answer_by_hand(page, site)
    expect(page.locator(".here-words").first).to_have_text("You are here")
    expect(page.locator("main")).to_contain_text("Police protection")
    assert page.url == site + "/england/where-am-i/", "no word of it is in the address"
    working = page.locator("details.working").first
    expect(working.locator("ol")).to_be_hidden()
    working.locator("summary").click()
    expect(working.locator("ol")).to_be_visible()


def test_back_buttons_lead_back_to_the_first_question(page: Page, site: str) -> None:
    answer_by_hand(page, site)
    headings = []
    for _ in range(3):
        press(page, "Back")
        headings.append(page.get_by_role("heading", level=1).text_content())
    assert headings == ["What you have told us", "When was it?", "What you have told us"]


def test_enter_in_the_search_searches_and_enter_in_a_date_goes_on(page: Page, site: str) -> None:
    steps = pages_by_hand(page, site)
    while next(steps) != "pick":
        pass
    page.get_by_label("Search for a word").fill("complaint")
    page.get_by_label("Search for a word").press("Enter")
    at(page, "Which of these happened?")
    page.locator("#event-complaint-made").check()
    go_on(page)
    page.get_by_label("Year").first.fill("2026")
    page.get_by_label("Year").first.press("Enter")
    at(page, "Which child is it about?")


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
def test_after_leaving_back_reveals_no_answer(scripts: bool, browser: Browser, site: str, elsewhere: str) -> None:
    """A plain context: one that looks into requests turns the browser's cache off, and Back would send forms again unasked."""
    context = browser.new_context(java_script_enabled=scripts, locale="en-GB")
    page = context.new_page()
    answer_by_hand(page, site)
    page.get_by_role("link", name="Leave this site quickly").click()
    page.wait_for_url(elsewhere)
    with pytest.raises(Error, match="ERR_CACHE_MISS"):  # "confirm that the form is sent again"
        page.go_back()
    context.close()


def test_what_is_saved_loads_the_same(page: Page, site: str, tmp_path: Path) -> None:
    answer_by_hand(page, site)
    said = page.locator("main").inner_text()
    press(page, "Save to a file")
    expect(page.locator("main")).to_contain_text("Does somebody else use this phone or computer?")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    name = download.value.suggested_filename
    assert name.startswith("notes-")
    assert name.endswith(".yaml")
    download.value.save_as(tmp_path / name)
    page.goto(site + "/england/where-am-i/")
    press(page, "Open a saved file")
    page.get_by_label("The file").set_input_files(tmp_path / name)
    press(page, "Open it")
    expect(page.locator("main")).to_contain_text("No date has changed since you saved it")
    press(page, "Show me where I am")
    assert page.locator("main").inner_text() == said


def test_the_dates_go_to_a_calendar(page: Page, site: str) -> None:
    answer_by_hand(page, site)
    with page.expect_download() as download:
        page.get_by_role("button", name="Add the dates to a calendar").click()
    assert download.value.suggested_filename.startswith("dates-")


def test_nothing_is_left_in_the_browser(page: Page, site: str) -> None:
    answer_by_hand(page, site)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_it_is_accessible_and_fits(width: int, context_of: Contexts, site: str) -> None:
    page = context_of(viewport={"width": width, "height": 800}).new_page()
    for _name in pages_by_hand(page, site):
        assert_fits(page)
        assert_accessible(page)
    for button in ("Save to a file", "Back", "Show it all, to print"):
        press(page, button)
        assert_fits(page)
        assert_accessible(page)


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 700}}], ids=["dark", "320"])
def test_a_whole_answer_and_the_calculator(options: dict[str, object], context_of: Contexts, site: str) -> None:
    page = context_of(**options).new_page()
    page.goto(site + "/england/where-am-i/")
    press(page, "See a made-up family")
    at(page, ANSWER)
    assert_fits(page)
    assert_accessible(page)
    page.goto(site + "/england/where-am-i/")
    press(page, "Open a saved file")
    page.get_by_label("Or paste its text").fill("nation: nowhere")
    press(page, "Open it")
    assert_accessible(page)
    page.goto(site + "/england/calculator/")
    page.get_by_label("Search for a time limit").fill("conference")
    press(page, "Search")
    assert_accessible(page)
    page.get_by_label("First child protection conference").check()
    go_on(page)
    assert_accessible(page)
    page.get_by_label("Year").first.fill("2025")
    press(page, "Work it out")
    at(page, "What comes out")
    assert_fits(page)
    assert_accessible(page)
