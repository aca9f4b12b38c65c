"""A transcript against known ones: profile → fingerprint → compare → align → fill in, differences.

Every step takes the ``Profile`` of a transcript (its words, figures and names, found once), so a
caller that compares one transcript with several reads it once.
"""

from briefings.transcripts.relations.align import align
from briefings.transcripts.relations.canonical import choose_canonical
from briefings.transcripts.relations.compare import compare
from briefings.transcripts.relations.differences import differences
from briefings.transcripts.relations.filling import fill_in
from briefings.transcripts.relations.fingerprint import FINGERPRINT_VERSION, fingerprint
from briefings.transcripts.relations.profile import Profile, profile
from briefings.transcripts.relations.types import Fingerprint, Rarity, Version

__all__ = [
    "FINGERPRINT_VERSION",
    "Fingerprint",
    "Profile",
    "Rarity",
    "Version",
    "align",
    "choose_canonical",
    "compare",
    "differences",
    "fill_in",
    "fingerprint",
    "profile",
]
