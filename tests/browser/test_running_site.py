"""The site as it really runs: started once, its files, its log, its folder."""

import gzip
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.browser.harness import running_site

ACCESS_LINE = re.compile(
    r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} handrail\.access route=\S+ method=\w+ status=\d{3} ms=[\d.]+$"
)


def test_a_first_run_makes_all_it_needs_and_logs_no_path(tmp_path: Path) -> None:
    with running_site(tmp_path) as site:
        with urllib.request.urlopen(site + "/staying-safe/?q=xyzzy") as answer:
            page = answer.read().decode()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(site + "/xyzzy/")
        assert urllib.request.urlopen(site + "/readyz").read() == b"ready\n"
        style = re.search(r'href="(/static/look\.[0-9a-f]{12}\.css)"', page)
        assert style is not None
        with urllib.request.urlopen(
            urllib.request.Request(site + style[1], headers={"Accept-Encoding": "gzip"})
        ) as answer:
            assert "immutable" in answer.headers["Cache-Control"]
            assert b"--paper" in gzip.decompress(answer.read())
    data = tmp_path / "data"
    assert data.stat().st_mode & 0o777 == 0o700
    assert [p for p in data.rglob("*") if p.stat().st_mode & 0o077] == []
    first, *lines = (tmp_path / "log").read_text().splitlines()
    assert re.fullmatch(r"Handrail is at http://127\.0\.0\.1:\d+ \(stop it with Ctrl\+C\)", first)
    assert [line for line in lines if not ACCESS_LINE.match(line)] == []
    assert "xyzzy" not in "".join(lines)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with running_site(tmp_path) as site:
        environment = {**os.environ, "HANDRAIL_DATA": str(tmp_path / "other"), "HANDRAIL_PORT": site.rpartition(":")[2]}
        start = [sys.executable, "-c", "import sys; from handrail.commands import main; sys.exit(main(['serve']))"]
        second = subprocess.run(start, env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert second.returncode == 2
    assert "handrail.E007 HANDRAIL_PORT" in second.stderr
