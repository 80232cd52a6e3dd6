"""Count days, walk the map: events and content and today in, position out. Knows no Django and no network."""
