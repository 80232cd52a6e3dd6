"""The one address of "where am I". Every step is an answer to a form, so that no address tells what was said."""

from django.urls import path

from handrail.guide.where import views

urlpatterns = [path("england/where-am-i/", views.where_am_i, name="where-am-i")]
