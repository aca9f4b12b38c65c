"""Turns: looked up, and corrected where the wrong one speaks or asks."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings.admin.looking import ActingAdmin, link
from briefings.ingest.editing import attribute, take_back
from briefings.models import Attribution, Turn

EDITABLE = ("speaker", "outlet", "reporter")


@admin.register(Turn)
class TurnAdmin(ActingAdmin):
    """The words under one label. Only who they are attributed to can be changed."""

    list_display = ("short_place", "kind", "opening", "speaker", "outlet", "reporter", "label")
    list_filter = ("kind", "speaker_attribution", "outlet_attribution")
    search_fields = ("=key", "label", "text", "speaker__name", "outlet__name")
    search_help_text = _("A turn's key, words of it, its label, or a speaker's or outlet's name.")
    list_per_page = 50
    show_full_result_count = False
    autocomplete_fields = ("speaker", "outlet")
    fields = (
        *("place", "kind", "label"),
        *(name for value in EDITABLE for name in (value, f"{value}_attribution")),
        *("words_spoken", "lines", "aligned_with", "permalink"),
    )
    readonly_fields = (
        *("place", "kind", "label", "words_spoken", "lines", "aligned_with", "permalink"),
        *(f"{value}_attribution" for value in EDITABLE),
    )
    buttons: ClassVar[dict[str, str]] = {"take-back": "take_back"}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Turn]:
        """Fetch what a line of the list shows along."""
        rows = super().get_queryset(request).order_by("-transcript_id", "sequence")
        rows = rows.select_related("speaker", "outlet", "transcript__briefing")
        return rows.defer("transcript__text", "transcript__furniture", "transcript__issues")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Turns come with their documents."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing that was said is deleted."""
        return False

    @admin.display(description=_("briefing, place"))
    def place(self, turn: Turn) -> str:
        """The briefing and the turn's number in it."""
        return f"{turn.transcript.briefing} · {turn.sequence}"

    @admin.display(description=_("briefing, place"))
    def short_place(self, turn: Turn) -> str:
        """The same in short, for a line of the list."""
        briefing = turn.transcript.briefing
        day = briefing.date.isoformat() if briefing.date else gettext("undated")
        return format_html('<span title="{}">{} · {}</span>', briefing, day, turn.sequence)

    @admin.display(description=_("words"))
    def opening(self, turn: Turn) -> str:
        """The first words."""
        return turn.text[:80] + ("…" if len(turn.text) > 80 else "")

    @admin.display(description=_("words"))
    def words_spoken(self, turn: Turn) -> str:
        """All that was said."""
        return turn.text

    @admin.display(description=_("lines of the document"))
    def lines(self, turn: Turn) -> str:
        """Where it stands in the document as read."""
        return f"{turn.first_line}–{turn.last_line}"

    @admin.display(description=_("says the same in the canonical transcript"))
    def aligned_with(self, turn: Turn) -> str:
        """The aligned turn."""
        return link(turn.aligned)

    @admin.display(description=_("permalink"))
    def permalink(self, turn: Turn) -> str:
        """The address that is cited."""
        return format_html('<a href="{0}">{0}</a>', turn.get_absolute_url())

    def save_model(self, request: HttpRequest, obj: Turn, form: Any, change: bool) -> None:
        """Set what was changed as an editor's word."""
        changed = [value for value in EDITABLE if value in form.changed_data]
        if changed:
            attribute(obj, {value: form.cleaned_data[value] for value in changed})

    def acts(self, row: Any) -> list[tuple[str, str]]:
        """Offer to take an editor's word back."""
        ways = [getattr(row, f"{value}_attribution") for value in EDITABLE]
        offer = [("take-back", gettext("Take back what editors set here"))]
        return offer if Attribution.EDITOR in ways else []

    def take_back(self, request: HttpRequest, turn: Turn) -> str:
        """Let the document say again what it says."""
        take_back(turn)
        return gettext("Taken back: the turn is attributed as its document and other versions say.")
