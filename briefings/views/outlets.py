"""The organisations that ask: the list, and a page for each."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefings.exports.sheets import csv_response
from briefings.forms import parameters
from briefings.models import Kind, OldSlug, Outlet, Turn
from briefings.plots import counts
from briefings.plots.shares import Shares, shares
from briefings.search.types import Facet, Request

from .listing import list_names, page_of
from .moving import same_page

EXCHANGES_A_PAGE = 15
# What ``?show=`` may ask for: the questions with which a reporter asks on.
FOLLOW_UPS = "follow-ups"


def outlets(request: HttpRequest) -> HttpResponse:
    """List every outlet that has asked, by name or by how much it asks."""
    return list_names(request, Outlet.objects.all(), "outlets", "questions")


def outlet(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one outlet: who answers it, its share of each year, and its questions, newest first."""
    found = Outlet.objects.filter(slug=slug).first()
    if found is None:
        return same_page(request, OldSlug.Target.OUTLET, slug)
    by_year = counts.questions_of(found)
    follow_ups_only = request.GET.get("show") == FOLLOW_UPS
    questions = Turn.objects.canonical().filter(outlet=found, kind=Kind.QUESTION).with_follow_up()
    listed = questions.filter(Q(follow_up=True)) if follow_ups_only else questions
    return render(
        request,
        "briefings/outlet.html",
        {
            "section": "outlets",
            "outlet": found,
            "aliases": found.aliases.exclude(name=found.name),
            "answering": Turn.objects.canonical().answers_to(found).by_speaker(),
            "shares": _shares(found, by_year),
            "undated": by_year[None].questions if None in by_year else 0,
            "asked": sum(one.questions for one in by_year.values()),
            "follow_ups": sum(one.follow_ups for one in by_year.values()),
            "follow_ups_only": follow_ups_only,
            "parameters": f"show={FOLLOW_UPS}" if follow_ups_only else "",
            "page": page_of(
                request, listed.with_place().with_replies().newest_first(), EXCHANGES_A_PAGE
            ),
        },
    )


@require_safe
def years_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send an outlet's questions of each year, its share of all outlets', and its follow-ups."""
    found = Outlet.objects.filter(slug=slug).first()
    if found is None:
        return same_page(request, OldSlug.Target.OUTLET, slug)
    table = (
        (
            one.year,
            one.count.questions,
            one.of_all,
            None if one.percent is None else round(one.percent, 2),
            one.count.follow_ups,
        )
        for one in _shares(found, counts.questions_of(found)).years
    )
    header = ("year", "questions", "questions of all outlets", "percent", "follow-ups")
    return csv_response(header, table, "questions-by-year.csv")


def _shares(outlet: Outlet, by_year: counts.ByYear) -> Shares:
    """Return the outlet's share of each year, each year with the search that lists it."""
    dated = {year: one for year, one in by_year.items() if year is not None}
    of_all = {year: one for year, one in counts.questions_of_all().items() if year is not None}
    return shares(dated, of_all, {year: _link(outlet, year) for year in dated})


def _link(outlet: Outlet, year: int) -> str:
    """Return the parameters of the search that lists the outlet's questions of a year."""
    selected: dict[Facet, tuple[int | str, ...]] = {
        Facet.OUTLET: (outlet.pk,),
        Facet.YEAR: (year,),
        Facet.KIND: (Kind.QUESTION.value,),
    }
    return parameters(Request(selected=selected))
