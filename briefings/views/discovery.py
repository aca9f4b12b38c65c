"""What machines ask of a site first: the sitemap, robots.txt, how to search it."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.db.models.functions import Greatest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from briefings.models import Briefing, Outlet, Series, Speaker

# An hour: long enough to spare the server, short enough that a new address is known soon.
CACHE_SECONDS = 3600


class PageSitemap(Sitemap):
    """The pages that there is one of."""

    def items(self) -> list[str]:
        """Return the names of the pages."""
        one_each = ("home", "speakers", "outlets", "series-list", "plots", "quote", "about")
        return [*one_each, "search-help"]

    def location(self, item: str) -> str:
        """Return the page's address."""
        return reverse(f"briefings:{item}")


class BriefingSitemap(Sitemap):
    """Every published briefing."""

    def items(self) -> QuerySet[Briefing]:
        """Return the briefings in a stable order."""
        return (
            Briefing.objects.published()
            .annotate(changed=Greatest("updated", Max("transcripts__updated")))
            .only("slug", "updated")
            .order_by("pk")
        )

    def lastmod(self, item: Briefing) -> datetime:
        """Return when the briefing or one of its transcripts was last changed."""
        changed: datetime = item.changed  # type: ignore[attr-defined]
        return changed


class SpeakerSitemap(Sitemap):
    """Everybody who speaks."""

    def items(self) -> QuerySet[Speaker]:
        """Return the speakers in a stable order."""
        return Speaker.objects.active().order_by("pk")


class OutletSitemap(Sitemap):
    """Every outlet that asks."""

    def items(self) -> QuerySet[Outlet]:
        """Return the outlets in a stable order."""
        return Outlet.objects.active().order_by("pk")


class SeriesSitemap(Sitemap):
    """Every series that has a briefing."""

    def items(self) -> QuerySet[Series]:
        """Return the series in a stable order."""
        return Series.objects.active().order_by("pk")

    def location(self, item: Series) -> str:
        """Return the page's address."""
        return reverse("briefings:series", args=[item.slug])


SITEMAPS = {
    "pages": PageSitemap,
    "briefings": BriefingSitemap,
    "speakers": SpeakerSitemap,
    "outlets": OutletSitemap,
    "series": SeriesSitemap,
}


@require_safe
@cache_control(public=True, max_age=CACHE_SECONDS)
def robots(request: HttpRequest) -> HttpResponse:
    """Let crawlers read every page, but not wander through every combination of filters.

    ``*`` stands for anything (RFC 9309): a search by words alone may be read, one with a filter,
    an order or a page may not.
    """
    made_anew = ("search", "figures", "concordance", "plots-terms", "plots-answers")
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search.",
        "Disallow: /t/*/cite",
        "Disallow: /speakers/*/words",
        *(f"Disallow: {reverse(f'briefings:{name}')}?*&" for name in made_anew),
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('briefings:sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=CACHE_SECONDS)
def opensearch(request: HttpRequest) -> HttpResponse:
    """Describe the search (OpenSearch 1.1), so that a browser can add it."""
    return render(
        request,
        "briefings/opensearch.xml",
        {"search": request.build_absolute_uri(reverse("briefings:search"))},
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )
