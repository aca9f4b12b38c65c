"""The first page, and the walk through years and months that starts there."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Manager
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from briefings.calendar import calendar
from briefings.forms import WalkForm
from briefings.models import Briefing, Outlet, Speaker, Turn
from briefings.state import kept

from .listing import page_of

LATEST = 8
MOST_ACTIVE = 8


class Counted(NamedTuple):
    """What is counted over the whole archive; outlets and speakers by key, with their numbers."""

    totals: dict[str, int]
    span: dict[str, Any]
    months: list[tuple[int, int, int]]
    outlets: list[tuple[int, int]]
    speakers: list[tuple[int, int]]


def home(request: HttpRequest) -> HttpResponse:
    """Show the archive's face, or with ``?year=``, ``month=`` or ``page=`` a walk through it."""
    form = WalkForm(request.GET)
    if form.is_walk():
        return walk(request, form)
    counted = kept("home", _count)
    return render(
        request,
        "briefings/home.html",
        {
            "latest": Briefing.objects.listed()[:LATEST],
            "years": calendar(counted.months),
            "outlets": _named(Outlet.objects, counted.outlets),
            "speakers": _named(Speaker.objects, counted.speakers),
            "span": counted.span,
            "totals": counted.totals,
        },
    )


def _count() -> Counted:
    """Count the whole archive; of 100,000 turns that takes a tenth of a second."""
    outlets: Iterable[Any] = Outlet.objects.most_active()[:MOST_ACTIVE]
    speakers: Iterable[Any] = Speaker.objects.most_active()[:MOST_ACTIVE]
    return Counted(
        Turn.objects.totals(),
        Briefing.objects.span(),
        Briefing.objects.months(),
        [(outlet.pk, outlet.question_count) for outlet in outlets],
        [(speaker.pk, speaker.answer_count) for speaker in speakers],
    )


def _named(
    rows: Manager[Outlet] | Manager[Speaker], counts: list[tuple[int, int]]
) -> list[tuple[Outlet | Speaker, int]]:
    """Return each row with its number; the names are asked for anew, an editor may mend them."""
    known = rows.in_bulk([pk for pk, _number in counts])
    return [(known[pk], number) for pk, number in counts if pk in known]


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
