"""Addresses of the archive's pages. Slugs may hold any letters."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import URLPattern, path, register_converter

from . import api, feeds
from .converters import RowNumber, Word
from .views import (
    briefings,
    citations,
    comparing,
    concordance,
    discovery,
    distinctive,
    documents,
    figures,
    home,
    outlets,
    pages,
    plots,
    preferences,
    quotations,
    search,
    series,
    speakers,
    tables,
    turns,
)

register_converter(RowNumber, "row")
register_converter(Word, "word")

app_name = "briefings"
urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("briefings/<word:slug>/", briefings.briefing, name="briefing"),
    path("briefings/<word:slug>/versions/<row:transcript_pk>/", briefings.version, name="version"),
    path("briefings/<word:slug>/compare/", comparing.compare, name="compare"),
    path("search/", search.search, name="search"),
    path("quote/", quotations.quote, name="quote"),
    path("speakers/", speakers.speakers, name="speakers"),
    path("speakers/<word:slug>/", speakers.speaker, name="speaker"),
    path("outlets/", outlets.outlets, name="outlets"),
    path("outlets/<word:slug>/", outlets.outlet, name="outlet"),
    path("series/", series.series_list, name="series-list"),
    path("series/<word:slug>/", series.series, name="series"),
    path("t/<word:key>/", turns.turn, name="turn"),
    path("documents/<row:pk>/", documents.document, name="document"),
    path("healthz", pages.healthz, name="healthz"),
    path("about/", pages.about, name="about"),
    path("search/help/", pages.search_help, name="search-help"),
    path("preferences/theme/", preferences.theme, name="theme"),
    path("preferences/language/", preferences.language, name="language"),
]

# The same things for machines, to cite, and as plots.
urlpatterns += [
    path("briefings/<word:slug>.json", api.briefing, name="briefing-json"),
    path("t/<word:key>.json", api.turn, name="turn-json"),
    path("briefings.csv", tables.briefings, name="briefings-csv"),
    path("speakers.csv", tables.speakers, name="speakers-csv"),
    path("outlets.csv", tables.outlets, name="outlets-csv"),
    path("search.json", api.search_json, name="search-json"),
    path("search.csv", api.search_csv, name="search-csv"),
    path("t/<word:key>/cite/", citations.citation, name="cite"),
    path("t/<word:key>/cite.<word:suffix>", citations.record, name="cite-record"),
    path("search/months.csv", search.months_csv, name="search-months-csv"),
    path("search/cite/", citations.search_record, name="search-cite"),
    path("feed.atom", feeds.latest, name="feed"),
    path("speakers/<word:slug>.atom", feeds.speaker, name="speaker-feed"),
    path("outlets/<word:slug>.atom", feeds.outlet, name="outlet-feed"),
    path("search.atom", feeds.search, name="search-feed"),
    path("plots/", plots.plots, name="plots"),
    path("plots/terms/", plots.terms, name="plots-terms"),
    path("plots/terms.csv", plots.terms_csv, name="plots-terms-csv"),
    path("plots/answers/", plots.answers, name="plots-answers"),
    path("plots/answers.csv", plots.answers_csv, name="plots-answers-csv"),
    path("plots/who/", plots.who, name="plots-who"),
    path("plots/who.csv", plots.who_csv, name="plots-who-csv"),
    path("speakers/<word:slug>/words/", distinctive.words, name="speaker-words"),
    path("speakers/<word:slug>/words.csv", distinctive.words_csv, name="speaker-words-csv"),
    path("briefings/<word:slug>/words/", plots.words, name="briefing-words"),
    path("briefings/<word:slug>/words.csv", plots.words_csv, name="briefing-words-csv"),
    path("outlets/<word:slug>/years.csv", outlets.years_csv, name="outlet-years-csv"),
    path("figures/", figures.figures, name="figures"),
    path("figures.csv", figures.figures_csv, name="figures-csv"),
    path("concordance/", concordance.concordance, name="concordance"),
    path("concordance.csv", concordance.concordance_csv, name="concordance-csv"),
    path(
        "sitemap.xml",
        sitemaps.index,
        {"sitemaps": discovery.SITEMAPS, "sitemap_url_name": "briefings:sitemap-section"},
        name="sitemap",
    ),
    path(
        "sitemap-<section>.xml",
        sitemaps.sitemap,
        {"sitemaps": discovery.SITEMAPS},
        name="sitemap-section",
    ),
    path("robots.txt", discovery.robots, name="robots"),
    path("opensearch.xml", discovery.opensearch, name="opensearch"),
]
