"""The addresses of the site itself, for the tests that look at every page."""

ADDRESSES = {"staying-safe": ["/staying-safe/"]}

REASONS = {
    "leave": "goes elsewhere; tests/test_foundations_leaving.py and tests/browser/test_leaving.py",
    "healthz": "for machines; tests/test_foundations_health.py",
    "readyz": "for machines; tests/test_foundations_health.py",
}
