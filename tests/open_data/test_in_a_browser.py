"""A real browser lets another site read the data and nothing else, and runs nothing of a page's block of data."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_ASK = "address => fetch(address).then(async r => ({status: r.status, etag: r.headers.get('etag'), whole: await r.json()}), e => ({blocked: e.name}))"


@pytest.fixture
def stranger(browser: Browser, elsewhere: str) -> Any:
    """A page of another site. It may be refused things, so it is not held to asking for nothing that fails."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(elsewhere)
    yield page
    context.close()


def test_another_site_may_read_the_data(stranger: Page, site: str) -> None:
    told = stranger.evaluate(_ASK, f"{site}/api/v1/england/limits/icpc-15wd/")
    assert told["status"] == 200
    assert told["whole"]["item"]["id"] == "icpc-15wd"
    assert told["etag"].startswith('"')


def test_another_site_may_read_why_there_is_none(stranger: Page, site: str) -> None:
    told = stranger.evaluate(_ASK, f"{site}/api/v1/england/limits/no-such-limit/")
    assert told["status"] == 404
    assert "icpc-15wd" in told["whole"]["error"]["allowed"]


@pytest.mark.parametrize("address", ["/england/limits/icpc-15wd/", "/england/where-am-i/", "/healthz"])
def test_another_site_may_read_no_page(address: str, stranger: Page, site: str) -> None:
    assert stranger.evaluate(_ASK, site + address) == {"blocked": "TypeError"}


def test_a_block_of_data_is_let_through_and_not_run(page: Page, site: str) -> None:
    page.add_init_script("addEventListener('securitypolicyviolation', e => (window.met = [...(window.met || []), e.violatedDirective]))")
    page.goto(f"{site}/england/limits/icpc-15wd/")
    text = page.locator('script[type="application/ld+json"]').text_content()
    assert text is not None
    assert text.startswith('{"@context":"https://schema.org"')
    assert page.evaluate("window.met || []") == []
