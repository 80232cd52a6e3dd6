"""Addresses of the pages made of content. A nation that has no pages yet gets the page that says so."""

from django.urls import path, re_path

from handrail.guide.pages import crawling, views
from handrail.guide.pages.library import NATIONS

_LISTS = {"right": "rights", "route": "routes", "term": "terms", "helpline": "helplines", "path": "paths", "preparation": "preparations"}

urlpatterns = [
    path("", views.home, name="home"),
    path("robots.txt", crawling.robots, name="robots"),
    path("sitemap.xml", crawling.sitemap, name="sitemap"),
    path("about/", views.words_page, {"name": "about"}, name="about"),
    path("staying-safe/", views.words_page, {"name": "staying-safe"}, name="staying-safe"),
    path("sources/", views.source_list, name="sources"),
    path("sources/<slug:source>/", views.source, name="source"),
    path("who-to-call/", views.who_to_call, name="who-to-call"),
    re_path(f"^(?P<nation>{'|'.join(NATIONS)})/$", views.nation, name="nation"),
    path("<slug:nation>/stages/", views.stage_list, name="stages"),
    path("<slug:nation>/limits/", views.limit_list, name="limits"),
    path("<slug:nation>/roles/", views.role_list, name="roles"),
    path("<slug:nation>/questions/", views.question_list, name="questions"),
    *(path(f"<slug:nation>/{many}/", views.item_list, {"kind": kind}, name=many) for kind, many in _LISTS.items()),
    *(path(f"<slug:nation>/{kind}s/<slug:item>/", views.item_page, {"kind": kind}, name=kind) for kind in views.PAGES),
]
