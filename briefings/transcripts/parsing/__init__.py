"""Extracted text → Transcript: normalize → furniture → header → labels → turns → exchanges."""

import logging

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.reading import Reading
from briefings.transcripts.parsing.result import Explained, assemble, explained, unread
from briefings.transcripts.types import Extracted, Transcript

__all__ = ["PARSER_VERSION", "Explained", "explain", "parse"]

logger = logging.getLogger(__name__)

# Raised with every change that can change what is read from a document.
PARSER_VERSION = "3"


def parse(extracted: Extracted, names: Names) -> Transcript:
    """Return what a document says of a briefing; never raises, what has no place is an issue.

    A fault of the reader's own is logged and becomes the issue "reader-failed": the text is kept as
    one turn, and no other document of a batch suffers.
    """
    try:
        return assemble(Reading(extracted, names), PARSER_VERSION)
    except Exception as error:
        logger.exception("The reader failed on %s", extracted.name)
        return unread(extracted, PARSER_VERSION, error)


def explain(extracted: Extracted, names: Names) -> tuple[Explained, ...]:
    """Return every line with what it was taken for and the rule that said so."""
    return explained(Reading(extracted, names))
