"""Permalinks: a turn's key leads to the turn in its place, for good."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from briefings.models import Briefing, Turn, TurnRedirect


def turn(request: HttpRequest, key: str) -> HttpResponse:
    """Redirect ``/t/<key>/?q=&p=`` to the turn, or its p-th paragraph, with the words of q marked.

    Keys and paragraphs that moved when a document was read again lead on by ``TurnRedirect``.
    """
    found, paragraph = find(request, key)
    address = place(found)
    query = request.GET.get("q", "").strip()
    if query:
        address += "?" + urlencode({"mark": query})
    anchor = f"t-{found.key}"
    if 0 < paragraph <= len(found.paragraphs):
        anchor += f"-{paragraph}"
    return HttpResponseRedirect(f"{address}#{anchor}")


def find(request: HttpRequest, key: str) -> tuple[Turn, int]:
    """Return the turn of a key, old or new, that this reader may see, and the paragraph of ``?p=``.

    The paragraph is 0 where none is asked for. Raises Http404 where there is no such turn.
    """
    found, paragraph = _led(key, _number(request.GET.get("p", "")))
    briefing = found.transcript.briefing
    if not Briefing.objects.visible_to(request.user).filter(pk=briefing.pk).exists():
        raise Http404(_("This turn belongs to a briefing that is not published."))
    return found, paragraph


def place(found: Turn) -> str:
    """Return the address of the page that holds a turn."""
    briefing = found.transcript.briefing
    if briefing.canonical_id == found.transcript_id:
        return briefing.get_absolute_url()
    return reverse("briefings:version", args=[briefing.slug, found.transcript_id])


def _led(key: str, paragraph: int) -> tuple[Turn, int]:
    """Return where a key and a paragraph lead.

    A paragraph's own redirect comes first: of a turn that was cut in two the key stays with the
    first part, and its later paragraphs are in the second. A whole turn is redirected only where
    no turn has the key any more.
    """
    rows = TurnRedirect.objects.select_related("turn__transcript__briefing").filter(key=key)
    entry = rows.filter(paragraph__in={0, paragraph}).order_by("-paragraph").first()
    if entry is not None:
        return entry.turn, entry.to_paragraph if entry.paragraph else paragraph
    found = Turn.objects.with_place().filter(key=key).first()
    if found is None:
        raise Http404(_("There is no turn with this key."))
    return found, paragraph


def _number(text: str) -> int:
    """Return the paragraph asked for, 0 where none or nonsense is given."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
