"""Rows of a transcript → the transcript as the parser gave it, and as relating sees it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cached_property
from typing import Any

from briefings import models
from briefings.models import Attribution
from briefings.transcripts import types
from briefings.transcripts.relations import Profile, profile


@dataclass
class Known:
    """A transcript of the archive with its turns in order."""

    row: models.Transcript
    turns: list[models.Turn]

    @cached_property
    def transcript(self) -> types.Transcript:
        """What this document itself says (or an editor of it): nothing that others filled in."""
        return _transcript(self.row, self.turns)

    @cached_property
    def profile(self) -> Profile:
        """The transcript read for relating."""
        return profile(self.transcript)


def load(pks: Iterable[int]) -> dict[int, Known]:
    """Return the transcripts of ``pks`` in two queries, however many."""
    rows = models.Transcript.objects.filter(pk__in=set(pks)).defer("text", "document__content")
    found = {row.pk: Known(row, []) for row in rows.select_related("document", "briefing")}
    turns = models.Turn.objects.filter(transcript__in=found).order_by("transcript", "sequence")
    for turn in turns.select_related("speaker", "outlet"):
        found[turn.transcript_id].turns.append(turn)
    return found


def header_as_json(header: types.Header) -> dict[str, Any]:
    """Return a header in the form that ``Transcript.printed_header`` keeps."""
    return {
        "title": header.title,
        "date": header.date.isoformat() if header.date else None,
        "time": header.time.strftime("%H:%M") if header.time else None,
        "place": header.place,
        "participants": [
            {"name": person.name, "role": person.role.value, "title": person.title}
            for person in header.participants
        ],
        "spans": [[span.first_line, span.last_line] for span in header.spans],
    }


def header_from_json(printed: Mapping[str, Any]) -> types.Header:
    """Return the header that ``header_as_json`` took in."""
    return types.Header(
        title=printed.get("title"),
        date=date.fromisoformat(printed["date"]) if printed.get("date") else None,
        time=time.fromisoformat(printed["time"]) if printed.get("time") else None,
        place=printed.get("place"),
        participants=tuple(
            types.Participant(person["name"], types.Role(person["role"]), person["title"])
            for person in printed.get("participants", ())
        ),
        spans=tuple(types.Span(first, last) for first, last in printed.get("spans", ())),
    )


def _transcript(row: models.Transcript, turns: list[models.Turn]) -> types.Transcript:
    """Return the pure transcript that ``row`` and its ``turns`` were written from."""
    printed = header_from_json(row.printed_header)
    if row.date_attribution == Attribution.EDITOR:
        printed = replace(printed, date=row.date)
    if row.place_attribution == Attribution.EDITOR:
        printed = replace(printed, place=row.place or None)
    return types.Transcript(
        name=row.document.name,
        family=row.family,
        language=row.language,
        header=printed,
        complete=row.complete,
        turns=tuple(_turn(turn) for turn in turns),
        furniture=tuple(types.Furniture(*item) for item in row.furniture),
        issues=tuple(
            types.Issue(issue["code"], issue["message"], issue["line"]) for issue in row.issues
        ),
        uncovered_lines=0,
        parser_version=row.parser_version,
    )


def _turn(turn: models.Turn) -> types.Turn:
    """Return one pure turn; values that another version gave are left out."""
    speaker, speaker_how = _own(turn, "speaker")
    outlet, outlet_how = _own(turn, "outlet")
    reporter, reporter_how = _own(turn, "reporter")
    return types.Turn(
        first_line=turn.first_line,
        last_line=turn.last_line,
        kind=types.Kind(turn.kind),
        paragraphs=tuple(turn.paragraphs),
        label=turn.label or None,
        speaker=speaker,
        speaker_attribution=speaker_how,
        outlet=outlet,
        outlet_attribution=outlet_how,
        reporter=reporter,
        reporter_attribution=reporter_how,
        exchange=turn.exchange,
    )


def _own(turn: models.Turn, value: str) -> tuple[str | None, types.Attribution | None]:
    """Return a turn's own speaker, outlet or reporter by name, and how it is known."""
    how = getattr(turn, f"{value}_attribution")
    if how == Attribution.OTHER_VERSION:
        how = ""
        known = None
    else:
        known = getattr(turn, value)
    name = str(known) if known else getattr(turn, f"{value}_name", "") if not how else ""
    return name or None, types.Attribution(how) if how else None
