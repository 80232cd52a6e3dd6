"""Hold content/ to docs/explain/map-format.md: one small rule a function, one subject a module."""
