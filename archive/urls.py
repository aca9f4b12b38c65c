"""Addresses of the project: the admin and the archive."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path


def favicon(request: HttpRequest) -> HttpResponse:
    """Lead to the icon that pages name; browsers ask for this one where a page names none."""
    return redirect(static("img/mark.svg"))


urlpatterns = [
    path("favicon.ico", favicon),
    path("admin/", admin.site.urls),
    path("", include("briefings.urls")),
]
