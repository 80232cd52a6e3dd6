"""The real site in a real browser: fixtures `site`, `page`, `page_without_script`, and `assert_accessible`.

The site is granian in a process of its own, with its own data folder and port. A page that asks anything of another
host, or breaks the Content-Security-Policy, fails its test at the end.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

PHONE = {"width": 390, "height": 844}
WIDTHS = (320, 390, 1280)
_START_SECONDS = 30
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[str]:
    """The address of the dull page that the quick way out leads to in the tests: another origin, on this computer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _DullPage)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/weather"
    server.shutdown()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, elsewhere: str) -> Iterator[str]:
    """The address of a running site, such as http://127.0.0.1:41234."""
    folder = tmp_path_factory.mktemp("site")
    with running_site(folder, HANDRAIL_LEAVE_TO=elsewhere) as address:
        yield address


@contextmanager
def running_site(folder: Path, **settings: str) -> Iterator[str]:
    """Start `handrail serve` in a process, wait until it answers, and stop it at the end. Its log is folder/log."""
    port = _free_port()
    own = {"HANDRAIL_DATA": str(folder / "data"), "HANDRAIL_PORT": str(port), **settings}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HANDRAIL_")} | own
    with (folder / "log").open("wb") as log:
        start = [sys.executable, "-c", "import sys; from handrail.commands import main; sys.exit(main(['serve']))"]
        process = subprocess.Popen(start, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait_until_alive(process, port, folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(15)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Where there is none the tests are skipped, or fail if HANDRAIL_REQUIRE_BROWSER is 1."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        told = "no Chromium on this machine; install it with: apt-get install chromium"
        if os.environ.get("HANDRAIL_REQUIRE_BROWSER") == "1":
            pytest.fail(told)
        pytest.skip(told)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        yield running
        running.close()


@pytest.fixture
def context_of(browser: Browser, site: str, elsewhere: str) -> Iterator[Callable[..., BrowserContext]]:
    """Make a browser context: `context_of(java_script_enabled=False, color_scheme="dark")`. Strangers fail the test."""
    made: list[BrowserContext] = []
    wrong: list[str] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"viewport": PHONE, "locale": "en-GB", **options})
        context.route("**/*", lambda route: _let_through(route, (site + "/", elsewhere), wrong))
        context.on("console", lambda message: wrong.append(message.text) if _is_serious(message) else None)
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()
    assert not wrong, "the browser saw what must not be:\n- " + "\n- ".join(wrong)


@pytest.fixture
def page(context_of: Callable[..., BrowserContext]) -> Page:
    """A page on a phone, with scripts."""
    return context_of().new_page()


@pytest.fixture
def page_without_script(context_of: Callable[..., BrowserContext]) -> Page:
    """A page on a phone whose browser runs no scripts."""
    return context_of(java_script_enabled=False).new_page()


def assert_accessible(page: Page) -> None:
    """Let axe look at the page as it stands: WCAG 2.2 AA, good practice, and contrast of 7 to 1."""
    _assert_clean(page, _RULES)


def assert_contrast(page: Page) -> None:
    """Let axe look at the contrast alone, 7 to 1: what another colour scheme can change."""
    _assert_clean(page, {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]}, "resultTypes": ["violations"]})


def _assert_clean(page: Page, rules: dict[str, Any]) -> None:
    found = Axe().run(page, options=rules).response["violations"]
    told = [
        f"{v['id']} ({v['help']}): {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for v in found
        for node in v["nodes"]
    ]
    assert not told, f"axe at {page.url}:\n- " + "\n- ".join(told)


def assert_fits(page: Page) -> None:
    """Nothing makes the page scroll sideways."""
    wide, shown = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= shown, f"{page.url} is {wide} px wide on a screen of {shown} px"


class _DullPage(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!DOCTYPE html><title>Weather</title><link rel=icon href=data:,><h1>Weather</h1>")

    def log_message(self, format: str, *args: Any) -> None:
        pass


def _let_through(route: Route, ours: tuple[str, ...], wrong: list[str]) -> None:
    address = route.request.url
    if address.startswith((*ours, "data:", "blob:")):
        route.continue_()
    else:
        wrong.append(f"asked {address}")
        route.abort()


def _is_serious(message: Any) -> bool:
    return message.type == "error" and "the server responded with a status of" not in message.text


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_alive(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"the site did not start:\n{log.read_text(errors='replace')}")
