"""Addresses of the open data. One view answers all; they differ so that the log can name what was asked without its path."""

from django.urls import path

from handrail.guide.open_data.views import answer

urlpatterns = [
    path("api/v1/", answer, name="open-data"),
    path("api/v1/openapi.json", answer, name="open-data-openapi"),
    path("api/v1/schemas/<str:name>.json", answer, name="open-data-schema"),
    path("api/v1/download/", answer, name="open-data-downloads"),
    path("api/v1/download/<str:name>.zip", answer, name="open-data-file"),
    path("api/v1/<str:first>/", answer, name="open-data-part"),
    path("api/v1/<str:first>/<str:second>/", answer, name="open-data-list"),
    path("api/v1/<str:first>/<str:second>/<str:third>/", answer, name="open-data-item"),
    path("api/v1/<path:rest>/", answer, name="open-data-unknown"),
]
