"""Where a turn stands, as the first columns of every table of turns."""

from datetime import date

from briefings.models import Turn

PLACE = ("date", "briefing", "kind", "speaker", "outlet")


def place(turn: Turn) -> tuple[date | None, str, str, str | None, str | None]:
    """Return the cells under ``PLACE``; the turn comes with its place (``with_place``)."""
    briefing = turn.transcript.briefing
    return (
        briefing.date,
        briefing.title,
        turn.kind,
        turn.speaker.name if turn.speaker else None,
        turn.outlet.name if turn.outlet else None,
    )
