"""Give the tests a data folder of their own before Django reads its settings. Loaded first of all (pyproject.toml)."""

import atexit
import os
import shutil
import tempfile

for name in [name for name in os.environ if name.startswith("HANDRAIL_") and name != "HANDRAIL_REQUIRE_BROWSER"]:
    del os.environ[name]  # what the person's own shell sets must not change what the tests see

_folder = tempfile.mkdtemp(prefix="handrail-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["HANDRAIL_DATA"] = os.path.join(_folder, "data")

# Playwright's event loop runs in the thread of the tests; Django would otherwise refuse the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
