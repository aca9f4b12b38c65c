"""What became of one document."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from briefings.models import Briefing, Transcript


class Status(StrEnum):
    """What was done with a document."""

    ADDED = "added"
    KNOWN = "known"  # the same bytes were there already: nothing changed
    REREAD = "reread"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document that is in the archive. ``joined`` says why it is of a briefing known before."""

    status: Status
    transcript: Transcript
    briefing: Briefing
    exchanges: int
    joined: Sequence[str] = field(default=())
    proposals: int = 0

    @property
    def relation(self) -> str:
        """What the transcript is to its briefing, in one word."""
        if self.briefing.canonical_id == self.transcript.pk:
            return "canonical"
        return self.transcript.relation or "version"


def outcome_of(status: Status, transcript: Transcript) -> Outcome:
    """Return what the archive holds of a document, read fresh from its rows."""
    row = Transcript.objects.select_related("briefing", "document").get(pk=transcript.pk)
    questions = row.turns.exclude(exchange=None).values("exchange").distinct().count()
    return Outcome(
        status=status,
        transcript=row,
        briefing=row.briefing,
        exchanges=questions,
        joined=tuple(row.relation_evidence.get("reasons", ())),
        proposals=row.proposals.count(),
    )
