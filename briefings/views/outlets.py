"""The organisations that ask: the list, and a page for each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from briefings.models import Kind, OldSlug, Outlet, Turn

from .listing import page_of
from .moving import same_page

OUTLETS_A_PAGE = 100
EXCHANGES_A_PAGE = 15


def outlets(request: HttpRequest) -> HttpResponse:
    """List every outlet that has asked, by name or by how much it asks."""
    by_number = request.GET.get("sort") == "questions"
    known = Outlet.objects
    rows = known.most_active() if by_number else known.active().order_by("name", "pk")
    return render(
        request,
        "briefings/outlets.html",
        {
            "section": "outlets",
            "page": page_of(request, rows, OUTLETS_A_PAGE),
            "by_number": by_number,
            "parameters": "sort=questions" if by_number else "",
        },
    )


def outlet(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one outlet: its names as printed, who answers it, and its questions, newest first."""
    found = Outlet.objects.filter(slug=slug).first()
    if found is None:
        return same_page(request, OldSlug.Target.OUTLET, slug)
    questions = Turn.objects.canonical().filter(outlet=found, kind=Kind.QUESTION)
    return render(
        request,
        "briefings/outlet.html",
        {
            "section": "outlets",
            "outlet": found,
            "aliases": found.aliases.exclude(name=found.name),
            "answering": Turn.objects.canonical().answers_to(found).by_speaker(),
            "years": questions.by_year(),
            "page": page_of(
                request, questions.with_place().with_replies().newest_first(), EXCHANGES_A_PAGE
            ),
        },
    )
