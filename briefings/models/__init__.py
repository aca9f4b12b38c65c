"""The archive's rows: briefings, the documents about them, and what was said.

A ``Briefing`` is the event; a ``SourceDocument`` is one received file, kept as received; a
``Transcript`` is what one document says of one briefing; a ``Turn`` is the words under one label.
Rows of the last two are written by ``ingest`` alone.
"""

from briefings.models.briefings import Appearance, Briefing, OldSlug, Series
from briefings.models.choices import Attribution, Kind, Relation, Role
from briefings.models.documents import SourceDocument, Transcript
from briefings.models.names import Alias, Merge, Name, Outlet, OutletAlias, Speaker, SpeakerAlias
from briefings.models.outbox import IndexChange
from briefings.models.relating import Decision, Fingerprint, Proposal
from briefings.models.turns import (
    KEY_ALPHABET,
    KEY_LENGTH,
    Answer,
    KindManager,
    Question,
    Statement,
    Turn,
    TurnRedirect,
    new_key,
)

__all__ = [
    "KEY_ALPHABET",
    "KEY_LENGTH",
    "Alias",
    "Answer",
    "Appearance",
    "Attribution",
    "Briefing",
    "Decision",
    "Fingerprint",
    "IndexChange",
    "Kind",
    "KindManager",
    "Merge",
    "Name",
    "OldSlug",
    "Outlet",
    "OutletAlias",
    "Proposal",
    "Question",
    "Relation",
    "Role",
    "Series",
    "SourceDocument",
    "Speaker",
    "SpeakerAlias",
    "Statement",
    "Transcript",
    "Turn",
    "TurnRedirect",
    "new_key",
]
