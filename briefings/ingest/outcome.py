"""What became of one document."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from django.db.models import Count, Q

from briefings.ingest.doubting import why_held
from briefings.models import Briefing, Proposal, Transcript

BATCH = 500  # transcripts a query; SQLite takes 32,766 values, three for each


class Status(StrEnum):
    """What was done with a document."""

    ADDED = "added"
    KNOWN = "known"  # the same bytes were there already: nothing changed
    REREAD = "reread"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document that is in the archive, and what the archive holds of it."""

    status: Status
    transcript: Transcript
    exchanges: int
    proposals: int

    @property
    def briefing(self) -> Briefing:
        """The briefing that the document is of."""
        return self.transcript.briefing

    @property
    def relation(self) -> str:
        """What the transcript is to its briefing, in one word."""
        if self.briefing.canonical_id == self.transcript.pk:
            return "canonical"
        return self.transcript.relation or "version"

    @property
    def held(self) -> str:
        """Why readers do not see the briefing before an editor has; "" where they do."""
        return why_held(self.transcript)

    @property
    def reasons(self) -> Sequence[str]:
        """Why it is of a briefing with other documents, in sentences."""
        return tuple(self.transcript.relation_evidence.get("reasons", ()))


def outcomes(done: Iterable[tuple[Status, int]]) -> list[Outcome]:
    """Return what the archive holds now of transcripts that something was done with, in order."""
    every = iter({pk: what for what, pk in done}.items())
    found: list[Outcome] = []
    while batch := dict(islice(every, BATCH)):
        found += _outcomes(batch)
    return found


def _outcomes(status: Mapping[int, Status]) -> list[Outcome]:
    """Return the outcomes of a few transcripts."""
    rows = Transcript.objects.select_related("briefing", "document")
    found = (
        rows.defer("text", "furniture", "document__content")
        .annotate(exchanges=Count("turns__exchange", distinct=True))
        .in_bulk(status)
    )
    pairs = Proposal.objects.filter(Q(transcript__in=status) | Q(other__in=status))
    waiting = Counter(pk for pair in pairs.values_list("transcript", "other") for pk in pair)
    return [
        Outcome(what, found[pk], found[pk].exchanges, waiting[pk]) for pk, what in status.items()
    ]


def outcome_of(status: Status, pk: int) -> Outcome:
    """Return what the archive holds now of one transcript."""
    return outcomes([(status, pk)])[0]
