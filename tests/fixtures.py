"""Fixtures for every test of the site, in tests/ and in the rooms (pyproject.toml loads this as a plugin)."""

from collections.abc import Iterator

import pytest

from tests.browser.harness import browser, context_of, elsewhere, page, page_without_script, site  # noqa: F401  # fixtures


@pytest.fixture
def pseudo_language() -> Iterator[None]:
    """The site with every translated word in [!! !!]."""
    from tests.pseudo import switched_on  # noqa: PLC0415  # needs Django set up

    with switched_on():
        yield
