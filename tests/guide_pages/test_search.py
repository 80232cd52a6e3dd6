"""Search: words stay out of the address, misspelt ones are understood, and there is always a way on."""

import pytest

from tests.client import CheckingClient


def ask(client: CheckingClient, words: str) -> str:
    response = client.post("/search/", {"words": words})
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    return str(response.content.decode())


def test_the_form_is_sent_as_a_post_so_that_nothing_stands_in_the_address(client: CheckingClient) -> None:
    page = client.get("/search/").content.decode()
    assert '<form class="search" action="/search/" method="post">' in page


def test_an_address_with_words_in_it_finds_nothing(client: CheckingClient) -> None:
    assert "The nearest" not in client.get("/search/?words=lawyer").content.decode()


def test_a_question_finds_its_page_first(client: CheckingClient) -> None:
    page = ask(client, "when do I get a lawyer?")
    nearest = page[page.index("The nearest") :]
    assert nearest.index("/england/questions/when-do-i-get-a-lawyer/") < nearest.index("/england/roles/")


def test_it_says_what_it_read_a_misspelt_word_as(client: CheckingClient) -> None:
    page = ask(client, "omsbudman complaint")
    assert "Showing results for:" in page
    assert "ombudsman complaint" in page


def test_nothing_found_is_no_dead_end(client: CheckingClient) -> None:
    page = ask(client, "qqqq zzzz")
    assert "We found nothing for that" in page
    assert "/who-to-call/" in page
    assert page.count("<li><a href=") > 5


def test_a_question_of_another_nation_is_told_so_with_somebody_to_call(client: CheckingClient) -> None:
    page = ask(client, "children's hearing in Glasgow")
    assert "England only so far" in page
    assert "Scotland" in page
    assert "You can call:" in page


def test_danger_comes_before_everything(client: CheckingClient) -> None:
    page = ask(client, "he hits me")
    assert page.index("Call now if someone is not safe") < page.index("tel:999") < page.index("tel:08082000247") < page.index("The nearest")


def test_an_empty_question_is_asked_again(client: CheckingClient) -> None:
    assert "Type a word or a question first." in ask(client, "   ")


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", '"><img src=x>', "a" * 100_000, "\x00", "%s {{ 7*7 }}"])
def test_whatever_is_typed_the_page_stays_whole(typed: str, client: CheckingClient) -> None:
    page = ask(client, typed)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert len(page) < 60_000
