"""Speakers and outlets with their aliases; two that are one are merged, and parted again."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Count, OuterRef, QuerySet, Subquery, When
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings.admin.looking import ActingAdmin, LookingAdmin
from briefings.ingest.editing import renamed
from briefings.ingest.merging import MergeError, merge, undo
from briefings.models import Appearance, Merge, OldSlug, Outlet, OutletAlias, Speaker, SpeakerAlias
from briefings.slugs import free_slug
from briefings.transcripts.names import normalize
from briefings.wording import reword


class AliasForm(forms.ModelForm):
    """An alias as printed; the form that look-ups compare follows from it."""

    class Meta:
        fields = ("name",)

    def clean(self) -> dict[str, Any]:
        """Refuse what nothing would ever be compared with, and what the row has already."""
        cleaned = super().clean() or {}
        normal = normalize(cleaned.get("name", ""))
        if cleaned.get("name") and not normal:
            raise forms.ValidationError(gettext("This holds no letters to compare a label with."))
        self.instance.normal = normal
        return cleaned


class AliasFormSet(forms.BaseInlineFormSet):
    """The aliases of one row: none twice."""

    def clean(self) -> None:
        """Refuse two aliases that labels would be compared with alike."""
        super().clean()
        kept = [form for form in self.forms if form not in self.deleted_forms]
        normals = [form.instance.normal for form in kept if form.cleaned_data.get("name")]
        if len(normals) != len(set(normals)):
            raise forms.ValidationError(gettext("Two of these aliases are the same to look-ups."))


class AliasInline(admin.TabularInline):
    """Aliases below their owner."""

    form = AliasForm
    formset = AliasFormSet
    extra = 1
    verbose_name_plural = _("aliases: all it is printed as")


class SpeakerAliasInline(AliasInline):
    """A speaker's aliases."""

    model = SpeakerAlias


class OutletAliasInline(AliasInline):
    """An outlet's aliases."""

    model = OutletAlias


class AppearanceInline(admin.TabularInline):
    """Where a speaker appeared; written by the archive."""

    model = Appearance
    fields = readonly_fields = ("briefing", "role", "title")
    extra = 0
    can_delete = False
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appearance]:
        """Fetch the briefings along."""
        return super().get_queryset(request).select_related("briefing")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The archive writes these."""
        return False


class NameAdmin(admin.ModelAdmin):
    """What the pages of speakers and of outlets share."""

    list_display = ("name", "confirmed", "printed_as", "turn_count")
    list_filter = ("confirmed",)
    search_fields = ("name", "aliases__name")
    fields = ("name", "slug", "confirmed")
    readonly_fields = ("slug",)
    actions = ("merge_selected", "confirm_selected")
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count the turns and fetch the aliases in two queries."""
        rows: QuerySet[Any] = super().get_queryset(request)
        rows = rows.annotate(turn_number=Count("turns", distinct=True))
        return rows.prefetch_related("aliases")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What documents name is not deleted; two rows that are one are merged."""
        return False

    @admin.display(description=_("turns"), ordering="turn_number")
    def turn_count(self, row: Any) -> int:
        """How many turns are the row's."""
        return int(row.turn_number)

    @admin.display(description=_("printed as"))
    def printed_as(self, row: Any) -> str:
        """The aliases in one line."""
        return " · ".join(alias.name for alias in row.aliases.all())

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Give a new row its address."""
        if not change:
            target = OldSlug.Target(str(self.opts.model_name))
            obj.slug = free_slug(self.model, obj.name, target)
        super().save_model(request, obj, form, change)
        if change and "name" in form.changed_data:
            renamed(obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the aliases; the name itself is one of them, so that labels find it."""
        super().save_related(request, form, formsets, change)
        row = form.instance
        row.aliases.get_or_create(normal=normalize(row.name), defaults={"name": row.name})

    @admin.action(description=_("An editor vouches for these"), permissions=["change"])
    def confirm_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Mark rows as confirmed."""
        number = self.model._default_manager.filter(pk__in=queryset.values("pk")).update(
            confirmed=True
        )
        messages.success(request, gettext("%d confirmed.") % number)

    @admin.action(description=_("These are one: merge them"), permissions=["change"])
    def merge_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Ask which of the rows stays, and put the others into it."""
        rows = list(queryset.order_by("-turn_number", "pk"))
        if len(rows) < 2:
            messages.error(request, gettext("Choose two or more rows that are one."))
            return None
        kept = next((row for row in rows if str(row.pk) == request.POST.get("kept")), None)
        if kept is None:
            context = {
                **self.admin_site.each_context(request),
                "title": gettext("Merge: which one stays?"),
                "opts": self.opts,
                "rows": rows,
                "selected": request.POST.getlist("_selected_action"),
            }
            return TemplateResponse(request, "admin/briefings/merge.html", context)
        if not self.has_change_permission(request):
            raise PermissionDenied
        try:
            for row in rows:
                if row.pk != kept.pk:
                    merge(kept, row, by=request.user)
                    self.log_change(request, kept, f"Merged “{row.name}” into this.")
        except MergeError as error:
            messages.error(request, reword(str(error)))
            return None
        messages.success(
            request,
            format_html(
                '{} <a href="{}">{}</a>',
                gettext("%(number)d merged into %(name)s.")
                % {"number": len(rows) - 1, "name": kept.name},
                reverse("admin:briefings_merge_changelist"),
                gettext("It can be undone here."),
            ),
        )
        return None


@admin.register(Speaker)
class SpeakerAdmin(NameAdmin):
    """People who speak at briefings."""

    inlines = (SpeakerAliasInline, AppearanceInline)


@admin.register(Outlet)
class OutletAdmin(NameAdmin):
    """Organisations whose reporters ask."""

    inlines = (OutletAliasInline,)


@admin.register(Merge)
class MergeAdmin(ActingAdmin, LookingAdmin):
    """Merges that were made, each with its undoing."""

    list_display = ("name", "target", "kept", "merged", "merged_by", "undone")
    list_filter = ("target", ("undone", admin.EmptyFieldListFilter))
    search_fields = ("name", "slug")
    list_select_related = ("merged_by",)
    fields = ("name", "target", "kept", "merged", "merged_by", "undone", "aliases")
    buttons: ClassVar[dict[str, str]] = {"undo": "undo"}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Merge]:
        """Fetch the names of the rows that stayed along."""
        names = {
            model: Subquery(model.objects.filter(pk=OuterRef("kept_id")).values("name"))
            for model in (Speaker, Outlet)
        }
        kept = Case(When(target="speaker", then=names[Speaker]), default=names[Outlet])
        rows: QuerySet[Merge] = super().get_queryset(request).annotate(kept_name=kept)
        return rows

    @admin.display(description=_("kept"))
    def kept(self, record: Any) -> str:
        """The row that stayed, by name."""
        return str(record.kept_name) if record.kept_name else gettext("merged since")

    def acts(self, row: Any) -> list[tuple[str, str]]:
        """Offer the undoing."""
        return [] if row.undone else [("undo", gettext("Undo this merge"))]

    def undo(self, request: HttpRequest, record: Merge) -> str:
        """Part the two rows again."""
        row = undo(record)
        return gettext("%s is a row of its own again.") % row.name
