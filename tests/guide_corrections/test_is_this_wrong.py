"""A note about a page: what it asks, what it shows, and how it goes to a real mail server."""

import dataclasses
import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings

from handrail.guide.corrections import sending
from tests.client import CheckingClient

ADDRESS = "/is-this-wrong/"
PAGE = "/england/stages/icpc/"
NOTE = {"page": PAGE, "wrong": "The time is 10 days.\nNot 15.", "better": "Ten <b>days</b>", "known": "", "writer": "worker"}


class Letterbox:
    """A mail server's end: it keeps what it is sent."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # aiosmtpd's name
        assert isinstance(envelope.content, bytes)
        self.letters.append(envelope.content)
        return "250 OK"


def _host_with(settings: Any, port: int) -> None:
    settings.ENVIRONMENT = dataclasses.replace(
        settings.ENVIRONMENT, corrections_to="words@example.org", mail_server=("127.0.0.1", port), mail_from="handrail@example.org"
    )
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@pytest.fixture
def letterbox(settings: Any) -> Iterator[Letterbox]:
    sending._sent_at.clear()
    box = Letterbox()
    server = Controller(box, hostname="127.0.0.1", port=_free_port())
    server.start()
    _host_with(settings, server.port)
    yield box
    server.stop()


@pytest.mark.parametrize("address", ["/", PAGE, "/england/where-am-i/", "/search/", "/who-to-call/", "/changes/"])
def test_every_page_asks_whether_it_is_wrong(address: str, client: CheckingClient) -> None:
    assert f'href="{ADDRESS}?page={address}"' in client.get(address).text


@pytest.mark.parametrize("page", ["https://example.org/", "//example.org/", "/nowhere/at/all/", "/england/stages/icpc/?x=1", "/" + "a" * 300, "javascript:x"])
def test_what_is_no_page_of_ours_is_left_out(page: str, client: CheckingClient) -> None:
    text = client.get(ADDRESS, {"page": page}).text
    assert page not in text.partition("<main")[2].partition("</main")[0]


def test_it_names_the_page_it_is_about(client: CheckingClient) -> None:
    assert f'<a href="{PAGE}" data-from="typed">{PAGE}</a>' in client.get(ADDRESS, {"page": PAGE}).text


def test_an_empty_note_is_told_by_the_field_and_nothing_is_lost(client: CheckingClient) -> None:
    response = client.post(ADDRESS, {**NOTE, "wrong": " "})
    assert response.status_code == 422
    assert 'href="#wrong"' in response.text
    assert "Ten &lt;b&gt;days&lt;/b&gt;" in response.text


def test_a_note_too_long_is_told_and_comes_back_whole(client: CheckingClient) -> None:
    response = client.post(ADDRESS, {**NOTE, "known": "x" * 2_001})
    assert response.status_code == 422
    assert "x" * 2_001 in response.text


def test_without_a_host_it_is_to_be_printed(client: CheckingClient) -> None:
    response = client.post(ADDRESS, NOTE)
    assert "The time is 10 days.\nNot 15." in response.text
    assert "Ten &lt;b&gt;days&lt;/b&gt;" in response.text
    assert "I work with families." in response.text
    assert 'value="send"' not in response.text
    assert "no-store" in response.headers["Cache-Control"]


def test_change_brings_the_words_back(client: CheckingClient) -> None:
    assert "The time is 10 days.\nNot 15.</textarea>" in client.post(ADDRESS, {**NOTE, "go": "change"}).text


def test_an_address_without_a_server_is_shown(client: CheckingClient, settings: Any) -> None:
    settings.ENVIRONMENT = dataclasses.replace(settings.ENVIRONMENT, corrections_to="words@example.org")
    response = client.post(ADDRESS, NOTE)
    assert 'href="mailto:words@example.org"' in response.text
    assert 'value="send"' not in response.text


def test_it_goes_to_the_host_and_holds_nothing_else(client: CheckingClient, letterbox: Letterbox) -> None:
    assert 'value="send"' in client.post(ADDRESS, NOTE).text
    response = client.post(ADDRESS, {**NOTE, "go": "send"})
    assert (response.status_code, response.headers["Location"]) == (303, "/is-this-wrong/sent/")
    letter = message_from_bytes(letterbox.letters[0], policy=default)
    assert letter["Subject"] == f"Is this wrong? {PAGE}"
    assert (letter["From"], letter["To"]) == ("handrail@example.org", "words@example.org")
    body = letter.get_content()
    assert "The time is 10 days.\nNot 15." in body.replace("\r\n", "\n")
    assert "Ten <b>days</b>" in body
    assert len(letterbox.letters) == 1


def test_nobody_can_write_into_the_letters_head(client: CheckingClient, letterbox: Letterbox) -> None:
    client.post(ADDRESS, {**NOTE, "page": "/changes/\r\nBcc: other@example.org", "go": "send"})
    letter = message_from_bytes(letterbox.letters[0], policy=default)
    assert letter["Bcc"] is None
    assert letter["Subject"] == "Is this wrong? Handrail"


def test_a_server_that_does_not_answer_loses_nothing(client: CheckingClient, letterbox: Letterbox, settings: Any) -> None:
    settings.EMAIL_PORT = 9  # nobody listens there
    response = client.post(ADDRESS, {**NOTE, "go": "send"})
    assert response.status_code == 503
    assert "The time is 10 days." in response.text
    assert 'value="send"' in response.text


def test_a_flood_is_bounded(client: CheckingClient, letterbox: Letterbox) -> None:
    answers = [client.post(ADDRESS, {**NOTE, "go": "send"}).status_code for _ in range(sending.MOST_AN_HOUR + 1)]
    assert answers[-2:] == [303, 503]
    assert len(letterbox.letters) == sending.MOST_AN_HOUR


def test_the_tests_send_nothing_by_themselves() -> None:
    assert settings.ENVIRONMENT.mail_server is None
