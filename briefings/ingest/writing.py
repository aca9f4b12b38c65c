"""What a document says → rows, in one transaction that one writer holds at a time."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import connection, transaction
from django.utils import timezone

from briefings.ingest.indexing import catch_up_soon
from briefings.ingest.loading import header_as_json
from briefings.ingest.reading import Reading
from briefings.models import (
    Attribution,
    Briefing,
    Fingerprint,
    IndexChange,
    Kind,
    SourceDocument,
    Transcript,
    Turn,
)
from briefings.resolve import Resolved, resolve_outlets, resolve_speakers
from briefings.transcripts import types

BATCH = 500  # rows an INSERT; SQLite takes 32,766 values and a turn has two dozen


@contextmanager
def writing(*, index: bool = True) -> Iterator[None]:
    """Open a transaction in which nobody else writes briefings.

    When it is committed the search index is told to catch up, unless ``index`` is False: then the
    caller does that after many.

    Whether a new document is of a known briefing can only be said when no other document is just
    being added. SQLite's IMMEDIATE transactions are alone by themselves; PostgreSQL is asked.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    f"LOCK TABLE {connection.ops.quote_name(Transcript._meta.db_table)} "
                    "IN SHARE ROW EXCLUSIVE MODE"
                )
        yield
        if index:
            transaction.on_commit(catch_up_soon, robust=True)


def write_document(
    reading: Reading, *, source_url: str, received_from: str, received_by: Any
) -> SourceDocument:
    """Keep the file as received."""
    return SourceDocument.objects.create(
        name=reading.name,
        sha256=reading.sha256,
        media_type=reading.extracted.media_type,
        size=len(reading.data),
        content=reading.data,
        source_url=source_url or _address(reading.extracted.metadata.get("source_url", "")),
        received_from=received_from[:250],
        received_by=received_by,
    )


def write_transcript(reading: Reading, document: SourceDocument, briefing: int) -> Transcript:
    """Make the rows of a document that is new: its transcript, turns and fingerprint."""
    turns, issues = turn_rows(reading)
    transcript = Transcript(document=document, briefing_id=briefing, **facts(reading, issues))
    transcript.save(force_insert=True)
    for turn in turns:
        turn.transcript = transcript
    insert_turns(turns)
    write_fingerprint(reading, transcript)
    return transcript


def facts(reading: Reading, issues: Iterable[types.Issue]) -> dict[str, Any]:
    """Return the columns of ``Transcript`` that a reading gives."""
    transcript = reading.transcript
    header = transcript.header
    return {
        "family": transcript.family,
        "language": transcript.language,
        "complete": transcript.complete,
        "printed_header": header_as_json(header),
        "date": header.date,
        "date_attribution": Attribution.PRINTED if header.date else "",
        "date_source": None,
        "place": (header.place or "")[:250],
        "place_attribution": Attribution.PRINTED if header.place else "",
        "place_source": None,
        "text": reading.text,
        "furniture": [[f.first_line, f.last_line, f.reason] for f in transcript.furniture],
        "issues": [
            {"code": issue.code, "line": issue.line, "message": issue.message} for issue in issues
        ],
        "parser_version": transcript.parser_version,
        "fingerprint_version": reading.fingerprint.version,
    }


def turn_rows(reading: Reading) -> tuple[list[Turn], list[types.Issue]]:
    """Return the turns as unsaved rows, names resolved, and all issues.

    A reply's ``question`` is the unsaved row of the question it belongs to.
    """
    spoken = reading.transcript.turns
    speakers = resolve_speakers(turn.speaker for turn in spoken if turn.speaker)
    outlets = resolve_outlets(turn.outlet for turn in spoken if turn.outlet)
    rows: list[Turn] = []
    issues = list(reading.issues)
    question: Turn | None = None
    for sequence, turn in enumerate(spoken, 1):
        row = Turn(
            sequence=sequence,
            kind=turn.kind.value,
            label=turn.label or "",
            text="\n".join(turn.paragraphs),
            words=sum(len(paragraph.split()) for paragraph in turn.paragraphs),
            first_line=turn.first_line,
            last_line=turn.last_line,
            exchange=turn.exchange,
            reporter=(turn.reporter or "")[:250],
            reporter_attribution=turn.reporter_attribution or "" if turn.reporter else "",
            **_resolved("speaker", turn.speaker, turn.speaker_attribution, speakers),
            **_resolved("outlet", turn.outlet, turn.outlet_attribution, outlets),
        )
        if turn.kind is types.Kind.QUESTION:
            question = row
        elif turn.exchange is not None and question and question.exchange == turn.exchange:
            row.question = question
        rows.append(row)
        issues += [
            types.Issue("ambiguous-name", f"{why}; the archive does not guess.", turn.first_line)
            for name, known in ((turn.speaker, speakers), (turn.outlet, outlets))
            if name and (why := known.unresolved.get(name))
        ]
    return rows, issues


def _resolved(
    value: str, name: str | None, how: types.Attribution | None, known: Resolved[Any]
) -> dict[str, Any]:
    """Return the columns of a turn's speaker or outlet."""
    row = known.rows.get(name or "")
    return {
        value: row,
        f"{value}_name": (name or "")[:250],
        f"{value}_attribution": (how or types.Attribution.PRINTED).value if row else "",
    }


def insert_turns(turns: Sequence[Turn]) -> None:
    """Insert turns; questions first, so that their replies can point at them."""
    Turn.objects.bulk_create([t for t in turns if t.kind == Kind.QUESTION], BATCH)
    others = [turn for turn in turns if turn.kind != Kind.QUESTION]
    for turn in others:
        turn.question = turn.question  # the question's number is known now
    Turn.objects.bulk_create(others, BATCH)


def write_fingerprint(reading: Reading, transcript: Transcript) -> None:
    """Write the keys by which relatives of the transcript are found, in the place of older ones."""
    Fingerprint.objects.filter(transcript=transcript).delete()
    schemes = (
        (Fingerprint.Scheme.WORDS, reading.fingerprint.words),
        (Fingerprint.Scheme.FIGURES, reading.fingerprint.figures),
    )
    Fingerprint.objects.bulk_create(
        [
            Fingerprint(transcript=transcript, scheme=scheme, value=value)
            for scheme, values in schemes
            for value in values
        ],
        BATCH,
    )


def note_index_change(briefings: Iterable[int]) -> None:
    """Write into the search index's outbox that what it holds of ``briefings`` is out of date.

    They count as changed from now on, so that what is made of them (feeds, counts) is made anew.
    """
    concerned = list(dict.fromkeys(briefings))
    for start in range(0, len(concerned), BATCH):
        some = Briefing.objects.filter(pk__in=concerned[start : start + BATCH])
        some.update(updated=timezone.now())
    IndexChange.objects.bulk_create(IndexChange(briefing_id=briefing) for briefing in concerned)


def _address(text: str) -> str:
    """Return an address that a document gives of itself, or nothing where it is none."""
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError:
        return ""
    return text if len(text) <= 1000 else ""
