"""What the site must not let out: no cookie, no path in a log, no message of an exception, nothing for strangers."""

import io
import logging
import sys
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import path

from handrail.components.pages import keep_private, render
from handrail.site.logs import set_up_logging
from handrail.site.urls import urlpatterns as real
from tests.client import CheckingClient

SECRET = "xyzzy-4711"


class PersonalTrouble(Exception):
    """An exception whose message gives somebody away."""


def breaks(request: HttpRequest, word: str) -> HttpResponse:
    local_name = f"{word} {request.POST.get('name')}"
    try:
        raise KeyError(local_name)
    except KeyError as error:
        raise PersonalTrouble(f"{local_name} could not be read") from error


def takes_a_form(request: HttpRequest) -> HttpResponse:
    return render(request, "site/failure.html", {"heading": "Taken", "kind": "not-found"})


def private(request: HttpRequest) -> HttpResponse:
    return render(request, "site/failure.html", {"heading": "Private " * 200, "kind": "not-found"}, private=True)


urlpatterns = [
    path("breaks/<word>/", breaks, name="breaks"),
    path("form/", takes_a_form, name="form"),
    path("private/", private, name="private"),
    *real,
]
handler400 = "handrail.site.failures.not_understood"
handler403 = "handrail.site.failures.refused"
handler404 = "handrail.site.failures.not_found"
handler500 = "handrail.site.failures.broken"


@pytest.fixture(autouse=True)
def our_addresses(settings: pytest.FixtureRequest) -> None:
    settings.ROOT_URLCONF = __name__  # type: ignore[attr-defined]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that any logger writes anywhere, and standard error itself."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    loggers = [logging.getLogger(), logging.getLogger("handrail"), logging.getLogger("django")]
    for logger in loggers:
        logger.addHandler(handler)
    before, sys.stderr = sys.stderr, written
    set_up_logging()
    logging.getLogger("handrail").addHandler(handler)
    yield written
    sys.stderr = before
    for logger in loggers:
        logger.removeHandler(handler)


def plain_client() -> CheckingClient:
    return CheckingClient(raise_request_exception=False)


def test_a_log_line_has_route_method_status_and_time(log: io.StringIO) -> None:
    plain_client().get(
        f"/staying-safe/?who={SECRET}",
        HTTP_USER_AGENT=SECRET,
        HTTP_REFERER=f"http://127.0.0.1/{SECRET}",
        REMOTE_ADDR="192.0.2.77",
    )
    line = log.getvalue().strip()
    assert line.startswith("route=guide:staying-safe method=GET status=200 ms=")
    assert SECRET not in line
    assert "192.0.2.77" not in line
    assert "/" not in line


def test_a_path_that_leads_nowhere_is_not_logged(log: io.StringIO) -> None:
    assert plain_client().get(f"/{SECRET}/?q={SECRET}").status_code == 404
    assert "route=- method=GET status=404" in log.getvalue()
    assert SECRET not in log.getvalue()


def test_an_odd_method_is_not_logged_word_for_word(log: io.StringIO) -> None:
    plain_client().generic(SECRET.upper(), "/staying-safe/")
    assert "method=other" in log.getvalue()
    assert SECRET.upper() not in log.getvalue()


def test_a_failure_shows_a_number_and_the_log_holds_it_and_nothing_personal(log: io.StringIO) -> None:
    response = plain_client().post(f"/breaks/{SECRET}/?q={SECRET}", {"name": SECRET}, HTTP_COOKIE=f"a={SECRET}")
    assert response.status_code == 500
    page, written = response.content.decode(), log.getvalue()
    number = written.partition("number=")[2].split()[0]
    assert number.replace("-", " ") in page
    assert "PersonalTrouble" in written
    assert "builtins.KeyError" in written
    assert "tests/test_foundations_privacy.py:" in written
    assert SECRET not in written
    assert SECRET not in page
    assert "could not be read" not in written
    assert "PersonalTrouble" not in page


def test_every_failure_has_another_number(log: io.StringIO) -> None:
    for _ in range(3):
        plain_client().get("/breaks/x/")
    numbers = {
        line.partition("number=")[2].split()[0] for line in log.getvalue().splitlines() if "PersonalTrouble" in line
    }
    assert len(numbers) == 3


def test_another_host_is_refused_and_not_logged(log: io.StringIO) -> None:
    response = CheckingClient(HTTP_HOST=f"{SECRET}.example").get("/staying-safe/")
    assert response.status_code == 400
    assert "We could not read that" in response.content.decode()
    assert SECRET not in log.getvalue()


def test_nothing_is_shown_of_a_form_that_is_too_large(log: io.StringIO) -> None:
    response = plain_client().post("/breaks/x/", {f"{SECRET}{n}": "" for n in range(6000)})
    assert response.status_code == 400
    assert SECRET not in response.content.decode() + log.getvalue()


FROM = [
    ({"HTTP_SEC_FETCH_SITE": "same-origin"}, 200),
    ({"HTTP_SEC_FETCH_SITE": "none"}, 200),
    ({"HTTP_SEC_FETCH_SITE": "same-site"}, 200),
    ({"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
    ({"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "http://127.0.0.1"}, 403),
    ({"HTTP_ORIGIN": "http://127.0.0.1"}, 200),
    ({"HTTP_ORIGIN": "null"}, 200),
    ({"HTTP_ORIGIN": "http://evil.example"}, 403),
    ({"HTTP_ORIGIN": "http://127.0.0.1:9999"}, 403),
    ({}, 200),
]


@pytest.mark.parametrize(("headers", "status"), FROM)
def test_a_form_is_refused_only_when_it_says_it_comes_from_elsewhere(headers: dict[str, str], status: int) -> None:
    assert plain_client().post("/form/", {"a": "b"}, **headers).status_code == status


def test_a_link_from_elsewhere_is_welcome() -> None:
    assert plain_client().get("/form/", HTTP_SEC_FETCH_SITE="cross-site").status_code == 200


def test_the_answer_to_a_form_is_kept_by_nobody() -> None:
    assert plain_client().post("/form/").headers["Cache-Control"] == "no-store"
    assert plain_client().get("/form/").headers["Cache-Control"] == "no-cache"


def test_a_private_page_is_neither_stored_nor_compressed() -> None:
    response = plain_client().get("/private/", HTTP_ACCEPT_ENCODING="gzip")
    assert "no-store" in response.headers["Cache-Control"]
    assert "Content-Encoding" not in response.headers
    assert "no-store" in keep_private(HttpResponse("a file")).headers["Cache-Control"]


def test_hsts_is_for_hosted_sites_alone() -> None:
    assert "Strict-Transport-Security" not in plain_client().get("/staying-safe/").headers
