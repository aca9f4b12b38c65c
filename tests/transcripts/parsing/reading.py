"""Short documents for tests: lines in, a transcript out."""

from briefings.transcripts.parsing import parse
from briefings.transcripts.types import Extracted, Line, Transcript
from tests.cases import names


def extracted(text: str, **metadata: str) -> Extracted:
    """Return a text as extraction would hand it over."""
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return Extracted("document.txt", "text/plain", lines, metadata=metadata)


def read(text: str, **metadata: str) -> Transcript:
    """Return what the parser reads in a text."""
    return parse(extracted(text, **metadata), names())


def turns(transcript: Transcript) -> list[tuple[str, str | None, str]]:
    """Return (kind, label, first words) of each turn."""
    return [
        (str(turn.kind), turn.label, " ".join(turn.paragraphs)[:24]) for turn in transcript.turns
    ]
