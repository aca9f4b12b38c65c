"""What admin pages share: rows that are looked at and not typed, links, buttons that act."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from briefings.ingest.merging import MergeError
from briefings.transcripts.types import ExtractionError
from briefings.wording import reword


def link(row: Model | None, text: str = "") -> str:
    """Return a link to the admin page of a row, or a dash."""
    if row is None:
        return "–"
    meta = row._meta
    url = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', url, text or str(row))


class LookingAdmin(admin.ModelAdmin):
    """Rows that the archive writes by itself: they can be found and read here, not changed."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds such rows by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes such rows by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes such rows by hand."""
        return False


class ActingAdmin(admin.ModelAdmin):
    """Buttons on a row's page. ``buttons`` maps the last part of an address to a method's name.

    The method takes the request and the row and returns the sentence to show.
    """

    buttons: ClassVar[dict[str, str]] = {}
    change_form_template = "admin/briefings/acting.html"

    def acts(self, row: Any) -> list[tuple[str, str]]:
        """Return the last part and the words of each button that fits the row as it is."""
        return []

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """Put the buttons below the row."""
        if obj is not None and self.may_act(request):
            context["acts"] = self.acts(obj)
        answer: HttpResponse = super().render_change_form(
            request, context, add, change, form_url, obj
        )
        return answer

    def get_urls(self) -> list[URLPattern]:
        """Add the addresses of the buttons."""
        meta = self.model._meta
        own = [
            path(
                f"<path:object_id>/{part}/",
                self.admin_site.admin_view(self._view(name)),
                name=f"{meta.app_label}_{meta.model_name}_{part}",
            )
            for part, name in self.buttons.items()
        ]
        return [*own, *super().get_urls()]

    def _view(self, name: str) -> Callable[..., HttpResponse]:
        """Return the view of one button: it takes a POST from somebody who may change the row."""

        def view(request: HttpRequest, object_id: str) -> HttpResponse:
            row = self.get_object(request, unquote(object_id))
            if row is None:
                raise Http404(gettext("There is no such row."))
            if request.method != "POST" or not self.may_act(request):
                raise PermissionDenied
            try:
                answer = getattr(self, name)(request, row)
            except (MergeError, ExtractionError) as error:
                messages.error(request, reword(str(error)))
            except ValidationError as error:
                messages.error(request, " ".join(error.messages))
            else:
                messages.success(request, answer)
                self.log_change(request, row, answer)
            return HttpResponseRedirect(self.after(row))

        return view

    def may_act(self, request: HttpRequest) -> bool:
        """Return whether the user may change rows of this kind, though not by typing."""
        meta = self.model._meta
        return request.user.has_perm(f"{meta.app_label}.change_{meta.model_name}")

    def after(self, row: Model) -> str:
        """Return where a button leads to: the row's own page."""
        meta = row._meta
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])
