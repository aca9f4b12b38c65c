"""What editors set by hand: who speaks in a turn, for whom it asks, who may read a briefing."""

from collections.abc import Mapping
from datetime import date

from briefings.ingest.loading import header_from_json
from briefings.ingest.rereading import reread
from briefings.ingest.settling import settle
from briefings.ingest.writing import note_index_change, writing
from briefings.models import Attribution, Briefing, Outlet, Speaker, Transcript, Turn


def attribute(turn: Turn, values: Mapping[str, Speaker | Outlet | str | None]) -> None:
    """Set a turn's ``speaker``, ``outlet`` or ``reporter``; None (or "") says that there is none.

    What ``values`` does not name stays as it is. Other versions of the briefing are told.
    """
    with writing():
        for value, known in values.items():
            setattr(turn, value, known)
            setattr(turn, f"{value}_attribution", Attribution.EDITOR)
            setattr(turn, f"{value}_source", None)
        parts = ("", "_attribution", "_source")
        turn.save(update_fields=[f"{value}{part}" for value in values for part in parts])
        settle({turn.transcript.briefing_id})


def take_back(turn: Turn) -> None:
    """Drop what editors set at a turn; its document says again what it says."""
    with writing():
        columns = {
            f"{value}{part}": nothing
            for value in ("speaker", "outlet", "reporter")
            if getattr(turn, f"{value}_attribution") == Attribution.EDITOR
            for part, nothing in (("", "" if value == "reporter" else None), ("_attribution", ""))
        }
        Turn.objects.filter(pk=turn.pk).update(**columns)
        reread(turn.transcript_id)


def set_day(transcript: Transcript, day: date | None) -> None:
    """Set the day of a document that prints none, or a wrong one; None takes that back."""
    printed = header_from_json(transcript.printed_header).date
    with writing():
        transcript.date = day or printed
        transcript.date_attribution = (
            Attribution.EDITOR if day else Attribution.PRINTED if printed else ""
        )
        transcript.date_source = None
        transcript.save(update_fields=["date", "date_attribution", "date_source", "updated"])
        settle({transcript.briefing_id})


def set_title(transcript: Transcript, title: str) -> None:
    """Set the title of a document that prints none, or a wrong one; "" takes that back."""
    with writing():
        transcript.edited_title = title
        transcript.save(update_fields=["edited_title", "updated"])
        settle({transcript.briefing_id})


def renamed(row: Speaker | Outlet) -> None:
    """Let what shows the name of a speaker or an outlet be made anew: feeds, and what is kept."""
    turns = Turn.objects.filter(**{str(row._meta.model_name): row})
    with writing():
        note_index_change(turns.values_list("transcript__briefing", flat=True).distinct())


def publish(briefing: Briefing, *, visible: bool) -> None:
    """Show a briefing to readers, or keep it from them; the search index follows."""
    with writing():
        briefing.status = Briefing.Status.PUBLISHED if visible else Briefing.Status.DRAFT
        briefing.save(update_fields=["status", "updated"])
        note_index_change([briefing.pk])
