"""Extracted text → Transcript: normalize → furniture → header → labels → turns → exchanges."""

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.reading import Reading
from briefings.transcripts.parsing.result import Explained, assemble, explained
from briefings.transcripts.types import Extracted, Transcript

__all__ = ["PARSER_VERSION", "Explained", "explain", "parse"]

# Raised with every change that can change what is read from a document.
PARSER_VERSION = "1"


def parse(extracted: Extracted, names: Names) -> Transcript:
    """Return what a document says of a briefing; never raises, what has no place is an issue."""
    return assemble(Reading(extracted, names), PARSER_VERSION)


def explain(extracted: Extracted, names: Names) -> tuple[Explained, ...]:
    """Return every line with what it was taken for and the rule that said so."""
    return explained(Reading(extracted, names))
