"""An address with an id of the past leads on to today's page, for ever."""

from pathlib import Path

import pytest

from handrail.engine.words.addresses import address_of
from handrail.guide.pages.compile import compile_texts
from handrail.guide.pages.library import library
from handrail.site.values import CHECKOUT
from tests.client import CheckingClient

TODAY = {
    "limit": "icpc-15wd", "stage": "icpc", "role": "conference-chair", "term": "care-order", "right": "bring-someone",
    "route": "ombudsman", "question": "when-do-i-get-a-lawyer",
}


@pytest.fixture
def renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    book = library().book("england")
    assert book is not None
    for kind, item_id in TODAY.items():
        monkeypatch.setitem(book._renamed, f"{kind}:once-called", item_id)


@pytest.mark.parametrize("kind", TODAY)
@pytest.mark.usefixtures("renamed")
def test_an_old_address_leads_to_the_new_one(kind: str, client: CheckingClient) -> None:
    response = client.get(f"/england/{kind}s/once-called/")
    assert (response.status_code, response.headers["Location"]) == (301, address_of(kind, "england", TODAY[kind]))
    assert client.get(response.headers["Location"]).status_code == 200


@pytest.mark.usefixtures("renamed")
def test_an_id_that_never_was_leads_nowhere(client: CheckingClient) -> None:
    assert client.get("/england/limits/never-was/").status_code == 404
    assert client.get("/wales/limits/once-called/").status_code == 404


def test_the_list_of_old_ids_is_read_from_the_content(tmp_path: Path) -> None:
    for name in ("words", "limits"):
        (tmp_path / name).symlink_to(CHECKOUT / "content" / name)
    entry = "{kind: limit, nation: england, old: once-called, new: icpc-15wd, on: 2026-12-01}"
    (tmp_path / "renamed.yaml").write_text(f"renamed:\n  - {entry}\n", encoding="utf-8")
    assert compile_texts(tmp_path)["renamed"] == {"england": {"limit:once-called": "icpc-15wd"}}
