"""The address of search."""

from django.urls import path

from handrail.guide.searching import views

urlpatterns = [path("search/", views.search, name="search")]
