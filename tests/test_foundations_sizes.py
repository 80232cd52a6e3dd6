"""The page stays light enough for an old phone on a slow line, and the site for a slow computer."""

import gzip
import re

import pytest

from handrail.site.values import CHECKOUT
from tests import examples
from tests.client import CheckingClient

STATIC = CHECKOUT / "handrail" / "site" / "static"
REQUIREMENTS = CHECKOUT / "requirements"
MOST_HTML, MOST_CSS, MOST_JS = 15_000, 12_000, 5_000  # bytes, compressed
MOST_RUNTIME_REQUIREMENTS = 15


def packed(content: bytes) -> int:
    return len(gzip.compress(content))


@pytest.mark.parametrize("address", examples.pages())
def test_a_page_is_small(address: str, client: CheckingClient) -> None:
    response = client.get(address, HTTP_ACCEPT_ENCODING="gzip")
    plain = client.get(address)
    if len(plain.content) > 1_000:
        assert response.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(response.content) == plain.content
    assert len(response.content) <= MOST_HTML


def test_styles_and_script_are_small() -> None:
    assert sum(packed(p.read_bytes()) for p in (CHECKOUT / "handrail").glob("*/static/*.css")) <= MOST_CSS
    assert sum(packed(p.read_bytes()) for p in (CHECKOUT / "handrail").glob("*/static/*.js")) <= MOST_JS
    assert not list((CHECKOUT / "handrail").rglob("*.woff*"))


def direct(name: str) -> list[str]:
    lines = (REQUIREMENTS / f"{name}.in").read_text(encoding="utf-8").splitlines()
    return [re.split(r"[^A-Za-z0-9_-]", line)[0].lower() for line in lines if line and not line.startswith("#")]


def locked(name: str) -> dict[str, str]:
    return dict(
        re.findall(r"^([a-z0-9-]+)==(\S+)", (REQUIREMENTS / f"{name}.lock").read_text(encoding="utf-8"), re.MULTILINE)
    )


def test_the_site_needs_few_things() -> None:
    assert len(direct("run")) <= MOST_RUNTIME_REQUIREMENTS


@pytest.mark.parametrize("name", ["run", "test"])
def test_a_lock_holds_hashes_and_no_address(name: str) -> None:
    text = (REQUIREMENTS / f"{name}.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in text.replace("rpds-index", "")
    assert set(direct(name)) <= locked(name).keys()
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_both_locks_agree() -> None:
    run, test = locked("run"), locked("test")
    assert {name: test[name] for name in run.keys() & test.keys()} == {
        name: run[name] for name in run.keys() & test.keys()
    }


def test_every_requirement_has_its_reason() -> None:
    decisions = "\n".join(p.read_text(encoding="utf-8") for p in sorted((CHECKOUT / "docs" / "decisions").glob("*.md")))
    missing = [name for name in direct("run") if f"`{name}`" not in decisions]
    assert not missing, f"say in docs/decisions/ why these are needed, and their licence: {missing}"


def test_nothing_private_is_in_the_checkout() -> None:
    for pattern in ("*.sqlite3", "secret-key", "*.pem", ".env"):
        assert not list(CHECKOUT.glob(pattern))
