"""Search: what a person typed comes in a form, never in the address, and is not kept."""
