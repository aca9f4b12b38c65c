"""Addresses of the archive's pages. Slugs may hold any letters, so they are ``str``."""

from django.urls import URLPattern, path

from .views import (
    briefings,
    comparing,
    documents,
    home,
    outlets,
    pages,
    preferences,
    search,
    series,
    speakers,
    turns,
)

app_name = "briefings"
urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("briefings/<str:slug>/", briefings.briefing, name="briefing"),
    path("briefings/<str:slug>/versions/<int:transcript_pk>/", briefings.version, name="version"),
    path("briefings/<str:slug>/compare/", comparing.compare, name="compare"),
    path("search/", search.search, name="search"),
    path("speakers/", speakers.speakers, name="speakers"),
    path("speakers/<str:slug>/", speakers.speaker, name="speaker"),
    path("outlets/", outlets.outlets, name="outlets"),
    path("outlets/<str:slug>/", outlets.outlet, name="outlet"),
    path("series/", series.series_list, name="series-list"),
    path("series/<str:slug>/", series.series, name="series"),
    path("t/<str:key>/", turns.turn, name="turn"),
    path("documents/<int:pk>/", documents.document, name="document"),
    path("healthz", pages.healthz, name="healthz"),
    path("about/", pages.about, name="about"),
    path("search/help/", pages.search_help, name="search-help"),
    path("preferences/theme/", preferences.theme, name="theme"),
    path("preferences/language/", preferences.language, name="language"),
]
