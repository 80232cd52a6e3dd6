"""A site for many: other headers, other cookies, its own names only, and nothing made up."""

import os
import subprocess
import sys
from pathlib import Path

from handrail.site.values import CHECKOUT

ASK = """
import django; django.setup()
from django.conf import settings
from django.test import Client
page = Client(HTTP_HOST="handrail.example.org").get("/staying-safe/")
print(page.status_code, page.headers["Strict-Transport-Security"], settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE)
print(Client(HTTP_HOST="127.0.0.1").get("/staying-safe/").status_code, settings.ENVIRONMENT.has_demonstration_family)
"""


def test_a_hosted_site_keeps_to_https_and_to_its_own_names(tmp_path: Path) -> None:
    hosted = {
        "HANDRAIL_MODE": "hosted",
        "HANDRAIL_HOSTS": "handrail.example.org",
        "HANDRAIL_SECRET_KEY": "k" * 64,
        "HANDRAIL_DATA": str(tmp_path / "data"),
        "DJANGO_SETTINGS_MODULE": "handrail.site.settings",
    }
    asked = subprocess.run(
        [sys.executable, "-c", ASK], env=os.environ | hosted, cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    first, second = asked.stdout.splitlines()
    assert first == "200 max-age=31536000; includeSubDomains True True"
    assert second == "400 False"
    assert not (tmp_path / "data").exists(), "hosted, the key is given and never made"
