"""Two versions of a briefing side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from briefings.comparing import compare as compared
from briefings.models import Briefing, OldSlug, Transcript

from .moving import same_page


def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Show ``?left=`` and ``?right=`` (transcripts), the canonical and the next one by default."""
    seen = Briefing.objects.visible_to(request.user)
    found = seen.filter(slug=slug).select_related("canonical").first()
    if found is None:
        return same_page(request, OldSlug.Target.BRIEFING, slug)
    versions = list(found.transcripts.with_documents())
    if len(versions) < 2:
        raise Http404(_("This briefing has one document only; there is nothing to compare."))
    left = chosen(request, "left", versions) or of_key(versions, found.canonical_id)
    others = [version for version in versions if version != left]
    right = chosen(request, "right", others) or others[0]
    return render(
        request,
        "briefings/compare.html",
        {
            "section": "briefings",
            "briefing": found,
            "versions": versions,
            "left": left,
            "right": right,
            "compared": compared(left, right),
        },
    )


def chosen(request: HttpRequest, name: str, versions: list[Transcript]) -> Transcript | None:
    """Return the version that a parameter names, None where it names none of these."""
    return next((one for one in versions if str(one.pk) == request.GET.get(name)), None)


def of_key(versions: list[Transcript], pk: int | None) -> Transcript:
    """Return the version of that key, the first one where none has it."""
    return next((one for one in versions if one.pk == pk), versions[0])
