"""The address of the map."""

from django.urls import path

from handrail.guide.map import views

urlpatterns = [path("<slug:nation>/map/", views.whole_map, name="map")]
