"""What was read in a document: found, related, left open; and what an editor may do about it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings.admin.decisions import waiting_for
from briefings.admin.looking import ActingAdmin, LookingAdmin
from briefings.ingest.deciding import decide_canonical, decide_different
from briefings.ingest.doubting import why_held
from briefings.ingest.editing import publish, set_day, set_title
from briefings.ingest.facts import MAX_TITLE
from briefings.ingest.rereading import reread
from briefings.models import Kind, SourceDocument, Transcript, Turn
from briefings.resolve import shipped_names
from briefings.search.labels import labels
from briefings.search.types import Facet
from briefings.transcripts import parsing
from briefings.transcripts.extraction import extract
from briefings.transcripts.families import FAMILIES, GENERIC


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with what it drew, for the table of what was found."""

    number: int | None
    question: Turn
    replies: list[Turn]


@dataclass(frozen=True, slots=True)
class ShownIssue:
    """An issue with the line that it is about, as read."""

    code: str
    message: str
    line: int | None
    text: str


@admin.register(Transcript)
class TranscriptAdmin(ActingAdmin, LookingAdmin):
    """One document's reading. The page is also what an upload leads to."""

    list_display = ("document", "briefing", "relation", "language", "complete", "issue_count")
    list_filter = ("relation", "complete", "language", "family", "parser_version")
    search_fields = ("document__name", "briefing__title", "=document__sha256")
    buttons: ClassVar[dict[str, str]] = {
        "canonical": "canonical",
        "apart": "apart",
        "reread": "reread",
        "publish": "publish",
        "day": "day",
        "title": "title",
    }

    def get_queryset(self, request: HttpRequest) -> QuerySet[Transcript]:
        """Fetch the document and the briefing along, without texts and bytes."""
        rows = super().get_queryset(request).select_related("document", "briefing")
        return rows.defer("text", "furniture", "document__content")

    @admin.display(description=_("issues"))
    def issue_count(self, transcript: Transcript) -> int:
        """How much could not be placed."""
        return len(transcript.issues)

    def get_urls(self) -> list[URLPattern]:
        """Add the page of all lines."""
        lines = self.admin_site.admin_view(self.lines_view)
        own = path("<int:pk>/lines/", lines, name="briefings_transcript_lines")
        return [own, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show what was found, what it is to the others, and what could not be placed."""
        transcript = self._looked_up(request, object_id)
        others = Transcript.objects.filter(briefing=transcript.briefing_id).select_related(
            "document"
        )
        turns = list(
            transcript.turns.select_related("speaker", "outlet", "outlet_source__document")
        )
        context = {
            **self._context(request, transcript),
            "header": transcript.printed_header,
            "exchanges": exchanges(turns),
            "remarks": [turn for turn in turns if turn.kind == Kind.REMARKS],
            "turn_count": len(turns),
            "is_canonical": transcript.briefing.canonical_id == transcript.pk,
            "held": why_held(transcript),
            "reasons": transcript.relation_evidence.get("reasons", ()),
            "others": [other for other in others if other.pk != transcript.pk],
            "proposals": waiting_for(transcript.pk),
            "issues": shown_issues(transcript),
            "may_act": self.may_act(request),
            "may_publish": request.user.has_perm("briefings.change_briefing"),
            "language": labels(Facet.LANGUAGE, [transcript.language])[transcript.language],
            "family": FAMILIES.get(transcript.family, GENERIC).host or gettext("no known series"),
        }
        return TemplateResponse(request, "admin/briefings/transcript/reading.html", context)

    def lines_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show every line with what it was taken for, and the rule that said so."""
        transcript = self._looked_up(request, str(pk))
        document = SourceDocument.objects.get(transcript=pk)
        extracted = extract(document.name, bytes(document.content))
        context = {
            **self._context(request, transcript),
            "lines": parsing.explain(extracted, shipped_names()),
        }
        return TemplateResponse(request, "admin/briefings/transcript/lines.html", context)

    def canonical(self, request: HttpRequest, transcript: Transcript) -> str:
        """Make it the one that stands for the briefing."""
        decide_canonical(transcript.document, by=request.user)
        return gettext("This document stands for the briefing now.")

    def apart(self, request: HttpRequest, transcript: Transcript) -> str:
        """Take it out of its briefing."""
        others = SourceDocument.objects.filter(transcript__briefing=transcript.briefing_id)
        decide_different(transcript.document, others.defer("content"), by=request.user)
        return gettext("This document is a briefing of its own now.")

    def day(self, request: HttpRequest, transcript: Transcript) -> str:
        """Set the day of a document, or take that back."""
        text = request.POST.get("day", "").strip()
        try:
            day = date.fromisoformat(text) if text else None
        except ValueError:
            raise ValidationError(
                gettext("“%s” is no day; write it as 2022-07-19.") % text
            ) from None
        set_day(transcript, day)
        return (
            gettext("The day is set.") if day else gettext("The day is the document's own again.")
        )

    def title(self, request: HttpRequest, transcript: Transcript) -> str:
        """Set the title of a document, or take that back."""
        title = " ".join(request.POST.get("title", "").split())
        if len(title) > MAX_TITLE:
            raise ValidationError(gettext("A title has at most %d characters.") % MAX_TITLE)
        set_title(transcript, title)
        return (
            gettext("The title is set. The old address leads to the new one.")
            if title
            else gettext("The title is the document's own again.")
        )

    def reread(self, request: HttpRequest, transcript: Transcript) -> str:
        """Read the document again."""
        reread(transcript.pk)
        return gettext("The document was read again. Links to its turns lead to the same words.")

    def publish(self, request: HttpRequest, transcript: Transcript) -> str:
        """Show the briefing to readers, which waits for an editor."""
        if not request.user.has_perm("briefings.change_briefing"):
            raise PermissionDenied
        publish(transcript.briefing, visible=True)
        return gettext("Readers see the briefing now.")

    def _looked_up(self, request: HttpRequest, object_id: str) -> Transcript:
        """Return the transcript, or say that there is none or that it is not to be seen."""
        transcript: Transcript | None = self.get_object(request, object_id)
        if transcript is None:
            raise Http404(gettext("There is no such transcript."))
        if not self.has_view_permission(request, transcript):
            raise PermissionDenied
        return transcript

    def _context(self, request: HttpRequest, transcript: Transcript) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": gettext("What was read in %s") % transcript.document.name,
            "opts": self.opts,
            "transcript": transcript,
        }


def exchanges(turns: list[Turn]) -> list[Exchange]:
    """Return the questions in order, each with its replies."""
    replies: dict[int, list[Turn]] = {}
    for turn in turns:
        if turn.question_id is not None:
            replies.setdefault(turn.question_id, []).append(turn)
    asked = [turn for turn in turns if turn.kind == Kind.QUESTION]
    return [Exchange(turn.exchange, turn, replies.get(turn.pk, [])) for turn in asked]


def shown_issues(transcript: Transcript) -> list[ShownIssue]:
    """Return the issues with the lines they name; those of the whole document come first."""
    lines = transcript.text.split("\n")
    shown = [
        ShownIssue(
            issue["code"],
            issue["message"],
            issue["line"],
            lines[issue["line"] - 1] if issue["line"] and issue["line"] <= len(lines) else "",
        )
        for issue in transcript.issues
    ]
    return sorted(shown, key=lambda issue: issue.line or 0)
