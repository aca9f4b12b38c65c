"""Which documents are one briefing: what the archive is not sure of, and what editors said."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings.admin.looking import ActingAdmin, LookingAdmin, link
from briefings.ingest.deciding import decide_canonical, decide_different, decide_same, withdraw
from briefings.models import Decision, Proposal
from briefings.wording import reword


@admin.register(Proposal)
class ProposalAdmin(ActingAdmin, LookingAdmin):
    """Pairs that may be one briefing; an editor says whether they are."""

    list_display = ("of", "with_other", "relation", "score", "created")
    list_filter = ("relation",)
    search_fields = (
        *("transcript__document__name", "other__document__name"),
        *("transcript__briefing__title", "other__briefing__title"),
    )
    fields = ("of", "with_other", "relation", "score", "why", "created")
    readonly_fields = ("why",)
    actions = ("mark_same", "mark_different")
    buttons: ClassVar[dict[str, str]] = {"same": "same", "different": "different"}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Proposal]:
        """Fetch both sides along, without their texts."""
        rows = (
            super()
            .get_queryset(request)
            .select_related(
                *("transcript__briefing", "transcript__document"),
                *("other__briefing", "other__document"),
            )
        )
        heavy = ("text", "document__content")
        return rows.defer(
            *(f"{side}__{column}" for side in ("transcript", "other") for column in heavy)
        )

    @admin.display(description=_("this document"))
    def of(self, proposal: Proposal) -> str:
        """The one document."""
        return link(proposal.transcript)

    @admin.display(description=_("and this one"))
    def with_other(self, proposal: Proposal) -> str:
        """The other document."""
        return link(proposal.other)

    @admin.display(description=_("what speaks for it"))
    def why(self, proposal: Proposal) -> str:
        """The evidence in words."""
        return reasons(proposal.evidence)

    def acts(self, row: Any) -> list[tuple[str, str]]:
        """Offer the two answers."""
        return [("same", gettext("One briefing")), ("different", gettext("Not the same"))]

    def after(self, row: Any) -> str:
        """Lead back to the list: the proposal is answered."""
        return reverse("admin:briefings_proposal_changelist")

    def same(self, request: HttpRequest, proposal: Proposal) -> str:
        """Join the two."""
        decide_same(proposal.transcript.document, proposal.other.document, by=request.user)
        return gettext("They are one briefing now.")

    def different(self, request: HttpRequest, proposal: Proposal) -> str:
        """Keep the two apart."""
        one, other = proposal.transcript.document, proposal.other.document
        decide_different(one, [other], by=request.user)
        return gettext("They stay apart.")

    @admin.action(description=_("These are one briefing"), permissions=["act"])
    def mark_same(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> None:
        """Join each chosen pair."""
        for proposal in queryset:
            self.same(request, proposal)

    @admin.action(description=_("These are not the same"), permissions=["act"])
    def mark_different(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> None:
        """Keep each chosen pair apart."""
        for proposal in queryset:
            self.different(request, proposal)

    def has_act_permission(self, request: HttpRequest) -> bool:
        """Django asks this before it offers the actions."""
        return self.may_act(request)


class DecisionForm(forms.ModelForm):
    """A decision as an editor types it: the order of the two documents does not matter."""

    class Meta:
        model = Decision
        fields = ("document", "verdict", "other", "note")
        labels = {
            "document": _("This document"),
            "verdict": _("is"),
            "other": _("with this one"),
            "note": _("Why"),
        }
        help_texts = {"other": _("Left empty where the first is to stand for its briefing.")}

    def clean(self) -> dict[str, Any]:
        """Ask for two documents where two are meant."""
        cleaned = super().clean() or {}
        document, other = cleaned.get("document"), cleaned.get("other")
        if cleaned.get("verdict") == Decision.Verdict.CANONICAL:
            cleaned["other"] = None
        elif document and (other is None or other == document):
            raise forms.ValidationError(
                {"other": gettext("Choose the other document of the pair.")}
            )
        return cleaned

    def _post_clean(self) -> None:
        """Leave the constraints to the deciding, which puts the pair in order."""


@admin.register(Decision)
class DecisionAdmin(ActingAdmin):
    """What editors decided; each can be taken back."""

    form = DecisionForm
    list_display = ("document", "verdict", "other", "decided", "decided_by", "withdrawn")
    list_filter = ("verdict", ("withdrawn", admin.EmptyFieldListFilter))
    search_fields = ("document__name", "other__name", "note")
    list_per_page = 50
    fields = ("document", "verdict", "other", "note")
    readonly_fields = ("decided", "decided_by", "withdrawn")
    autocomplete_fields = ("document", "other")
    buttons: ClassVar[dict[str, str]] = {"withdraw": "withdraw"}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Decision]:
        """Fetch the documents along, without their bytes."""
        rows = super().get_queryset(request).select_related("document", "other", "decided_by")
        return rows.defer("document__content", "other__content")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A decision is taken back, not rewritten."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was decided and by whom stays on record."""
        return False

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show who decided and when once it is decided."""
        return (*self.fields, *self.readonly_fields) if obj else self.fields

    def save_model(self, request: HttpRequest, obj: Decision, form: Any, change: bool) -> None:
        """Decide, and let all follow that follows."""
        data, by = form.cleaned_data, request.user
        if data["verdict"] == Decision.Verdict.CANONICAL:
            made = decide_canonical(data["document"], by=by, note=data["note"])
        elif data["verdict"] == Decision.Verdict.SAME:
            made = decide_same(data["document"], data["other"], by=by, note=data["note"])
        else:
            (made,) = decide_different(data["document"], [data["other"]], by=by, note=data["note"])
        obj.pk = made.pk
        obj.refresh_from_db()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """There is nothing below a decision."""

    def response_add(
        self, request: HttpRequest, obj: Decision, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Lead to the briefing as it is now."""
        messages.success(request, gettext("Decided. This is the briefing now."))
        briefing = obj.document.transcript.briefing_id
        return HttpResponseRedirect(reverse("admin:briefings_briefing_change", args=[briefing]))

    def acts(self, row: Any) -> list[tuple[str, str]]:
        """Offer to take it back."""
        return [] if row.withdrawn else [("withdraw", gettext("Take this decision back"))]

    def withdraw(self, request: HttpRequest, decision: Decision) -> str:
        """Take it back."""
        withdraw(decision)
        return gettext("Taken back. The documents are related as if it had not been decided.")


def reasons(evidence: dict[str, Any]) -> str:
    """Return the sentences that evidence holds, as a list."""
    sentences = ((reword(reason),) for reason in evidence.get("reasons", ()))
    return format_html_join("", "<li>{}</li>", sentences) or "–"


def waiting_for(transcript: int) -> QuerySet[Proposal]:
    """Return the proposals that name a transcript."""
    pairs = Proposal.objects.filter(Q(transcript=transcript) | Q(other=transcript))
    return pairs.select_related("transcript__document", "other__document")
