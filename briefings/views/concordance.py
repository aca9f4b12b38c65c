"""The concordance of a search: every hit between its neighbours, sorted by them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from briefings.concordance import Line, Order, concord, sort_key
from briefings.exports.places import PLACE
from briefings.exports.places import place as where
from briefings.exports.sheets import csv_response
from briefings.forms import SearchForm, parameters
from briefings.models import Turn
from briefings.search import marker, matches
from briefings.search.types import Request

# Turns read for one page, half a second's work; to sort by neighbours all their lines must be
# known. The CSV reads all.
MOST_TURNS = 500
PAGE_LINES = 100
ORDERS = {
    Order.DATE: _("as found"),
    Order.LEFT: _("left neighbour"),
    Order.RIGHT: _("right neighbour"),
}
CSV_HEADER = (*PLACE, "left", "word", "right", "address")


@dataclass(frozen=True, slots=True)
class Place:
    """A line and the turn it stands in."""

    turn: Turn
    line: Line


@require_safe
def concordance(request: HttpRequest) -> HttpResponse:
    """Show the hits of ``?q=`` and the filters of a search, one a line, ``?by=`` sorted."""
    asked = replace(SearchForm(request.GET).request(), own=True)
    order = Order(by) if (by := request.GET.get("by")) in set(Order) else Order.DATE
    found = matches(asked) if asked.query else []
    places = list(_places(asked, found[:MOST_TURNS]))
    if order is not Order.DATE:
        places.sort(key=lambda place: sort_key(place.line, order))
    base = parameters(asked)
    return render(
        request,
        "briefings/concordance.html",
        {
            "section": "plots",
            "asked": asked,
            "order": order,
            "orders": [(name, _with(base, one), one is order) for one, name in ORDERS.items()],
            "page": Paginator(places, PAGE_LINES).get_page(asked.page),
            "turns": len(found),
            "unread": max(0, len(found) - MOST_TURNS),
            "parameters": base,
            "paged": _with(base, order),
        },
    )


@require_safe
def concordance_csv(request: HttpRequest) -> HttpResponseBase:
    """Send the whole concordance in the order of the search."""
    asked = replace(SearchForm(request.GET).request(), own=True)
    rows = (
        (
            *where(place.turn),
            place.line.left,
            place.line.word,
            place.line.right,
            request.build_absolute_uri(place.turn.get_absolute_url()),
        )
        for place in _places(asked, matches(asked) if asked.query else [])
    )
    return csv_response(CSV_HEADER, rows, "concordance.csv")


def _places(asked: Request, turns: Sequence[int]) -> Iterator[Place]:
    """Yield every hit in these turns, in their order."""
    mark = marker(asked.query)
    for turn in Turn.objects.with_place().in_order(turns):
        for number, text in enumerate(turn.paragraphs, 1):
            for line in concord(number, mark(text)):
                yield Place(turn, line)


def _with(base: str, order: Order) -> str:
    """Return a search's parameters with the order of the lines."""
    by = urlencode({"by": order.value}) if order is not Order.DATE else ""
    return "&".join(filter(None, [base, by]))
