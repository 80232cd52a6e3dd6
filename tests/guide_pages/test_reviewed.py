"""Each page says whether somebody who does the work has read it: by job and day, or that nobody has."""

from dataclasses import replace

import pytest

from handrail.guide.pages.library import library
from handrail.guide.pages.sourcing import sources_part
from tests.client import CheckingClient

KINDS = ("stage", "role", "question", "path", "preparation", "limit", "right", "route", "term")
READ, NOT_READ = "by somebody who does this work:", "Not yet read by somebody who does this work."


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_says_it(kind: str, client: CheckingClient) -> None:
    item = library().words.of("england", kind)[0]
    page = client.get(item.address).content.decode()
    assert page.count(READ) + page.count(NOT_READ) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_review_is_told_by_job_and_day(kind: str) -> None:
    item = library().words.of("england", kind)[0]
    read = replace(item, fields={**item.fields, "reviewed": {"by_role": "health & care <worker>", "on": "2026-03-12"}})
    told = " ".join(str(sources_part(library().words, read)).split())
    assert 'Read on 12 March 2026 by somebody who does this work: <span data-from="content">health &amp; care &lt;worker&gt;</span>.' in told
    assert NOT_READ not in told


@pytest.mark.parametrize("reviewed", [None, {}])
def test_without_a_review_it_says_so(reviewed: dict[str, str] | None) -> None:
    item = library().words.of("england", "stage")[0]
    told = str(sources_part(library().words, replace(item, fields={**item.fields, "reviewed": reviewed})))
    assert NOT_READ in told
    assert READ not in told
