"""What changed in the map, and why: a page, and a feed."""
