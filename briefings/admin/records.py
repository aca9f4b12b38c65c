"""Rows that only the archive writes: series, appearances, redirects, fingerprints, the outbox."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from briefings.admin.looking import LookingAdmin
from briefings.models import (
    Appearance,
    Fingerprint,
    IndexChange,
    OldSlug,
    OutletAlias,
    Series,
    SpeakerAlias,
    TurnRedirect,
)


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    """Series come with their documents; an editor may name them better."""

    list_display = ("name", "host", "family")
    search_fields = ("name", "host", "family")
    readonly_fields = ("slug", "family")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Series come with their documents."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Briefings stand in them."""
        return False


@admin.register(Appearance)
class AppearanceAdmin(LookingAdmin):
    """Who appeared where, as what, under which title."""

    list_display = ("speaker", "role", "title", "briefing")
    list_filter = ("role",)
    search_fields = ("speaker__name", "speaker__aliases__name", "title", "briefing__title")
    list_select_related = ("speaker", "briefing")


@admin.register(SpeakerAlias, OutletAlias)
class AliasAdmin(LookingAdmin):
    """All names as printed; they are changed on the page of the one they belong to."""

    search_fields = ("name", "normal")

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        """Show whose name it is."""
        return ("name", "normal", self._owner())

    def get_list_select_related(self, request: HttpRequest) -> tuple[str, ...]:
        """Fetch the owners along."""
        return (self._owner(),)

    def _owner(self) -> str:
        return "speaker" if self.model is SpeakerAlias else "outlet"


@admin.register(OldSlug)
class OldSlugAdmin(LookingAdmin):
    """Addresses that were, and what they lead to."""

    list_display = ("slug", "target", "target_id")
    list_filter = ("target",)
    search_fields = ("slug",)
    raw_id_fields = ("transcript",)


@admin.register(TurnRedirect)
class TurnRedirectAdmin(LookingAdmin):
    """Cited places that moved when a document was read again."""

    list_display = ("key", "paragraph", "turn", "to_paragraph")
    search_fields = ("=key", "=turn__key")

    def get_queryset(self, request: HttpRequest) -> QuerySet[TurnRedirect]:
        """Fetch the turns along."""
        return super().get_queryset(request).select_related("turn")


@admin.register(Fingerprint)
class FingerprintAdmin(LookingAdmin):
    """The keys by which relatives are found."""

    list_display = ("scheme", "value", "of")
    list_filter = ("scheme",)
    search_fields = ("=value", "=transcript__id")

    @admin.display(description=_("transcript"))
    def of(self, key: Fingerprint) -> int:
        """The transcript by number: a list of keys needs no more."""
        return key.transcript_id


@admin.register(IndexChange)
class IndexChangeAdmin(LookingAdmin):
    """What the search index has still to take in."""

    list_display = ("briefing_id", "created")
    search_fields = ("=briefing_id",)
