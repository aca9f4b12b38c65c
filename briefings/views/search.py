"""The search page: words and filters in, passages with their questions out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from briefings.exports.sheets import csv_response
from briefings.forms import SearchForm, chosen, parameters
from briefings.models import Turn
from briefings.plots.bars import Histogram
from briefings.search import histogram
from briefings.search import search as run
from briefings.search.types import Facet, FacetValue, Hit, Request, Result, Sort
from briefings.views.over_time import bars

FACETS = {
    Facet.KIND: _("Kind"),
    Facet.SPEAKER: _("Speaker"),
    Facet.OUTLET: _("Outlet"),
    Facet.YEAR: _("Year"),
    Facet.SERIES: _("Series"),
    Facet.LANGUAGE: _("Language"),
}
SORTS = {
    Sort.RELEVANCE: _("most relevant"),
    Sort.NEWEST: _("newest"),
    Sort.OLDEST: _("oldest"),
}
# A filter shows so many values; the rest stand under "more", where find-in-page reaches them.
SHOWN_AT_FIRST = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter as a link: ``parameters`` lead to the search with it switched."""

    value: FacetValue
    parameters: str


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its name and its values, the first ones apart from the rest."""

    facet: Facet
    name: str
    first: Sequence[Choice]
    rest: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the turn it is; ``also`` are turns that say nearly the same, not listed again."""

    hit: Hit
    turn: Turn
    also: Sequence[Turn]


def search(request: HttpRequest) -> HttpResponse:
    """Search, or browse by the filters alone where there are no words."""
    form = SearchForm(request.GET)
    asked = form.request()
    result = run(asked)
    return render(
        request,
        "briefings/search.html",
        {
            "asked": asked,
            "result": result,
            "problems": form.problems,
            "found": found(result),
            "filters": filters(result),
            "hidden": [
                *((facet.value, value) for facet, value in chosen(asked)),
                *([("own", 1)] if asked.own else []),
            ],
            "histogram": over_time(request, asked),
            "with_questions": parameters(replace(asked, own=False)),
            "sorts": sorts(asked),
            "parameters": parameters(asked),
            "narrowed": bool(asked.selected or asked.after or asked.before),
            "without_filters": parameters(Request(query=asked.query, sort=asked.sort)),
            "first": (asked.page - 1) * asked.page_size + 1,
            "last": min(asked.page * asked.page_size, result.total),
        },
    )


def over_time(request: HttpRequest, asked: Request) -> Histogram | None:
    """Return the hits over time, on the first page of a search for words (``?bars=words``)."""
    if not asked.query or asked.page > 1:
        return None
    return bars(asked, by_words=request.GET.get("bars") == "words")


@require_safe
def months_csv(request: HttpRequest) -> HttpResponseBase:
    """Send the hits of each month, also of a search so long in time that its bars are years."""
    asked = SearchForm(request.GET).request()
    bins = histogram(asked) if asked.query else ()
    table = ((one.month, one.hits, one.words, one.rate) for one in bins)
    return csv_response(("month", "turns", "words", "per 10,000 words"), table, "months.csv")


def found(result: Result) -> list[Found]:
    """Return the hits with their turns, in the hits' order, from one query."""
    wanted = [pk for hit in result.hits for pk in (hit.turn_id, *hit.also)]
    turns = Turn.objects.with_place().with_document_count().in_bulk(wanted)
    return [
        Found(hit, turns[hit.turn_id], [turns[pk] for pk in hit.also if pk in turns])
        for hit in result.hits
        if hit.turn_id in turns
    ]


def filters(result: Result) -> list[Filter]:
    """Return the filters in the order of the page, each value a link that switches it."""
    rows = []
    for facet, name in FACETS.items():
        values = result.facets.get(facet, ())
        choices = [Choice(value, switched(result.request, facet, value)) for value in values]
        chosen_first = sorted(choices, key=lambda choice: not choice.value.selected)
        selected = sum(choice.value.selected for choice in choices)
        cut = max(SHOWN_AT_FIRST, selected)
        if choices:
            rows.append(Filter(facet, str(name), chosen_first[:cut], chosen_first[cut:]))
    return rows


def switched(request: Request, facet: Facet, value: FacetValue) -> str:
    """Return the parameters of the search with one value of a filter put in, or taken out."""
    now = request.selected.get(facet, ())
    values = tuple(one for one in now if one != value.value)
    if len(values) == len(now):
        values = (*values, value.value)
    selected: Mapping[Facet, tuple[int | str, ...]] = {**request.selected, facet: values}
    return parameters(replace(request, selected=selected))


def sorts(request: Request) -> list[tuple[str, str, bool]]:
    """Return the orders as (name, parameters, whether it is the present one)."""
    return [
        (str(name), parameters(replace(request, sort=sort)), sort == request.sort)
        for sort, name in SORTS.items()
    ]
