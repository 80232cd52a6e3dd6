"""The address where a page's words can be put in doubt."""

from django.urls import path

from handrail.guide.corrections import views

urlpatterns = [
    path("is-this-wrong/", views.is_this_wrong, name="is-this-wrong"),
    path("is-this-wrong/sent/", views.sent, name="is-this-wrong-sent"),
]
