"""Questions that pages ask of the archive's rows, each under a name of its own.

Counts are subqueries, never joins, so that two of them on one query do not multiply each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import (
    Case,
    Count,
    F,
    Max,
    Min,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, ExtractMonth, ExtractYear

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

    from .models import Appearance, Briefing, Outlet, Series, Speaker, Transcript, Turn  # noqa: F401

# Turns read at a time where thousands are walked through: a query each, a few megabytes.
BATCH = 500
NEWEST_FIRST = (F("date").desc(nulls_last=True), F("pk").desc())


def _count(rows: models.QuerySet[Any], by: str) -> Coalesce:
    """Return a subquery that counts ``rows`` by the field ``by``; 0 where there are none."""
    return Coalesce(
        Subquery(
            rows.order_by().values(by).annotate(number=Count("pk")).values("number"),
            output_field=models.IntegerField(),
        ),
        0,
    )


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
        from .models import Appearance, Transcript, Turn

        questions = Turn.objects.filter(transcript=OuterRef("canonical"), kind="question")
        documents = Transcript.objects.filter(briefing=OuterRef("pk"))
        people = Appearance.objects.filter(role="speaker").select_related("speaker")
        return (
            self.published()
            .annotate(
                question_count=_count(questions, "transcript"),
                document_count=_count(documents, "briefing"),
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


class TurnQuerySet(models.QuerySet["Turn"]):
    """Turns, in the order of their transcript."""

    def canonical(self) -> TurnQuerySet:
        """Return what lists and search count: one transcript of each published briefing."""
        return self.filter(
            transcript__briefing__canonical=F("transcript"),
            transcript__briefing__status="published",
        )

    def with_place(self) -> TurnQuerySet:
        """Join what a turn standing alone is shown with: briefing, question, who, outlet."""
        return self.select_related(
            "speaker",
            "outlet",
            "question__outlet",
            "transcript__briefing",
        ).defer("transcript__text", "transcript__furniture", "transcript__issues")

    def with_document_count(self) -> TurnQuerySet:
        """Add ``document_count``: how many documents tell of the turn's briefing."""
        from .models import Transcript

        documents = Transcript.objects.filter(briefing=OuterRef("transcript__briefing"))
        return self.annotate(document_count=_count(documents, "briefing"))

    def with_names(self) -> TurnQuerySet:
        """Join the names that a transcript's rail shows, and the key of the aligned turn."""
        return self.select_related("speaker", "outlet").annotate(aligned_key=F("aligned__key"))

    def with_replies(self) -> TurnQuerySet:
        """Fetch what was answered to questions, as ``answers`` in order, in one more query."""
        from .models import Turn

        answers = Turn.objects.filter(kind="answer").select_related("speaker").order_by("sequence")
        return self.prefetch_related(Prefetch("replies", queryset=answers, to_attr="answers"))

    def answers_to(self, outlet: Outlet) -> TurnQuerySet:
        """Return the answers given to an outlet's questions."""
        return self.filter(kind="answer", question__outlet=outlet)

    def by_outlet(self) -> models.QuerySet[Turn, dict[str, Any]]:
        """Group answers by the outlet that asked: ``name``, ``slug``, ``number``, most first."""
        return (
            self.filter(question__outlet__isnull=False)
            .order_by()
            .values(name=F("question__outlet__name"), slug=F("question__outlet__slug"))
            .annotate(number=Count("pk"))
            .order_by(F("number").desc(), F("name").asc())
        )

    def by_speaker(self) -> models.QuerySet[Turn, dict[str, Any]]:
        """Group turns by who speaks: ``name``, ``slug``, ``number``, most first."""
        return (
            self.filter(speaker__isnull=False)
            .order_by()
            .values(name=F("speaker__name"), slug=F("speaker__slug"))
            .annotate(number=Count("pk"))
            .order_by(F("number").desc(), F("name").asc())
        )

    def with_follow_up(self) -> TurnQuerySet:
        """Tell of each question, as ``follow_up``, whether its asker asks on.

        That is so where the document leaves the same reporter the floor ("continued"), and where
        the question before in the transcript is of the same outlet and of no other reporter.
        """
        from .models import Attribution, Turn

        earlier = Turn.objects.filter(
            transcript=OuterRef("transcript"), kind="question", sequence__lt=OuterRef("sequence")
        ).order_by("-sequence")
        before = {name: Subquery(earlier.values(name)[:1]) for name in ("outlet", "reporter")}
        same = Q(outlet=F("outlet_before")) & (
            Q(reporter="") | Q(reporter_before="") | Q(reporter=F("reporter_before"))
        )
        return self.alias(
            outlet_before=before["outlet"], reporter_before=before["reporter"]
        ).annotate(
            follow_up=Case(
                When(same | Q(outlet_attribution=Attribution.CONTINUED), then=Value(True)),
                default=Value(False),
            )
        )

    def by_year(self) -> models.QuerySet[Turn, dict[str, Any]]:
        """Group turns by the briefing's year: ``year`` (None where undated) and ``number``."""
        return (
            self.order_by()
            .values(year=ExtractYear("transcript__briefing__date"))
            .annotate(number=Count("pk"))
        )

    def in_order(self, keys: Sequence[int]) -> Iterator[Turn]:
        """Yield the turns of these primary keys in this order, a batch a query.

        Keys without a row are passed over.
        """
        for start in range(0, len(keys), BATCH):
            batch = keys[start : start + BATCH]
            rows = self.in_bulk(batch)
            yield from (rows[key] for key in batch if key in rows)

    def newest_first(self) -> TurnQuerySet:
        """Order by the briefing's day, newest first, and within a briefing as spoken."""
        return self.order_by(
            F("transcript__briefing__date").desc(nulls_last=True),
            "-transcript__briefing",
            "sequence",
        )

    def totals(self) -> dict[str, int]:
        """Return the canonical turns' ``questions``, ``answers`` and ``words``."""
        return self.canonical().aggregate(
            questions=Count("pk", filter=Q(kind="question")),
            answers=Count("pk", filter=Q(kind="answer")),
            words=Coalesce(Sum("words"), 0),
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


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    """People who speak."""

    def active(self) -> SpeakerQuerySet:
        """Return those with a canonical turn; adds ``answer_count`` and ``briefing_count``."""
        from .models import Appearance, Turn

        spoken = Turn.objects.canonical().filter(speaker=OuterRef("pk"))
        appearances = Appearance.objects.filter(
            speaker=OuterRef("pk"),
            briefing__status="published",
            briefing__canonical__isnull=False,
        )
        return self.annotate(
            answer_count=_count(spoken.filter(kind="answer"), "speaker"),
            turn_count=_count(spoken.exclude(kind="handoff"), "speaker"),
            briefing_count=_count(appearances, "speaker"),
        ).filter(Q(turn_count__gt=0) | Q(briefing_count__gt=0))

    def most_active(self) -> SpeakerQuerySet:
        """Return the active, those who answer most first."""
        return self.active().order_by(F("answer_count").desc(), "name", "pk")


class OutletQuerySet(models.QuerySet["Outlet"]):
    """Organisations that ask."""

    def active(self) -> OutletQuerySet:
        """Return those with a canonical question; adds ``question_count``."""
        from .models import Turn

        asked = Turn.objects.canonical().filter(outlet=OuterRef("pk"), kind="question")
        return self.annotate(question_count=_count(asked, "outlet")).filter(question_count__gt=0)

    def most_active(self) -> OutletQuerySet:
        """Return the active, those that ask most first."""
        return self.active().order_by(F("question_count").desc(), "name", "pk")


class SeriesQuerySet(models.QuerySet["Series"]):
    """Briefings of one host in one style."""

    def active(self) -> SeriesQuerySet:
        """Return those with a published briefing; adds ``briefing_count``."""
        from .models import Briefing

        briefings = Briefing.objects.published().filter(series=OuterRef("pk"))
        return self.annotate(briefing_count=_count(briefings, "series")).filter(
            briefing_count__gt=0
        )
