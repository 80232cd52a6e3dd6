"""A stage's page tells where it sits, what to do, by when and who is there; and it says what is not known yet."""

import pytest

from handrail.guide.pages.library import library
from handrail.guide.pages.stages import LANES, ORDER, by_lane
from tests.client import CheckingClient


def page_of(client: CheckingClient, stage: str) -> str:
    return client.get(f"/england/stages/{stage}/").content.decode()


def test_it_has_its_nine_sections_what_to_do_and_what_comes_next_early(client: CheckingClient) -> None:
    book = library().book("england")
    assert book is not None
    for stage in book.all("stage"):
        page = page_of(client, stage.id)
        places = [page.index(f">{heading}</h2>") for heading in ORDER]
        assert places == sorted(places)
        assert set(ORDER) == set(stage.sections)


def test_it_says_what_comes_before_and_next(client: CheckingClient) -> None:
    page = page_of(client, "icpc")
    rail = page[page.index('<nav class="where"') :]
    assert rail.index('href="/england/stages/s47/"') < rail.index("This page</p>") < rail.index('href="/england/stages/cpp/"')


def test_the_familys_own_time_comes_first(client: CheckingClient) -> None:
    page = page_of(client, "complaint")
    assert page.index('class="window"') < page.index('<ul class="lines">')
    book = library().book("england")
    assert book is not None
    assert page.count('class="window"') == sum(limit.is_window for limit in book.limits_of("complaint")) > 5


def test_a_local_number_is_told_as_such_and_never_as_a_due_date(client: CheckingClient) -> None:
    page = page_of(client, "icpc")
    local = page[page.index('class="lines local"') :]
    assert "Areas differ. Ask yours." in local
    assert 'class="when"' not in local[: local.index("</ul>")]


def test_it_shows_the_questions_that_people_ask_there(client: CheckingClient) -> None:
    assert 'href="/england/questions/can-i-record-a-meeting/"' in page_of(client, "icpc")


def test_it_tells_each_word_that_it_uses(client: CheckingClient) -> None:
    page = page_of(client, "icpc")
    told = page[page.index("Words on this page") :]
    for word in ("child-protection-conference", "child-protection-plan", "neglect"):
        assert f'class="term" href="/england/terms/{word}/"' in page
        assert f'id="word-{word}"' in told


def test_only_the_first_use_of_a_word_is_a_link(client: CheckingClient) -> None:
    book = library().book("england")
    assert book is not None
    for stage in book.all("stage"):
        page = page_of(client, stage.id)
        for term in book.all("term"):
            assert page.count(f'class="term" href="{term.address}"') <= 1, (stage.id, term.id)


def test_it_says_that_nobody_of_the_trade_has_read_it_yet(client: CheckingClient) -> None:
    assert "Not yet read by somebody who does this work." in page_of(client, "icpc")


@pytest.mark.parametrize("lane", LANES)
def test_every_lane_has_stages(lane: str) -> None:
    book = library().book("england")
    assert book is not None
    assert dict(by_lane(book))[lane]
