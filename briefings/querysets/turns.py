"""Turns: which count, with what they are shown, grouped, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, Count, F, OuterRef, Prefetch, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from .counting import count_by

if TYPE_CHECKING:
    from briefings.models import Outlet, Turn

# Turns read at a time where thousands are walked through: a query each, a few megabytes.
BATCH = 500


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
        from briefings.models import Transcript

        documents = Transcript.objects.filter(briefing=OuterRef("transcript__briefing"))
        return self.annotate(document_count=count_by(documents, "briefing"))

    def with_names(self) -> TurnQuerySet:
        """Join the names that a transcript's rail shows, and the key of the aligned turn."""
        return self.select_related("speaker", "outlet").annotate(aligned_key=F("aligned__key"))

    def with_replies(self) -> TurnQuerySet:
        """Fetch what was answered to questions, as ``answers`` in order, in one more query."""
        from briefings.models import Turn

        answers = Turn.objects.filter(kind="answer").select_related("speaker").order_by("sequence")
        return self.prefetch_related(Prefetch("replies", queryset=answers, to_attr="answers"))

    def answers_to(self, outlet: Outlet) -> TurnQuerySet:
        """Return the answers given to an outlet's questions."""
        return self.filter(kind="answer", question__outlet=outlet)

    def by_outlet(self) -> models.QuerySet[Turn, dict[str, Any]]:
        """Group answers by the outlet that asked: ``name``, ``slug``, ``number``, most first."""
        return self._counted_by("question__outlet")

    def by_speaker(self) -> models.QuerySet[Turn, dict[str, Any]]:
        """Group turns by who speaks: ``name``, ``slug``, ``number``, most first."""
        return self._counted_by("speaker")

    def _counted_by(self, who: str) -> models.QuerySet[Turn, dict[str, Any]]:
        return (
            self.filter(**{f"{who}__isnull": False})
            .order_by()
            .values(name=F(f"{who}__name"), slug=F(f"{who}__slug"))
            .annotate(number=Count("pk"))
            .order_by(F("number").desc(), F("name").asc())
        )

    def with_follow_up(self) -> TurnQuerySet:
        """Tell of each question, as ``follow_up``, whether its asker asks on.

        That is so where the document leaves the same reporter the floor ("continued"), and where
        the question before in the transcript is of the same outlet and of no other reporter.
        """
        from briefings.models import Attribution, Turn

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
        """Return the canonical turns' ``questions``, ``answers`` and ``words``.

        ``attributed`` counts the questions whose outlet is known.
        """
        return self.canonical().aggregate(
            questions=Count("pk", filter=Q(kind="question")),
            attributed=Count("pk", filter=Q(kind="question", outlet__isnull=False)),
            answers=Count("pk", filter=Q(kind="answer")),
            words=Coalesce(Sum("words"), 0),
        )
