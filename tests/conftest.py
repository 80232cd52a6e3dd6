"""Nothing is shared here on purpose: the client is in conftest.py beside the package, other fixtures in tests/fixtures.py, which the rooms' tests use too."""
