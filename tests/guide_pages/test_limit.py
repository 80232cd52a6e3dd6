"""A time limit's page tells the whole rule; where no date may come out, it says why and offers none."""

import pytest

from handrail.guide.pages.library import library
from handrail.guide.pages.limits import cases_of
from tests.client import CheckingClient


def page_of(client: CheckingClient, limit: str) -> str:
    return client.get(f"/england/limits/{limit}/").content.decode()


def test_a_duty_says_who_what_starts_it_and_which_days_count(client: CheckingClient) -> None:
    page = page_of(client, "icpc-15wd")
    for words in ("Within 15 working days", "Who must act", "What starts it", "What meets it", "The next day is day 1.", "Government guidance"):
        assert words in page, words
    assert "Still to be confirmed:" in page


def test_a_window_is_amber_and_says_who_may_still_allow_it(client: CheckingClient) -> None:
    page = page_of(client, "lgsco")
    assert '<section class="window"' in page
    assert "Within 12 months" in page
    assert "The day it starts is day 1." in page
    assert "may still allow it." in page
    assert "Ask anyway." in page
    assert "too late" not in page.lower()


@pytest.mark.parametrize("limit", ["cpp-visit-local", "stage2-request", "fgdm-offer"])
def test_what_is_told_in_words_offers_no_date(limit: str, client: CheckingClient) -> None:
    page = page_of(client, limit)
    assert 'action="/england/calculator/"' not in page
    assert 'class="when"' not in page


def test_law_that_has_not_started_is_called_coming(client: CheckingClient) -> None:
    page = page_of(client, "fgdm-offer")
    assert "Coming: not law yet" in page
    assert "You cannot rely on it yet." in page


def test_every_limit_that_gives_a_date_can_be_worked_out(client: CheckingClient) -> None:
    book = library().book("england")
    assert book is not None
    for limit in book.map.limits.values():
        offers = f'name="limit" value="{limit.id}"' in page_of(client, limit.id)
        assert offers is (limit.no_date_because is None), limit.id


def test_its_worked_cases_are_shown_in_words(client: CheckingClient) -> None:
    page = page_of(client, "icpc-15wd")
    assert "6 January 2026" in page
    assert "27 January 2026" in page
    assert "An ordinary case" in page


def test_cases_with_several_events_name_each(client: CheckingClient) -> None:
    book = library().book("england")
    assert book is not None
    item = book.get("limit", "icpc-15wd")
    assert item is not None
    last = cases_of(book, item)[-1]
    assert [title for title, _on in last.started] == [book.map.events["strategy-discussion-other"].title, book.map.events["strategy-discussion"].title]


def test_the_list_holds_every_limit_once_in_its_part_and_the_familys_own_first(client: CheckingClient) -> None:
    book = library().book("england")
    assert book is not None
    page = client.get("/england/limits/").content.decode()
    own = page[page.index('id="own"') : page.index("</section>", page.index('id="own"'))]
    for limit in book.map.limits.values():
        address = f'href="/england/limits/{limit.id}/"'
        assert page.count(address) == (2 if limit.is_window else 1), limit.id
        assert (address in own) is limit.is_window, limit.id
