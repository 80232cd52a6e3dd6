"""Every page in a real browser: no fault that axe can find, nothing wider than the screen, nothing asked of strangers.

`make test` sees every address of the examples at 390 px and one page of each kind at three widths, light and dark;
`make test-long` sees every address of the site, at every width, and its colours in the dark.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests import examples
from tests.browser.harness import WIDTHS, assert_accessible, assert_contrast, assert_fits
from tests.specimen import specimen

pytestmark = pytest.mark.browser

PARTS = 4
"""So many tests share the addresses, so that every core has some."""
KINDS = {name: found[0] for name, found in examples.addresses().items()}
Contexts = Callable[..., BrowserContext]


def look_at(context_of: Contexts, site: str, addresses: list[str], **options: object) -> None:
    context = context_of(**options)
    for address in addresses:
        page = context.new_page()  # a fresh one each time: what axe leaves behind slows down page after page
        page.goto(site + address)
        assert_fits(page)
        assert_accessible(page)
        page.close()


def test_every_example_on_a_phone(context_of: Contexts, site: str) -> None:
    look_at(context_of, site, examples.pages())


@pytest.mark.parametrize("width", WIDTHS)
def test_one_page_of_each_kind_at_each_width(width: int, context_of: Contexts, site: str) -> None:
    look_at(context_of, site, list(KINDS.values()), viewport={"width": width, "height": 800})


def test_one_page_of_each_kind_in_the_dark(context_of: Contexts, site: str) -> None:
    look_at(context_of, site, list(KINDS.values()), color_scheme="dark")


def test_a_page_that_is_not_there(context_of: Contexts, site: str) -> None:
    look_at(context_of, site, ["/no-such-page/"])


LOOKS = [
    {"viewport": {"width": 320, "height": 700}},
    {"color_scheme": "dark"},
    {"viewport": {"width": 1280, "height": 800}},
]


@pytest.mark.parametrize("options", LOOKS, ids=["320", "dark", "1280"])
def test_every_class_of_the_look(options: dict[str, object], context_of: Contexts, site: str) -> None:
    page = context_of(**options).new_page()
    page.route("**/specimen", lambda route: route.fulfill(status=200, content_type="text/html", body=specimen()))
    page.goto(site + "/specimen")
    assert_fits(page)
    assert_accessible(page)


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_every_address_at_every_width_and_in_the_dark(part: int, context_of: Contexts, site: str) -> None:
    context = context_of()
    for address in examples.every_address()[part::PARTS]:
        page = context.new_page()
        page.goto(site + address)
        assert_accessible(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert_fits(page)
        page.emulate_media(color_scheme="dark")
        assert_contrast(page)
        page.close()
