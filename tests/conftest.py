"""Nothing is shared here on purpose: fixtures for all tests are in tests/fixtures.py, which the rooms' tests use too."""
