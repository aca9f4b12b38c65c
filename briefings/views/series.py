"""Series: the briefings of one host in one style."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from briefings.calendar import calendar
from briefings.forms import WalkForm
from briefings.models import Briefing, Series

from .listing import page_of


def series_list(request: HttpRequest) -> HttpResponse:
    """List the series that hold a briefing."""
    return render(
        request,
        "briefings/series_list.html",
        {"section": "series", "rows": Series.objects.active()},
    )


def series(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one series: its briefings, newest first, and how many each year and month holds."""
    found = Series.objects.filter(slug=slug).first()
    if found is None:
        raise Http404(_("There is no series at this address."))
    inside = Briefing.objects.filter(series=found)
    form = WalkForm(request.GET)
    return render(
        request,
        "briefings/series.html",
        {
            "section": "series",
            "series": found,
            "years": calendar(inside.months()),
            "page": page_of(request, inside.listed().within(form.year_asked, form.month_asked)),
            "year": form.year_asked,
            "month": form.first_day,
            "walked": form.parameters(),
        },
    )
