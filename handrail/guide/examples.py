"""The addresses of the public pages, for the tests that look at every page."""

from handrail.guide.open_data import examples as open_data
from handrail.guide.pages.library import library
from handrail.guide.pages.views import PAGES

ADDRESSES = {
    "guide:home": ["/"],
    "guide:about": ["/about/"],
    "guide:staying-safe": ["/staying-safe/"],
    "guide:sources": ["/sources/"],
    "guide:source": ["/sources/children-act-1989/", "/sources/pages-england/"],
    "guide:who-to-call": ["/who-to-call/"],
    "guide:map": ["/england/map/"],
    "guide:where-am-i": ["/england/where-am-i/"],
    "guide:calculator": ["/england/calculator/"],
    "guide:limits": ["/england/limits/"],
    "guide:search": ["/search/"],
    "guide:is-this-wrong": ["/is-this-wrong/", "/is-this-wrong/?page=/england/stages/icpc/"],
    "guide:is-this-wrong-sent": ["/is-this-wrong/sent/"],
    "guide:changes": ["/changes/"],
    "guide:path": ["/england/paths/first-call/"],
    "guide:preparation": ["/england/preparations/initial-conference/"],
    "guide:paths": ["/england/paths/"],
    "guide:preparations": ["/england/preparations/"],
    "guide:stages": ["/england/stages/"],
    "guide:stage": ["/england/stages/icpc/", "/england/stages/lac/", "/england/stages/complaint/"],
    "guide:limit": ["/england/limits/icpc-15wd/", "/england/limits/lgsco/", "/england/limits/cpp-visit-local/", "/england/limits/fgdm-offer/"],
    "guide:questions": ["/england/questions/"],
    "guide:question": ["/england/questions/when-do-i-get-a-lawyer/"],
    "guide:roles": ["/england/roles/"],
    "guide:role": ["/england/roles/conference-chair/"],
    "guide:rights": ["/england/rights/"],
    "guide:right": ["/england/rights/bring-someone/"],
    "guide:routes": ["/england/routes/"],
    "guide:route": ["/england/routes/ombudsman/"],
    "guide:terms": ["/england/terms/"],
    "guide:term": ["/england/terms/care-order/"],
    "guide:helplines": ["/england/helplines/"],
}

REASONS = {
    "guide:robots": "no page: tests/guide_pages/test_crawling.py",
    "guide:sitemap": "no page: tests/guide_pages/test_crawling.py",
    "guide:nation": "leads on to the map: tests/guide_pages/test_front.py",
    "guide:changes-feed": "a feed, not a page: tests/guide_changes",
    **open_data.REASONS,
}


def every_address() -> list[str]:
    """Every page of an item, and of a source."""
    shelf = library()
    items = [item.address for item in shelf.words.items if item.kind in PAGES and shelf.book(item.nation)]
    return [*items, *(f"/sources/{source}/" for source in shelf.words.sources)]
