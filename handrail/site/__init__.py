"""Settings, addresses, the base page and middleware: what puts the rooms together into one site."""
