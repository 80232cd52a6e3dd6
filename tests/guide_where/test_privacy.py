"""What a family types is nowhere but in the page: not in logs, addresses, cookies, files, or the made-up family of others."""

import logging
import os
from pathlib import Path

import pytest
from django.conf import settings

from tests.guide_where.form import Form

SECRET = "Xyzzyplugh"


def test_nothing_typed_reaches_a_log_an_address_or_a_cookie(form: Form, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.DEBUG):
        form.begin().add("complaint-made", "5", "10", "2026", note=SECRET)
        form.answer()
        form.press("to:save")
        form.press("file")
        form.press("find", query=SECRET) if "find" in form.buttons else None
        form.send(text=f"nation: {SECRET}", at="load", go="next")
        form.send(case=f"{{{SECRET}", go="to:answer")
    written = caplog.text + "".join(capfd.readouterr())
    assert "route=guide:where-am-i" in written
    for secret in (SECRET, "complaint", "2026-10-05", "october"):
        assert secret.lower() not in written.lower().replace("complaints", "")
    assert not form.client.cookies


def test_every_form_goes_to_one_address_by_post(form: Form) -> None:
    form.begin().add("complaint-made", "5", "10", "2026").answer()
    forms = [n.attrib for n in form.nodes if n.tag.endswith("}form") and n.get("method") == "post"]
    assert {f["action"] for f in forms} == {form.address}


def test_nothing_is_written_to_disk(form: Form, tmp_path: Path) -> None:
    before = {(p, p.stat().st_mtime_ns) for p in Path(settings.ENVIRONMENT.data).rglob("*")} if os.path.isdir(settings.ENVIRONMENT.data) else set()
    form.begin().add("complaint-made", "5", "10", "2026", note=SECRET).answer()
    after = {(p, p.stat().st_mtime_ns) for p in Path(settings.ENVIRONMENT.data).rglob("*")} if os.path.isdir(settings.ENVIRONMENT.data) else set()
    assert before == after


def test_an_address_with_a_query_shows_the_first_page_and_no_more(form: Form) -> None:
    response = form.take(form.client.get(form.address, {"case": '{"nation":"england"}', "go": "to:answer"}))
    assert response.status_code == 200
    assert form.heading == "Where am I?"
    assert "salt" not in {n.get("name") for n in form.nodes if n.get("value")} or not form.fields().get("draft")


def test_the_first_page_is_the_same_for_everybody(form: Form) -> None:
    assert Form(form.client).html == form.html
