"""Is this wrong? A note about a page, to print or to send to the host. Nothing of it is kept here."""
