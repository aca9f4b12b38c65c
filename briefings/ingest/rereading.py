"""A document that is in the archive, read again with today's parser and alias tables."""

from briefings.ingest.citations import carry
from briefings.ingest.grouping import regroup
from briefings.ingest.outcome import Outcome, Status, outcome_of
from briefings.ingest.reading import Reading, read
from briefings.ingest.relating import relatives
from briefings.ingest.settling import settle
from briefings.ingest.writing import (
    BATCH,
    facts,
    insert_turns,
    turn_rows,
    write_fingerprint,
    writing,
)
from briefings.models import Attribution, Proposal, SourceDocument, Transcript, Turn, TurnRedirect
from briefings.transcripts.relations.types import Verdict

EDITED = ("speaker", "outlet", "reporter")
DATED = ("date", "place")


def reread(pk: int, *, index: bool = True) -> Outcome:
    """Read a transcript's document again and write what has changed.

    Cited keys go on leading to the same words; what editors set stays. Raises ``ExtractionError``
    when the document can no longer be read; nothing changes then.
    """
    document = SourceDocument.objects.get(transcript=pk)
    reading = read(bytes(document.content), document.name)
    with writing(index=index):
        transcript = Transcript.objects.defer("text").get(pk=pk)
        _replace_turns(reading, transcript)
        write_fingerprint(reading, transcript)
        settle(_regrouped(reading, transcript))
        return outcome_of(Status.REREAD, transcript.pk)


def _replace_turns(reading: Reading, transcript: Transcript) -> None:
    """Write the turns and facts of a new reading in the place of the old ones."""
    old = list(transcript.turns.order_by("sequence"))
    new, issues = turn_rows(reading)
    place_of = {turn.pk: place for place, turn in enumerate(old)}
    redirects = {
        (redirect.key, redirect.paragraph): (place_of[redirect.turn_id], redirect.to_paragraph)
        for redirect in TurnRedirect.objects.filter(turn__transcript=transcript)
    }
    carried = carry(
        [turn.key for turn in old],
        [turn.paragraphs for turn in old],
        [turn.paragraphs for turn in new],
        redirects,
    )
    by_key = {turn.key: turn for turn in old}
    for key, place in carried.kept.items():
        new[place].pk = by_key[key].pk
        new[place].key = key
    for turn in old:
        _keep_edits(turn, new[carried.place_of(turn.key)])
    transcript.turns.all().delete()
    for turn in new:
        turn.transcript = transcript
    insert_turns(new)
    TurnRedirect.objects.bulk_create(
        [
            TurnRedirect(key=key, paragraph=n, turn=new[place], to_paragraph=to)
            for (key, n), (place, to) in carried.redirects.items()
        ],
        BATCH,
    )
    values = facts(reading, issues)
    for value in DATED:
        if getattr(transcript, f"{value}_attribution") == Attribution.EDITOR:
            for column in (value, f"{value}_attribution", f"{value}_source"):
                del values[column]
    for column, value in values.items():
        setattr(transcript, column, value)
    transcript.save(update_fields=[*values, "updated"])


def _keep_edits(old: Turn, new: Turn) -> None:
    """Carry what an editor set at a turn over to the turn that has its words now."""
    for value in EDITED:
        if getattr(old, f"{value}_attribution") == Attribution.EDITOR:
            setattr(new, value, getattr(old, value))
            setattr(new, f"{value}_attribution", Attribution.EDITOR)


def _regrouped(reading: Reading, transcript: Transcript) -> set[int]:
    """Relate the new reading to the archive; return the briefings to settle."""
    found = relatives(reading.profile, reading.fingerprint, exclude=transcript.pk)
    Proposal.objects.filter(transcript=transcript).delete()
    Proposal.objects.filter(other=transcript).delete()
    near = {
        found.briefings[pk]
        for pk, relation in found.relations.items()
        if relation.verdict is not Verdict.DIFFERENT
    }
    near.add(transcript.briefing_id)
    alone = near == {transcript.briefing_id} and not _has_company(transcript)
    return near if alone else regroup(near)


def _has_company(transcript: Transcript) -> bool:
    others = Transcript.objects.filter(briefing=transcript.briefing_id).exclude(pk=transcript.pk)
    return others.exists()
