"""One received document into the archive, whatever it sets off: an outcome or a sentence."""

import logging
from dataclasses import dataclass
from typing import Any

from briefings.ingest import Outcome, ingest
from briefings.ingest.receiving import Received
from briefings.transcripts.types import ExtractionError

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one document: an outcome, or why it could not be taken in."""

    place: str
    outcome: Outcome | None = None
    error: str = ""


def take_in(
    received: Received, *, source_url: str = "", by: Any = None, index: bool = True
) -> Taken:
    """Ingest one document; one that cannot be taken in leaves nothing behind and stops no other."""
    if received.error:
        return Taken(received.place, error=str(received.error))
    try:
        outcome = ingest(
            received.data,
            received.name,
            source_url=source_url,
            received_from=received.container,
            received_by=by,
            index=index,
        )
    except ExtractionError as error:
        return Taken(received.place, error=str(error))
    except Exception as error:
        logger.exception("%s could not be taken in", received.place)
        reason = f"It could not be taken in ({type(error).__name__}: {error}); nothing was kept."
        return Taken(received.place, error=reason)
    return Taken(received.place, outcome)
