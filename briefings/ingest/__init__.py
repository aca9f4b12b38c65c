"""One document → the archive: read, related to what is there, written whole or not at all."""

from typing import Any

from briefings.ingest.grouping import (
    Link,
    assign,
    decided,
    members,
    new_briefing,
    partition,
    propose,
)
from briefings.ingest.outcome import Outcome, Status, outcome_of
from briefings.ingest.reading import Reading, checksum, read
from briefings.ingest.relating import Relatives, keep, relatives
from briefings.ingest.settling import settle
from briefings.ingest.writing import write_document, write_transcript, writing
from briefings.models import Transcript
from briefings.transcripts.relations.types import Verdict

__all__ = ["Outcome", "Status", "ingest"]


def ingest(
    data: bytes,
    name: str,
    *,
    source_url: str = "",
    received_from: str = "",
    received_by: Any = None,
    index: bool = True,
) -> Outcome:
    """Take one document into the archive and return what became of it.

    The same bytes a second time change nothing. Raises ``ExtractionError`` with a sentence for
    whoever sent the document when its text cannot be had or nobody speaks in it; then, and whatever
    else fails, nothing of it is in the archive. ``index=False`` leaves it to the caller to have the
    search index catch up.
    """
    there = _there(checksum(data))
    if there is not None:
        return there
    reading = read(data, name)
    with writing(index=index):
        # Another process may have brought the same file while this one read it.
        there = _there(reading.sha256)
        if there is not None:
            return there
        transcript = _add(reading, source_url, received_from, received_by)
        outcome = outcome_of(Status.ADDED, transcript.pk)
    keep(outcome.transcript, reading.profile)
    return outcome


def _there(sha256: str) -> Outcome | None:
    """Return what the archive holds of the same bytes."""
    rows = Transcript.objects.filter(document__sha256=sha256)
    pk = rows.values_list("pk", flat=True).first()
    return None if pk is None else outcome_of(Status.KNOWN, pk)


def _add(reading: Reading, source_url: str, received_from: str, received_by: Any) -> Transcript:
    """Write a document that is new and settle the briefing it is of."""
    document = write_document(
        reading, source_url=source_url, received_from=received_from, received_by=received_by
    )
    found = relatives(reading.profile, reading.fingerprint)
    home, together = _home(found)
    transcript = write_transcript(reading, document, home or new_briefing().pk)
    changed = {transcript.briefing_id}
    if together:
        changed |= assign([together | {transcript.pk}])
    relations = {(pk, transcript.pk): relation for pk, relation in found.relations.items()}
    propose(relations, decided({transcript.pk, *found.relations}))
    settle(changed)
    return transcript


def _home(found: Relatives) -> tuple[int | None, frozenset[int]]:
    """Return the briefing that a new document is of, and all transcripts that are one with it.

    A document may show that two briefings are one (the whole of which two pages were there); they
    come together then.
    """
    new = 0
    links = [
        Link(relation.score, new, pk)
        for pk, relation in found.relations.items()
        if relation.verdict is Verdict.SAME
    ]
    if not links:
        return None, frozenset()
    groups = members({found.briefings[link.right] for link in links})
    told = decided({member for group in groups.values() for member in group})
    parts = partition([{new}, *groups.values()], links, told.apart)
    together = next(part for part in parts if new in part) - {new}
    nearest = max(
        (link for link in links if link.right in together),
        default=None,
        key=lambda link: link.score,
    )
    return (found.briefings[nearest.right] if nearest else None), together
