"""The archive's lists as CSV: its briefings, who speaks at them, who asks there."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from briefings.exports.sheets import csv_response
from briefings.forms import WalkForm
from briefings.models import Briefing, Outlet, Speaker

BRIEFINGS = (
    *("date", "title", "series", "place", "host", "speakers", "language", "complete"),
    *("questions", "documents", "address"),
)


@require_safe
def briefings(request: HttpRequest) -> HttpResponseBase:
    """Send the briefings of ``?year=&month=``, or all, newest first."""
    form = WalkForm(request.GET)
    rows: Iterable[Any] = Briefing.objects.listed().within(form.year_asked, form.month_asked)
    table = (
        (
            one.date,
            one.title,
            one.series.name if one.series else None,
            one.place,
            one.host,
            "; ".join(person.speaker.name for person in one.speaking),
            one.canonical.language,
            "yes" if one.canonical.complete else "no",
            one.question_count,
            one.document_count,
            request.build_absolute_uri(one.get_absolute_url()),
        )
        for one in rows
    )
    return csv_response(BRIEFINGS, table, "briefings.csv")


@require_safe
def speakers(request: HttpRequest) -> HttpResponseBase:
    """Send everybody who has spoken, who answers most first."""
    rows: Iterable[Any] = Speaker.objects.most_active()
    table = (
        (
            one.name,
            one.answer_count,
            one.briefing_count,
            request.build_absolute_uri(one.get_absolute_url()),
        )
        for one in rows
    )
    return csv_response(("name", "answers", "briefings", "address"), table, "speakers.csv")


@require_safe
def outlets(request: HttpRequest) -> HttpResponseBase:
    """Send every outlet that has asked, what asks most first."""
    rows: Iterable[Any] = Outlet.objects.most_active()
    table = (
        (one.name, one.question_count, request.build_absolute_uri(one.get_absolute_url()))
        for one in rows
    )
    return csv_response(("name", "questions", "address"), table, "outlets.csv")
