"""Old addresses: from a slug that something had once to the same page of what it names now."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from briefings.models import Briefing, OldSlug, Outlet, Speaker

Target = OldSlug.Target


def same_page(request: HttpRequest, target: OldSlug.Target, slug: str) -> HttpResponse:
    """Redirect for good to this very page under the slug in force, or raise Http404.

    The page is told by its name and keeps its query: an old feed's address leads to the new feed's,
    an old CSV's to the new CSV's.
    """
    rows: dict[OldSlug.Target, QuerySet[Any]] = {
        Target.BRIEFING: Briefing.objects.published(),
        Target.SPEAKER: Speaker.objects.all(),
        Target.OUTLET: Outlet.objects.all(),
    }
    old = OldSlug.objects.filter(target=target, slug=slug).first()
    found = rows[target].filter(pk=old.target_id).first() if old else None
    match = request.resolver_match
    if found is None or found.slug == slug or match is None:
        raise Http404(_("There is nothing at this address."))
    address = reverse(match.view_name, kwargs={**match.kwargs, "slug": found.slug})
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{address}?{query}" if query else address, permanent=True)
