"""The people who speak: the list, and a page for each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from briefings.models import Kind, OldSlug, Speaker, Turn
from briefings.tenures import tenures

from .listing import list_names, page_of
from .moving import same_page

EXCHANGES_A_PAGE = 15
LATEST_REMARKS = 3


def speakers(request: HttpRequest) -> HttpResponse:
    """List everybody who has spoken, by name or by how much they answer."""
    return list_names(request, Speaker.objects.all(), "speakers", "answers")


def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one person: titles over time, whom they answered, and the exchanges, newest first."""
    found = Speaker.objects.filter(slug=slug).first()
    if found is None:
        return same_page(request, OldSlug.Target.SPEAKER, slug)
    said = Turn.objects.canonical().filter(speaker=found)
    answers = said.filter(kind=Kind.ANSWER)
    remarks = said.filter(kind=Kind.REMARKS)
    answered = list(answers.by_outlet())
    return render(
        request,
        "briefings/speaker.html",
        {
            "section": "speakers",
            "speaker": found,
            "aliases": found.aliases.exclude(name=found.name),
            "tenures": tenures(found.appearances.seen()),
            "answered": answered,
            "answered_known": sum(one["number"] for one in answered),
            "remarks": remarks.with_place().newest_first()[:LATEST_REMARKS],
            "remark_count": remarks.count(),
            "page": page_of(request, answers.with_place().newest_first(), EXCHANGES_A_PAGE),
        },
    )
