"""The words of the map: items for pages, search over them, and how hard they are to read."""
