"""Benchmarks: `make bench` prints what was measured beside what is wanted. It never fails for being slow."""
