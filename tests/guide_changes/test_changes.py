"""What changed: the page, the feed, and what a saved case is told of it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from lxml import etree

from handrail.components.clock import standing_at
from handrail.engine.words.items import Words
from handrail.engine.words.store import open_words
from handrail.guide.changes.told import all_changes, that_touch
from handrail.guide.pages.library import library
from tests.client import CheckingClient
from tests.guide_where.form import ADDRESS, Form

ATOM = {"atom": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """Two changes of a made-up content folder, the older one of a term."""
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "england.yaml").write_text("care-order: {term: Care order, plain: An order., sources: [], checked_on: 2026-01-01, mark: confirmed}\n")
    folder = tmp_path / "changes" / "england"
    folder.mkdir(parents=True)
    for name, on, touches in (("older", "2026-03-01", "[term:care-order]"), ("newer", "2026-04-01", "[]")):
        (folder / f"{name}.yaml").write_text(
            f"title: The {name} one\non: {on}\nkind: law\nwords: Something moved.\nwhy: A new Act.\ntouches: {touches}\n"
            "sources: []\nchecked_on: 2026-04-01\nmark: confirmed\n"
        )
    return open_words(tmp_path)


def test_the_newest_stands_first(words: Words) -> None:
    assert [change.id for change in all_changes(words)] == ["newer", "older"]


@pytest.mark.parametrize(
    ("since", "topic", "told"),
    [
        ("2026-02-28", "term:care-order", ["older"]),
        ("2026-03-01", "term:care-order", ["older"]),  # made on the day the case was saved: it may not have been in it
        ("2026-03-02", "term:care-order", []),
        ("2026-02-28", "term:other", []),
    ],
)
def test_a_change_is_told_to_whom_it_touches(words: Words, since: str, topic: str, told: list[str]) -> None:
    found = that_touch(all_changes(words), frozenset({topic}), date.fromisoformat(since))
    assert [change.id for change in found] == told


def test_the_page_tells_every_change_with_its_reason(client: CheckingClient) -> None:
    text = client.get("/changes/").text
    for change in all_changes(library().words):
        assert f'id="{change.id}"' in text
    assert text.count("Why:") == len(all_changes(library().words))


def test_the_feed_is_an_atom_feed_with_the_same_changes(client: CheckingClient) -> None:
    response = client.get("/changes/feed.xml")
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(response.content)
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    for needed in ("id", "title", "updated"):
        assert feed.findtext(f"atom:{needed}", namespaces=ATOM)
    entries = feed.findall("atom:entry", ATOM)
    assert len(entries) == len(all_changes(library().words))
    assert all(entry.findtext("atom:summary", namespaces=ATOM) for entry in entries)


def test_a_saved_file_is_told_of_changes_that_touch_it(client: CheckingClient) -> None:
    touching = next(c for c in all_changes(library().words) if any(item.kind == "limit" for item in c.touched))
    limit = next(item.id for item in touching.touched if item.kind == "limit")
    start = library().book("england").map.limits[limit].start[0].event  # type: ignore[union-attr]
    with standing_at(datetime(2026, 11, 30, 12, tzinfo=UTC)):
        for saved_on, is_told in (("2026-01-01", True), ("2026-11-30", False), ("some day", False)):
            form = Form(client)
            form.take(client.post(ADDRESS, {"go": "to:load"}))
            form.send(text=f"nation: england\nsaved_on: {saved_on}\nevents:\n  - {{on: 2026-11-02, event: {start}}}\n", go="next", at="load")
            assert form.heading == "Your file is open"
            assert (touching.title in form.text) is is_told, (saved_on, limit)
