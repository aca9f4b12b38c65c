"""Plots: terms over time, who answers whom, words by voice; each as a picture, a table, a CSV."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from briefings.exports.sheets import csv_response
from briefings.forms import BIGGEST_ID, QUERY_LENGTH, parameters
from briefings.models import Briefing, Kind
from briefings.models import Series as BriefingSeries
from briefings.plots import counts
from briefings.plots.bars import per_ten_thousand, rows
from briefings.plots.lines import Lines, Series, lines
from briefings.plots.matrix import Answers, matrix
from briefings.plots.periods import Period, gather, periods
from briefings.search import matches
from briefings.search.types import Facet, Request
from briefings.views.briefings import moved, visible

MOST_TERMS = 4
# What each side of the room says.
SIDES = {
    "podium": (Kind.REMARKS.value, Kind.ANSWER.value, Kind.MODERATION.value),
    "press": (Kind.QUESTION.value,),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of the table below the curves, and the search that lists what it counts."""

    side: str
    term: str
    hits: int
    rate: float | None
    link: str


@dataclass(frozen=True, slots=True)
class TermsPlot:
    """The curves of the terms asked for, and the same as a table without the silent periods."""

    shape: Lines
    table: tuple[tuple[Period, tuple[Cell, ...]], ...]
    undated: int


@require_safe
def plots(request: HttpRequest) -> HttpResponse:
    """List the plots there are."""
    return render(
        request,
        "briefings/plots/plots.html",
        {"fields": [(number, "") for number in range(1, MOST_TERMS + 1)]},
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
            "plot": terms_plot(asked) if asked else None,
            "asked": asked,
            "fields": list(enumerate([*asked, *[""] * (MOST_TERMS - len(asked))], 1)),
            "parameters": urlencode([("term", term) for term in asked]),
        },
    )


@require_safe
def terms_csv(request: HttpRequest) -> HttpResponseBase:
    """Send the table of the terms plot."""
    plot = terms_plot(asked_terms(request))
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


def terms_plot(asked: Sequence[str]) -> TermsPlot | None:
    """Return the plot of these terms, None where no briefing is dated."""
    time = counts.span()
    if time is None:
        return None
    over = periods(*time)
    spoken = [tuple(gather(side, over)) for side in counts.words_by_month()]
    sides: dict[str, list[Series]] = {name: [] for name in SIDES}
    undated = 0
    for term in asked:
        found = matches(Request(query=term))
        by_side = counts.hits_by_month(found)
        undated += len(found) - sum(sum(side.values()) for side in by_side)
        for (name, kinds), said, hits in zip(SIDES.items(), spoken, by_side, strict=True):
            links = tuple(passages(term, kinds, period) for period in over)
            sides[name].append(Series(term, tuple(gather(hits, over)), said, links))
    table = tuple(
        (period, tuple(_cells(index, sides)))
        for index, period in enumerate(over)
        if any(said[index] for said in spoken)
    )
    return TermsPlot(lines(over, list(sides.items())), table, undated)


def _cells(index: int, sides: Mapping[str, Sequence[Series]]) -> Iterator[Cell]:
    """Yield one period's numbers, the podium's terms and then the press's."""
    for side, series in sides.items():
        for one in series:
            hits = one.hits[index]
            rate = per_ten_thousand(hits, one.words[index])
            yield Cell(side, one.term, hits, rate, one.links[index])


def passages(term: str, kinds: tuple[str, ...], period: Period) -> str:
    """Return the parameters of the search that lists what a point counts."""
    selected = {Facet.KIND: kinds}
    return parameters(
        Request(query=term, selected=selected, after=period.first, before=period.last)
    )


@require_safe
def answers(request: HttpRequest) -> HttpResponse:
    """Show who answers whom, of all briefings or of one series or year."""
    series, year = _number(request, "series"), _number(request, "year")
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
    counted = counts.answers(_number(request, "series"), _number(request, "year"))
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
def words(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how many words each voice of a briefing has."""
    found = visible(request).filter(slug=slug).first()
    if found is None:
        return moved(slug)
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
        return moved(slug)
    table = (
        (bar.row.name, "press" if bar.row.press else "podium", bar.row.words, round(bar.share, 2))
        for bar in rows(counts.voices(found)).bars
    )
    return csv_response(("voice", "side", "words", "percent"), table, "words.csv")


def _number(request: HttpRequest, name: str) -> int | None:
    """Return a parameter that is a row's key or a year, None where none or nonsense is given."""
    text = request.GET.get(name, "")[:20]
    number = int(text) if text.isascii() and text.isdigit() else 0
    return number if 0 < number <= BIGGEST_ID else None
