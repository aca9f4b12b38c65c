"""Questions that pages ask of the archive's rows, each under a name of its own.

Counts are subqueries, never joins, so that two of them on one query do not multiply each other.
"""

from .briefings import AppearanceQuerySet, BriefingQuerySet, SeriesQuerySet, TranscriptQuerySet
from .names import OutletQuerySet, SpeakerQuerySet
from .turns import TurnQuerySet

__all__ = [
    "AppearanceQuerySet",
    "BriefingQuerySet",
    "OutletQuerySet",
    "SeriesQuerySet",
    "SpeakerQuerySet",
    "TranscriptQuerySet",
    "TurnQuerySet",
]
