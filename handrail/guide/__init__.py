"""The public pages: the map, time limits, search, "where am I". They need no database."""
