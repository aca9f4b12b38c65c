"""The citation of a turn, of one of its paragraphs, and of a search."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from briefings.exports.citation import Citation, cite
from briefings.exports.plain import apa, chicago, quotation, search_citation
from briefings.exports.records import bibtex, csl_json, ris
from briefings.forms import SearchForm, parameters
from briefings.models import Turn
from briefings.search import search
from briefings.views.turns import find

FORMATS = {
    "bib": (bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8"),
    "json": (csl_json, "application/vnd.citationstyles.csl+json; charset=utf-8"),
}
# The archive's name in citations, which are English whatever the page's language.
ARCHIVE = "Press Briefing Archive"


@require_safe
def citation(request: HttpRequest, key: str) -> HttpResponse:
    """Show the citation of ``/t/<key>/cite/?p=`` in every style, ready to copy."""
    made, turn = _cite(request, key)
    return render(
        request,
        "briefings/citation.html",
        {
            "citation": made,
            "turn": turn,
            "styles": [
                ("chicago", _("Chicago"), chicago(made)),
                ("apa", _("APA"), apa(made)),
                ("quotation", _("Quotation with its source"), quotation(made)),
            ],
            "records": [
                ("bib", "BibTeX", bibtex(made)),
                ("ris", "RIS", ris(made).replace("\r\n", "\n")),
                ("json", "CSL JSON", csl_json(made)),
            ],
            "parameters": urlencode({"p": made.paragraph}) if made.paragraph else "",
        },
    )


@require_safe
def record(request: HttpRequest, key: str, suffix: str) -> HttpResponse:
    """Send the citation as a file that reference managers read."""
    if suffix not in FORMATS:
        raise Http404(_("There is no such format; there are bib, ris and json."))
    made, _turn = _cite(request, key)
    write, content_type = FORMATS[suffix]
    response = HttpResponse(write(made), content_type=content_type)
    # The identifier is made of the turn's key and digits alone, so nothing in it needs quoting.
    response.headers["Content-Disposition"] = f'attachment; filename="{made.identifier}.{suffix}"'
    return response


@require_safe
def search_record(request: HttpRequest) -> HttpResponse:
    """Show the citation of a search: what was asked, how many were found, and when."""
    asked = SearchForm(request.GET).request()
    result = search(asked)
    address = request.build_absolute_uri(f"{reverse('briefings:search')}?{parameters(asked)}")
    text = search_citation(asked.query, result.total, address, timezone.localdate(), ARCHIVE)
    return render(
        request,
        "briefings/search_citation.html",
        {"text": text, "result": result, "parameters": parameters(asked)},
    )


def _cite(request: HttpRequest, key: str) -> tuple[Citation, Turn]:
    """Return the citation asked for and its turn; a paragraph that is not there is a 404."""
    turn, paragraph = find(request, key)
    link = request.build_absolute_uri(turn.get_absolute_url())
    if paragraph:
        link += "?" + urlencode({"p": paragraph})
    try:
        made = cite(turn, paragraph or None, link, timezone.localdate(), ARCHIVE)
    except IndexError as error:
        raise Http404(_("This turn has no such paragraph.")) from error
    return made, turn
