"""Source documents: looked up, downloaded, and taken in."""

import logging
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import filesizeformat
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings.admin.looking import LookingAdmin, link
from briefings.admin.uploads import UploadForm
from briefings.ingest import Status
from briefings.ingest.receiving import receive_bytes
from briefings.ingest.taking import Taken, take_in
from briefings.models import SourceDocument
from briefings.wording import reword

logger = logging.getLogger(__name__)


@admin.register(SourceDocument)
class SourceDocumentAdmin(LookingAdmin):
    """Files as received. Adding one is uploading a transcript."""

    list_display = ("name", "of_briefing", "kilobytes", "received", "received_by")
    list_filter = ("media_type", "received")
    search_fields = (
        "name",
        "=sha256",
        "source_url",
        "received_from",
        "transcript__briefing__title",
    )
    date_hierarchy = "received"
    fields = (
        *("name", "of_transcript", "of_briefing", "original", "media_type", "kilobytes", "sha256"),
        *("source_url", "received", "received_by", "received_from"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceDocument]:
        """Leave the bytes where they are."""
        rows = super().get_queryset(request).defer("content", "transcript__text")
        return rows.select_related("received_by", "transcript__briefing")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Editors take documents in."""
        return request.user.has_perm("briefings.add_sourcedocument")

    @admin.display(description=_("size"), ordering="size")
    def kilobytes(self, document: SourceDocument) -> str:
        """The size for people."""
        return filesizeformat(document.size)

    @admin.display(description=_("briefing"))
    def of_briefing(self, document: SourceDocument) -> str:
        """The briefing it is of."""
        return link(document.transcript.briefing)

    @admin.display(description=_("transcript"))
    def of_transcript(self, document: SourceDocument) -> str:
        """What was read in it."""
        return link(document.transcript, gettext("what was read in it"))

    @admin.display(description=_("original"))
    def original(self, document: SourceDocument) -> str:
        """The file to download."""
        address = reverse("briefings:document", args=[document.pk])
        return format_html('<a href="{}">{}</a>', address, _("download as received"))

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Take in what an editor sends, and show what came of it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        sent = request.method == "POST"
        form = UploadForm(request.POST, request.FILES) if sent else UploadForm()
        taken: list[Taken] = []
        if sent and form.is_valid():
            name, data = form.received()
            taken = [
                take_in(item, source_url=form.cleaned_data["source_url"], by=request.user)
                for item in receive_bytes(name, data)
            ]
            self._log(request, taken)
            if len(taken) == 1 and taken[0].outcome:
                return self._to_outcome(request, taken[0])
            for item in taken:
                if item.error:
                    error = reword(item.error)
                    form.add_error(None, f"{item.place}: {error}" if taken[1:] else error)
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Take in a transcript"),
            "opts": self.opts,
            "form": form,
            "taken": [item for item in taken if item.outcome],
            "refused": any(item.error for item in taken),
        }
        template = "admin/briefings/sourcedocument/upload.html"
        return TemplateResponse(request, template, context)

    def _to_outcome(self, request: HttpRequest, item: Taken) -> HttpResponse:
        """Lead to the page that shows what was found."""
        outcome = item.outcome
        assert outcome is not None  # noqa: S101  (the caller has looked)
        if outcome.status is Status.KNOWN:
            messages.info(request, gettext("This very file was there already; nothing changed."))
        else:
            messages.success(request, gettext("The document was taken in. This is what was found."))
        pk = outcome.transcript.pk
        return HttpResponseRedirect(reverse("admin:briefings_transcript_change", args=[pk]))

    def _log(self, request: HttpRequest, taken: list[Taken]) -> None:
        """Note in the admin's history who took in what, and in the log what was refused.

        Of what is refused no copy is kept: it may be anything (a letter, a virus), and whoever
        sent it has it.
        """
        for item in taken:
            if item.error:
                logger.warning("Refused, sent by %s: %s: %s", request.user, item.place, item.error)
            if item.outcome and item.outcome.status is Status.ADDED:
                self.log_addition(request, item.outcome.transcript.document, "Uploaded.")
