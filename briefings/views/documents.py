"""The original of a document, exactly as it was received."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from briefings.models import Briefing, SourceDocument


@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a document's bytes as a file to save, never as a page: it may hold anybody's markup."""
    found = SourceDocument.objects.filter(pk=pk).first()
    seen = Briefing.objects.visible_to(request.user).filter(transcripts__document=pk).exists()
    if found is None or not (seen or request.user.is_staff):
        raise Http404(_("There is no such document."))
    response = HttpResponse(bytes(found.content), content_type="application/octet-stream")
    disposition = content_disposition_header(as_attachment=True, filename=found.name)
    response["Content-Disposition"] = disposition or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    # Bytes never change: who has them already is told so.
    etag = response["ETag"] = f'"{found.sha256}"'
    return get_conditional_response(request, etag=etag, response=response) or response
