"""Where each kind of item has its page. Links in content name an item (`term:care-order`), never an address."""

PAGES = {
    "stage": "/{nation}/stages/{id}/",
    "role": "/{nation}/roles/{id}/",
    "right": "/{nation}/rights/{id}/",
    "route": "/{nation}/routes/{id}/",
    "limit": "/{nation}/limits/{id}/",
    "term": "/{nation}/terms/{id}/",
    "question": "/{nation}/questions/{id}/",
    "path": "/{nation}/paths/{id}/",
    "preparation": "/{nation}/preparations/{id}/",
    "helpline": "/{nation}/helplines/#{id}",
    "process": "/{nation}/map/#{id}",
    "change": "/changes/#{id}",
}
LINKED_KINDS = frozenset(PAGES) - {"process", "change"}
"""The kinds that content may link to."""

SITE_PAGES = ("/staying-safe/",)
"""Pages of no nation that content may link to by their path."""


def address_of(kind: str, nation: str, item_id: str) -> str:
    """Give the path of an item's page on the site."""
    return PAGES[kind].format(nation=nation, id=item_id)


def split_topic(target: str) -> tuple[str, str] | None:
    """Split `term:care-order` into kind and id; None for any other link."""
    kind, colon, item_id = target.partition(":")
    return (kind, item_id) if colon and kind in LINKED_KINDS else None
