"""Plots: terms over time, who answers whom, words by voice; each as a picture, a table, a CSV."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import MAXYEAR

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from briefings.exports.sheets import csv_response
from briefings.forms import BIGGEST_ID, QUERY_LENGTH, SearchForm, parameters
from briefings.models import Briefing, Kind, OldSlug, Outlet, Speaker
from briefings.models import Series as BriefingSeries
from briefings.plots import counts
from briefings.plots.bars import rows
from briefings.plots.matrix import Answers, matrix
from briefings.search import who_asks, who_says
from briefings.search.types import Facet, Request, Share
from briefings.views.briefings import visible
from briefings.views.moving import same_page
from briefings.views.over_time import SIDES, curves

MOST_TERMS = 4


@require_safe
def plots(request: HttpRequest) -> HttpResponse:
    """List the plots there are."""
    return render(
        request,
        "briefings/plots/plots.html",
        {
            "section": "plots",
            "fields": [(number, "") for number in range(1, MOST_TERMS + 1)],
        },
    )


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """Show up to four terms over time, what the podium and the press say apart."""
    asked = asked_terms(request)
    return render(
        request,
        "briefings/plots/terms.html",
        {
            "section": "plots",
            "plot": curves(asked) if asked else None,
            "asked": asked,
            "fields": list(enumerate([*asked, *[""] * (MOST_TERMS - len(asked))], 1)),
            "parameters": urlencode([("term", term) for term in asked]),
        },
    )


@require_safe
def terms_csv(request: HttpRequest) -> HttpResponseBase:
    """Send the table of the terms plot."""
    plot = curves(asked_terms(request))
    lines_out = (
        (period.label, period.first, period.last, cell.side, cell.term, cell.hits, cell.rate)
        for period, cells in (plot.table if plot else ())
        for cell in cells
    )
    header = ("period", "first day", "last day", "side", "term", "turns", "per 10,000 words")
    return csv_response(header, lines_out, "terms.csv")


def asked_terms(request: HttpRequest) -> list[str]:
    """Return the terms of ``?term=``, each once, at most four."""
    typed = [
        text.replace("\x00", "").strip()[:QUERY_LENGTH] for text in request.GET.getlist("term")
    ]
    return list(dict.fromkeys(filter(None, typed)))[:MOST_TERMS]


@require_safe
def answers(request: HttpRequest) -> HttpResponse:
    """Show who answers whom, of all briefings or of one series or year."""
    series, year = _series_and_year(request)
    counted = [
        replace(one, link=answers_link(one, series, year)) for one in counts.answers(series, year)
    ]
    return render(
        request,
        "briefings/plots/answers.html",
        {
            "section": "plots",
            "plot": matrix(counted),
            "table": sorted(counted, key=_busiest_first),
            "all_series": BriefingSeries.objects.active(),
            "years": sorted({year for year, *_rest in Briefing.objects.months()}, reverse=True),
            "series": series,
            "year": year,
            "parameters": urlencode(
                [(name, value) for name, value in (("series", series), ("year", year)) if value]
            ),
        },
    )


@require_safe
def answers_csv(request: HttpRequest) -> HttpResponseBase:
    """Send who answers whom, all of it."""
    counted = counts.answers(*_series_and_year(request))
    counted.sort(key=_busiest_first)
    table = ((one.outlet.name, one.speaker.name, one.number) for one in counted)
    return csv_response(("outlet", "speaker", "answers"), table, "answers.csv")


def answers_link(one: Answers, series: int | None, year: int | None) -> str:
    """Return the parameters of the search that lists these answers."""
    selected: dict[Facet, tuple[int | str, ...]] = {
        Facet.OUTLET: (one.outlet.pk,),
        Facet.SPEAKER: (one.speaker.pk,),
        Facet.KIND: (Kind.ANSWER.value,),
    }
    if series is not None:
        selected[Facet.SERIES] = (series,)
    if year is not None:
        selected[Facet.YEAR] = (year,)
    return parameters(Request(selected=selected))


def _busiest_first(one: Answers) -> tuple[int, str, str]:
    return -one.number, one.outlet.name, one.speaker.name


@require_safe
def who(request: HttpRequest) -> HttpResponse:
    """Show who says a search's words most and who asks with them most, also per words spoken."""
    asked = SearchForm(request.GET).request()
    return render(
        request,
        "briefings/plots/who.html",
        {
            "section": "plots",
            "asked": asked,
            "tables": list(_shares(asked)) if asked.query else [],
            "parameters": parameters(asked),
        },
    )


@require_safe
def who_csv(request: HttpRequest) -> HttpResponseBase:
    """Send who says and who asks with a search's words."""
    asked = SearchForm(request.GET).request()
    table = (
        (side, share.label, share.hits, share.words, share.rate)
        for side, shares in (_shares(asked) if asked.query else ())
        for share, *_links in shares
    )
    return csv_response(("side", "name", "turns", "words", "per 10,000 words"), table, "who.csv")


def _shares(asked: Request) -> Iterator[tuple[str, list[tuple[Share, str, str]]]]:
    """Yield the speakers and then the outlets, each with the search that lists their turns.

    The third is the address of the page of the one whose share it is.
    """
    for side, facet, shares, kinds, named in (
        ("podium", Facet.SPEAKER, who_says(asked), (), Speaker.objects),
        ("press", Facet.OUTLET, who_asks(asked), SIDES["press"], Outlet.objects),
    ):
        known = named.in_bulk([share.value for share in shares])
        rows = []
        for share in shares:
            selected = {**asked.selected, facet: (share.value,)}
            if kinds:
                selected[Facet.KIND] = kinds
            link = parameters(replace(asked, own=True, selected=selected))
            one = known.get(share.value)
            rows.append((share, link, one.get_absolute_url() if one else ""))
        yield side, rows


@require_safe
def words(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how many words each voice of a briefing has."""
    found = visible(request).filter(slug=slug).first()
    if found is None:
        return same_page(request, OldSlug.Target.BRIEFING, slug)
    plot = rows(counts.voices(found))
    return render(
        request,
        "briefings/plots/words.html",
        {"section": "briefings", "briefing": found, "plot": plot},
    )


@require_safe
def words_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the words of each voice of a briefing."""
    found = visible(request).filter(slug=slug).first()
    if found is None:
        return same_page(request, OldSlug.Target.BRIEFING, slug)
    table = (
        (bar.row.name, "press" if bar.row.press else "podium", bar.row.words, round(bar.share, 2))
        for bar in rows(counts.voices(found)).bars
    )
    return csv_response(("voice", "side", "words", "percent"), table, "words.csv")


def _series_and_year(request: HttpRequest) -> tuple[int | None, int | None]:
    """Return ``?series=&year=``, None for each that is not given or nonsense."""
    return _number(request, "series", BIGGEST_ID), _number(request, "year", MAXYEAR)


def _number(request: HttpRequest, name: str, most: int) -> int | None:
    text = request.GET.get(name, "")[:20]
    number = int(text) if text.isascii() and text.isdigit() else 0
    return number if 0 < number <= most else None
