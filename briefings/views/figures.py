"""Figures in context: for a term, the sentences that give numbers, by date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefings.exports.places import PLACE, place
from briefings.exports.sheets import csv_response
from briefings.figures import Mention, mentions
from briefings.forms import SearchForm, parameters
from briefings.models import Turn
from briefings.search import matches
from briefings.search.types import Request, Sort

# Turns read for one page, the newest: half a second's work. The CSV reads all.
MOST_TURNS = 1000
PAGE_MENTIONS = 100
CSV_HEADER = (*PLACE, "figures", "sentence", "address", "paragraph")


@dataclass(frozen=True, slots=True)
class Figure:
    """A sentence with figures, and the turn it stands in."""

    turn: Turn
    mention: Mention


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Show the figures of ``?q=`` by date, oldest first, filtered as a search is."""
    asked = SearchForm(request.GET).request()
    found = candidates(asked)
    read = found[-MOST_TURNS:]
    rows = list(figures_of(asked.query, read))
    page = Paginator(rows, PAGE_MENTIONS).get_page(asked.page)
    return render(
        request,
        "briefings/figures.html",
        {
            "section": "plots",
            "asked": asked,
            "page": page,
            "unread": len(found) - len(read),
            "parameters": parameters(replace(asked, sort=Sort.RELEVANCE)),
        },
    )


@require_safe
def figures_csv(request: HttpRequest) -> HttpResponseBase:
    """Send all figures of a term, sentence by sentence."""
    asked = SearchForm(request.GET).request()
    rows = (
        (
            *place(row.turn),
            "; ".join(row.mention.figures),
            row.mention.sentence,
            request.build_absolute_uri(row.turn.get_absolute_url()),
            row.mention.paragraph,
        )
        for row in figures_of(asked.query, candidates(asked))
    )
    return csv_response(CSV_HEADER, rows, "figures.csv")


def candidates(asked: Request) -> Sequence[int]:
    """Return the turns that hold the term's words in any order and form, oldest first.

    Whether a sentence says the term is for ``briefings.figures`` to tell; signs of the query
    language mean nothing here, a term is what it says.
    """
    words = re.findall(r"\w+(?:[.,'’]\w+)*", asked.query.lower())
    if not words:
        return []
    return matches(replace(asked, query=" ".join(words), sort=Sort.OLDEST, own=True))


def figures_of(term: str, turns: Sequence[int]) -> Iterator[Figure]:
    """Yield the term's figures in these turns, in their order."""
    for turn in Turn.objects.with_place().in_order(turns):
        for mention in mentions(turn.paragraphs, term):
            yield Figure(turn, mention)
