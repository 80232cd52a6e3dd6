"""The addresses of the site itself, for the tests that look at every page."""

ADDRESSES: dict[str, list[str]] = {}

REASONS = {
    "leave": "goes elsewhere; tests/test_foundations_leaving.py and tests/browser/test_leaving.py",
    "healthz": "for machines; tests/test_foundations_health.py",
    "readyz": "for machines; tests/test_foundations_health.py",
}
