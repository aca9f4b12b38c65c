"""Briefings: looked up, shown to readers or kept from them, joined and parted."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings.admin.looking import link
from briefings.ingest.editing import publish
from briefings.models import Briefing
from briefings.wording import reword


@admin.register(Briefing)
class BriefingAdmin(admin.ModelAdmin):
    """The events. Their facts follow from their documents; whether readers see them does not."""

    list_display = ("title", "date", "series", "status", "document_number")
    list_filter = ("status", "series", ("date", admin.EmptyFieldListFilter))
    search_fields = ("title", "slug", "place", "transcripts__document__name")
    date_hierarchy = "date"
    list_per_page = 50
    list_select_related = ("series",)
    show_full_result_count = False
    fields = (
        *("status", "title", "date", "time", "place", "host", "series"),
        *("documents", "people", "address", "created", "updated"),
    )
    actions = ("publish_selected", "unpublish_selected")
    readonly_fields = fields[1:]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Briefing]:
        """Count the documents along."""
        rows: QuerySet[Briefing] = super().get_queryset(request)
        return rows.annotate(documents_there=Count("transcripts", distinct=True))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Briefings come with their documents."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A briefing is unpublished, not deleted."""
        return False

    @admin.display(description=_("documents"), ordering="documents_there")
    def document_number(self, briefing: Any) -> int:
        """How many documents there are of it."""
        return int(briefing.documents_there)

    @admin.display(description=_("documents"))
    def documents(self, briefing: Briefing) -> str:
        """Its documents with what each is to the canonical one, and where to join another."""
        rows = briefing.transcripts.select_related("document").defer("text", "document__content")
        listed = format_html_join(
            "",
            "<li>{} ({})</li>",
            (
                (
                    link(row, row.document.name),
                    f"{_('canonical')}: {reword(briefing.canonical_reason)}"
                    if row.pk == briefing.canonical_id
                    else row.get_relation_display() or gettext("version"),
                )
                for row in rows
            ),
        )
        add = reverse("admin:briefings_decision_add")
        first = next(iter(rows)).document_id
        return format_html(
            '<ul>{}</ul><p><a href="{}?document={}&verdict=same">{}</a></p>',
            *(listed, add, first, _("Another document is of this briefing, too…")),
        )

    @admin.display(description=_("people"))
    def people(self, briefing: Briefing) -> str:
        """Who appeared, as what."""
        rows = briefing.appearances.select_related("speaker")
        listed = format_html_join(
            "",
            "<li>{}, {}: {}</li>",
            ((link(row.speaker), row.get_role_display(), row.title or "–") for row in rows),
        )
        return format_html("<ul>{}</ul>", listed)

    @admin.display(description=_("address"))
    def address(self, briefing: Briefing) -> str:
        """The page that readers see."""
        return format_html('<a href="{0}">{0}</a>', briefing.get_absolute_url())

    def save_model(self, request: HttpRequest, obj: Briefing, form: Any, change: bool) -> None:
        """Publish or unpublish; nothing else is typed here."""
        if "status" in form.changed_data:
            publish(obj, visible=obj.status == Briefing.Status.PUBLISHED)

    @admin.action(description=_("Show to readers"), permissions=["change"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet[Briefing]) -> None:
        """Publish the chosen briefings."""
        self._publish(request, queryset, visible=True)

    @admin.action(description=_("Keep from readers"), permissions=["change"])
    def unpublish_selected(self, request: HttpRequest, queryset: QuerySet[Briefing]) -> None:
        """Unpublish the chosen briefings."""
        self._publish(request, queryset, visible=False)

    def _publish(
        self, request: HttpRequest, queryset: QuerySet[Briefing], *, visible: bool
    ) -> None:
        for briefing in queryset:
            publish(briefing, visible=visible)
            self.log_change(request, briefing, "Published." if visible else "Unpublished.")
        messages.success(request, gettext("%d changed.") % len(queryset))
