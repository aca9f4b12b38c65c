"""Builders of rows for tests: short calls, invented names, nothing shared between tests."""

import hashlib
from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import Any

from django.utils.text import slugify

from briefings.models import (
    Attribution,
    Briefing,
    Kind,
    Outlet,
    Relation,
    SourceDocument,
    Speaker,
    Transcript,
    Turn,
)

_numbers = count(1)


def make_speaker(name: str = "Ada Lin", **fields: Any) -> Speaker:
    """Return the speaker of that name, made where it is missing."""
    return Speaker.objects.get_or_create(
        name=name, defaults={"slug": slugify(name, allow_unicode=True), **fields}
    )[0]


def make_outlet(name: str = "Harbour Daily", **fields: Any) -> Outlet:
    """Return the outlet of that name, made where it is missing."""
    return Outlet.objects.get_or_create(
        name=name, defaults={"slug": slugify(name, allow_unicode=True), **fields}
    )[0]


def make_document(content: bytes | None = None, **fields: Any) -> SourceDocument:
    """Return a new received file."""
    number = next(_numbers)
    content = content if content is not None else f"document {number}".encode()
    values = {
        "name": f"document-{number}.txt",
        "media_type": "text/plain",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "content": content,
    }
    return SourceDocument.objects.create(**{**values, **fields})


def make_briefing(
    exchanges: Sequence[tuple[str, str, str, str]] = (),
    *,
    remarks: Sequence[tuple[str, str]] = (),
    title: str = "Briefing on harbours",
    day: date | None = date(2022, 7, 19),
    **fields: Any,
) -> Briefing:
    """Return a published briefing with one canonical transcript.

    ``remarks`` are (speaker, text); ``exchanges`` are (outlet, question, speaker, answer). An empty
    speaker or outlet is left unknown; a text's paragraphs are its lines.
    """
    slug = f"{day or 'undated'}-{slugify(title)}-{next(_numbers)}"
    briefing = Briefing.objects.create(**{"slug": slug, "title": title, "date": day, **fields})
    transcript = make_transcript(briefing, complete=True)
    briefing.canonical = transcript
    briefing.save()
    for speaker, text in remarks:
        make_turn(transcript, Kind.REMARKS, text, speaker=speaker)
    for number, (outlet, question_text, speaker, answer_text) in enumerate(exchanges, 1):
        question = make_turn(
            transcript, Kind.QUESTION, question_text, outlet=outlet, exchange=number
        )
        make_turn(
            transcript,
            Kind.ANSWER,
            answer_text,
            speaker=speaker,
            exchange=number,
            question=question,
        )
    return briefing


def make_transcript(briefing: Briefing, **fields: Any) -> Transcript:
    """Return a new transcript of a briefing, without turns, of a document of its own."""
    values = {
        "briefing": briefing,
        "family": "generic",
        "language": "en",
        "date": briefing.date,
        "date_attribution": Attribution.PRINTED,
        "text": "",
        "parser_version": "test",
    }
    document = fields.pop("document", None) or make_document()
    return Transcript.objects.create(document=document, **{**values, **fields})


def make_version(briefing: Briefing, relation: Relation, **fields: Any) -> Transcript:
    """Return another version of a briefing, with one question."""
    version = make_transcript(briefing, relation=relation, **fields)
    make_turn(version, Kind.QUESTION, "When goes the ferry?", outlet="Harbour Daily", exchange=1)
    return version


def make_turn(
    transcript: Transcript,
    kind: str,
    text: str,
    *,
    speaker: str = "",
    outlet: str = "",
    **fields: Any,
) -> Turn:
    """Return a new turn at the end of a transcript."""
    sequence = transcript.turns.count() + 1
    values = {
        "sequence": sequence,
        "kind": kind,
        "label": speaker or outlet,
        "text": text,
        "words": len(text.split()),
        "first_line": sequence,
        "last_line": sequence,
        "speaker": make_speaker(speaker) if speaker else None,
        "speaker_attribution": Attribution.PRINTED if speaker else "",
        "outlet": make_outlet(outlet) if outlet else None,
        "outlet_attribution": Attribution.PRINTED if outlet else "",
    }
    return Turn.objects.create(transcript=transcript, **{**values, **fields})
