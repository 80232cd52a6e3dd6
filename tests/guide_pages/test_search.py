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


def test_what_it_read_and_what_was_typed_are_one_button_apart(client: CheckingClient) -> None:
    page = ask(client, "omsbudman complaint")
    assert (
        '<input type="hidden" name="words" value="omsbudman complaint"><input type="hidden" name="as_typed" value="1">'
        in page
    )
    typed = str(client.post("/search/", {"words": "omsbudman complaint", "as_typed": "1"}).content.decode())
    assert "Did you mean:" in typed
    assert '<input type="hidden" name="words" value="ombudsman complaint">' in typed


def test_results_stand_under_what_a_person_looks_for(client: CheckingClient) -> None:
    page = ask(client, "complaint about a social worker")
    places = [page.index(f"<h2>{name}</h2>") for name in ("The nearest", "Do now", "Understand", "People")]
    assert places == sorted(places)


def test_where_one_page_clearly_answers_its_answer_stands_on_top(client: CheckingClient) -> None:
    page = ask(client, "Do I have to sign this?")
    assert page.index("In short") < page.index("/england/questions/do-i-have-to-sign-this/") < page.index("The nearest")
    assert "In short" not in ask(client, "social worker")


def test_a_child_who_is_hurt_is_shown_their_own_page_and_no_line_for_adults(client: CheckingClient) -> None:
    page = ask(client, "my foster dad hits me")
    top = page[page.index("Call now if someone is not safe") : page.index("The nearest")]
    assert (
        top.index("tel:999") < top.index("tel:08001111") < top.index("/england/questions/i-am-being-hurt-where-i-live/")
    )
    assert "08082000247" not in top


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
    assert (
        page.index("Call now if someone is not safe")
        < page.index("tel:999")
        < page.index("tel:08082000247")
        < page.index("The nearest")
    )


def test_an_empty_question_is_asked_again(client: CheckingClient) -> None:
    assert "Type a word or a question first." in ask(client, "   ")


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", '"><img src=x>', "a" * 100_000, "\x00", "%s {{ 7*7 }}"])
def test_whatever_is_typed_the_page_stays_whole(typed: str, client: CheckingClient) -> None:
    page = ask(client, typed)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert len(page) < 60_000
