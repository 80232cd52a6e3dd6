"""The addresses of what changed."""

from django.urls import path

from handrail.guide.changes import views

urlpatterns = [
    path("changes/", views.changes, name="changes"),
    path("changes/feed.xml", views.feed, name="changes-feed"),
]
