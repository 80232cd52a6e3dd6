"""Every address of the site. The rooms keep their own lists; this one puts them together."""

from django.urls import URLPattern, URLResolver, include, path

from handrail.site import health, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("leave", views.leave, name="leave"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("", include("handrail.guide.urls")),
]

handler400 = "handrail.site.failures.not_understood"
handler403 = "handrail.site.failures.refused"
handler404 = "handrail.site.failures.not_found"
handler500 = "handrail.site.failures.broken"
