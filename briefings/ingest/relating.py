"""A new document against the archive: the few it may be related to, compared one by one."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefings.candidates import Candidates, find
from briefings.ingest.loading import Known, load
from briefings.transcripts.relations import Profile, compare
from briefings.transcripts.relations.types import Fingerprint, Relation


@dataclass(frozen=True, slots=True)
class Relatives:
    """Transcripts that may be of the same briefing, and what each is to the new one."""

    known: Mapping[int, Known]
    relations: Mapping[int, Relation]
    candidates: Candidates


def relatives(profile: Profile, keys: Fingerprint, exclude: int | None = None) -> Relatives:
    """Return the candidates that share enough of ``keys``, compared with ``profile``."""
    candidates = find(keys, exclude=exclude)
    known = load(candidates.ids)
    relations = {
        pk: compare(profile, known[pk].profile, rarity=candidates.rarity)
        for pk in candidates.ids
        if pk in known
    }
    return Relatives(known, relations, candidates)
