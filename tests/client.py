"""A test client that checks every page it fetches, so that nobody can forget to.

Valid HTML, one h1 that begins the title, unique ids, a label for each field, links that lead somewhere, nothing
inline, no cookie for a guest, every security header. The checks are in tests/page_checks.py.
"""

import gzip
from typing import Any

from django.test import Client

from tests import page_checks


class CheckingClient(Client):
    """Django's test client, as a guest with a modern browser, with every HTML answer checked."""

    def __init__(self, *, is_guest: bool = True, **defaults: Any) -> None:
        defaults.setdefault("HTTP_HOST", "127.0.0.1")
        super().__init__(**defaults)
        self.is_guest = is_guest

    def request(self, **request: Any) -> Any:
        response = super().request(**request)
        problems = page_checks.of_headers(response)
        if self.is_guest and response.cookies:
            problems.append(f"a guest was given a cookie: {', '.join(response.cookies)}")
        if response.headers.get("Content-Type", "").startswith("text/html") and response.content:
            problems += page_checks.of_page(_text(response))
        assert not problems, f"{request.get('REQUEST_METHOD')} {request.get('PATH_INFO')}:\n- " + "\n- ".join(problems)
        return response


def _text(response: Any) -> str:
    packed = response.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(response.content) if packed else response.content).decode()
