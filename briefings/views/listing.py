"""Long lists in pages: which page is asked for, and in which order names stand."""

from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from briefings.querysets import OutletQuerySet, SpeakerQuerySet

PAGE_SIZE = 20
NAMES_A_PAGE = 100

Row = TypeVar("Row", bound=Model)


def page_of(request: HttpRequest, rows: QuerySet[Row], size: int = PAGE_SIZE) -> Page[Row]:
    """Return the page of ``rows`` that ``?page=`` asks for, the nearest where it is nonsense."""
    return Paginator(rows, size).get_page(request.GET.get("page"))


def list_names(
    request: HttpRequest, names: SpeakerQuerySet | OutletQuerySet, section: str, most: str
) -> HttpResponse:
    """List speakers or outlets by name, or with ``?sort=<most>`` the most active first.

    ``section`` is the page's name in the navigation and of its template.
    """
    by_number = request.GET.get("sort") == most
    rows = names.most_active() if by_number else names.active().order_by(Lower("name"), "pk")
    return render(
        request,
        f"briefings/{section}.html",
        {
            "section": section,
            "page": page_of(request, rows, NAMES_A_PAGE),
            "by_number": by_number,
            "parameters": f"sort={most}" if by_number else "",
        },
    )
