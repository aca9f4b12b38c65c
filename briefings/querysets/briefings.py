"""Briefings, their transcripts, who appeared at them, and the series they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Count, F, Max, Min, OuterRef, Prefetch, Q
from django.db.models.functions import ExtractMonth, ExtractYear

from .counting import count_by

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

    from briefings.models import Appearance, Briefing, Series, Transcript  # noqa: F401

NEWEST_FIRST = (F("date").desc(nulls_last=True), F("pk").desc())


class BriefingQuerySet(models.QuerySet["Briefing"]):
    """Briefings, newest first, undated ones last."""

    def published(self) -> BriefingQuerySet:
        """Return what readers see."""
        return self.filter(status="published", canonical__isnull=False)

    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> BriefingQuerySet:
        """Return what ``user`` sees: editors see drafts as well."""
        if getattr(user, "is_staff", False):
            return self.filter(canonical__isnull=False)
        return self.published()

    def listed(self) -> BriefingQuerySet:
        """Return published briefings with all that a line of a list shows, in four queries.

        Adds ``question_count`` and ``document_count``; appearances come with their speakers.
        """
        from briefings.models import Appearance, Transcript, Turn

        questions = Turn.objects.filter(transcript=OuterRef("canonical"), kind="question")
        documents = Transcript.objects.filter(briefing=OuterRef("pk"))
        people = Appearance.objects.filter(role="speaker").select_related("speaker")
        return (
            self.published()
            .annotate(
                question_count=count_by(questions, "transcript"),
                document_count=count_by(documents, "briefing"),
            )
            .select_related("canonical", "series")
            .defer("canonical__text", "canonical__furniture", "canonical__issues")
            .prefetch_related(Prefetch("appearances", queryset=people, to_attr="speaking"))
            .order_by(*NEWEST_FIRST)
        )

    def within(self, year: int | None, month: int | None = None) -> BriefingQuerySet:
        """Return the briefings of a year, or of a month in it; all where no year is given."""
        rows = self.filter(date__year=year) if year else self
        return rows.filter(date__month=month) if year and month else rows

    def months(self) -> list[tuple[int, int, int]]:
        """Return (year, month, how many published briefings), newest first; undated left out."""
        rows = (
            self.published()
            .filter(date__isnull=False)
            .annotate(year=ExtractYear("date"), month=ExtractMonth("date"))
            .order_by("-year", "month")
            .values_list("year", "month")
            .annotate(number=Count("pk"))
        )
        return list(rows)

    def span(self) -> dict[str, Any]:
        """Return the ``first`` and ``last`` day of the published briefings and their ``number``."""
        return self.published().aggregate(first=Min("date"), last=Max("date"), number=Count("pk"))

    def before(self, briefing: Briefing) -> Briefing | None:
        """Return the briefing of the same series that came before, or None."""
        if briefing.series_id is None or briefing.date is None:
            return None
        earlier = Q(date__lt=briefing.date) | Q(date=briefing.date, pk__lt=briefing.pk)
        rows = self.published().filter(earlier, series=briefing.series_id)
        return rows.order_by("-date", "-pk").first()

    def after(self, briefing: Briefing) -> Briefing | None:
        """Return the briefing of the same series that came next, or None."""
        if briefing.series_id is None or briefing.date is None:
            return None
        later = Q(date__gt=briefing.date) | Q(date=briefing.date, pk__gt=briefing.pk)
        rows = self.published().filter(later, series=briefing.series_id)
        return rows.order_by("date", "pk").first()


class TranscriptQuerySet(models.QuerySet["Transcript"]):
    """What documents say of briefings."""

    def with_documents(self) -> TranscriptQuerySet:
        """Join the documents and the sources of dates and places, without any text or bytes."""
        return self.select_related("document").defer(
            "document__content", "text", "furniture", "relation_evidence"
        )


class AppearanceQuerySet(models.QuerySet["Appearance"]):
    """Who was at which briefing, as what."""

    def seen(self) -> AppearanceQuerySet:
        """Return the appearances at published briefings, newest first, with the briefings."""
        return (
            self.filter(briefing__status="published", briefing__canonical__isnull=False)
            .select_related("briefing__canonical")
            .defer("briefing__canonical__text")
            .order_by(F("briefing__date").desc(nulls_last=True), "-briefing")
        )


class SeriesQuerySet(models.QuerySet["Series"]):
    """Briefings of one host in one style."""

    def active(self) -> SeriesQuerySet:
        """Return those with a published briefing; adds ``briefing_count``."""
        from briefings.models import Briefing

        briefings = Briefing.objects.published().filter(series=OuterRef("pk"))
        return self.annotate(briefing_count=count_by(briefings, "series")).filter(
            briefing_count__gt=0
        )
