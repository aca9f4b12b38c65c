"""Editors' words on which documents are one briefing; they hold until they are taken back."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils import timezone

from briefings.ingest.grouping import regroup
from briefings.ingest.settling import settle
from briefings.ingest.writing import writing
from briefings.models import Decision, SourceDocument, Transcript

Verdict = Decision.Verdict


def decide_same(
    one: SourceDocument, other: SourceDocument, by: Any = None, note: str = ""
) -> Decision:
    """Make two documents one briefing."""
    with writing():
        decision = _decide(one, other, Verdict.SAME, by, note)
        _settle_with(one, other)
    return decision


def decide_different(
    one: SourceDocument, others: Iterable[SourceDocument], by: Any = None, note: str = ""
) -> list[Decision]:
    """Keep a document apart from ``others``; where they were one briefing, it leaves them."""
    with writing():
        apart = [other for other in others if other != one]
        decisions = [_decide(one, other, Verdict.DIFFERENT, by, note) for other in apart]
        _settle_with(one, *apart)
    return decisions


def decide_canonical(document: SourceDocument, by: Any = None, note: str = "") -> Decision:
    """Make a document's transcript the one that stands for its briefing."""
    with writing():
        briefing = Transcript.objects.values_list("briefing", flat=True).get(document=document)
        Decision.objects.filter(
            verdict=Verdict.CANONICAL,
            withdrawn__isnull=True,
            document__transcript__briefing=briefing,
        ).update(withdrawn=timezone.now())
        decision = Decision.objects.create(
            document=document, verdict=Verdict.CANONICAL, decided_by=by, note=note
        )
        settle({briefing})
    return decision


def withdraw(decision: Decision) -> None:
    """Take a decision back; the documents are related as if it had not been made."""
    with writing():
        Decision.objects.filter(pk=decision.pk, withdrawn__isnull=True).update(
            withdrawn=timezone.now()
        )
        _settle_with(*(d for d in (decision.document, decision.other) if d))


def _decide(
    one: SourceDocument, other: SourceDocument, verdict: str, by: Any, note: str
) -> Decision:
    """Write a decision on a pair, in the place of the one in force."""
    first, second = sorted((one, other), key=lambda document: document.pk)
    in_force = Decision.objects.filter(document=first, other=second, withdrawn__isnull=True)
    in_force.update(withdrawn=timezone.now())
    return Decision.objects.create(
        document=first, other=second, verdict=verdict, decided_by=by, note=note
    )


def _settle_with(*documents: SourceDocument) -> None:
    """Regroup and settle the briefings that the documents are of."""
    of_them = Q(document__in=documents)
    briefings = Transcript.objects.filter(of_them).values_list("briefing", flat=True)
    settle(regroup(set(briefings)))
