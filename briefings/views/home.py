"""The first page, and the walk through years and months that starts there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from briefings.calendar import calendar
from briefings.forms import WalkForm
from briefings.models import Briefing, Outlet, Speaker, Turn

from .listing import page_of

LATEST = 8
MOST_ACTIVE = 8


def home(request: HttpRequest) -> HttpResponse:
    """Show the archive's face, or with ``?year=``, ``month=`` or ``page=`` a walk through it."""
    form = WalkForm(request.GET)
    if form.is_walk():
        return walk(request, form)
    return render(
        request,
        "briefings/home.html",
        {
            "latest": Briefing.objects.listed()[:LATEST],
            "years": calendar(Briefing.objects.months()),
            "outlets": Outlet.objects.most_active()[:MOST_ACTIVE],
            "speakers": Speaker.objects.most_active()[:MOST_ACTIVE],
            "span": Briefing.objects.span(),
            "totals": Turn.objects.totals(),
        },
    )


def walk(request: HttpRequest, form: WalkForm) -> HttpResponse:
    """Show the briefings of a year, a month, or all, newest first, in pages."""
    briefings = Briefing.objects.listed().within(form.year_asked, form.month_asked)
    return render(
        request,
        "briefings/walk.html",
        {
            "page": page_of(request, briefings),
            "section": "briefings",
            "years": calendar(Briefing.objects.months()),
            "year": form.year_asked,
            "month": form.first_day,
            "walked": form.parameters(),
        },
    )
