"""Pages that explain, and the health check."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from briefings.models import Briefing

# What the help page shows: a query that finds something among the five seed documents, and what
# it asks for. A test runs each.
EXAMPLES = (
    ("industrial internet", _("both words, in any form and place of one turn")),
    ('"5G base stations"', _("just these words, in this order")),
    ("battery OR batteries", _("either word")),
    ("5G -consumption", _("the first, without the second")),
    ("invest*", _("words that begin so")),
    ("semiconducter~", _("words spelt nearly so")),
    ('"industrial investment"~5', _("the words with at most five others between them")),
    ('speaker:"Wang Peng" 5G', _("said by one person")),
    ('outlet:"China Daily"', _("one outlet’s questions and the answers to them")),
    ("in:questions measures", _("in questions only; also answers, remarks, moderation")),
    ("is:complete prices", _("in complete transcripts only")),
    ("chips after:2022-01-01", _("from a day on; also before: and on:, with 2022 or 2022-07 too")),
    ("(chips OR semiconductors) supply", _("brackets keep together what belongs together")),
)


def about(request: HttpRequest) -> HttpResponse:
    """Explain versions, attributions and limits."""
    return render(request, "briefings/about.html")


def search_help(request: HttpRequest) -> HttpResponse:
    """Explain the query language."""
    return render(request, "briefings/search_help.html", {"examples": EXAMPLES})


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database can be read, 503 when not; a line each, for machines.

    The index is told of but is no reason to stop serving: without it, search reads the rows.
    """
    try:
        Briefing.objects.exists()
    except DatabaseError:
        return HttpResponse("database: unreachable\n", status=503, content_type="text/plain")
    return HttpResponse("database: ok\n", content_type="text/plain")
