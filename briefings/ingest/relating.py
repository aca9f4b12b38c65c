"""A new document against the archive: the few it may be related to, compared one by one."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from briefings.candidates import find
from briefings.ingest.loading import load
from briefings.models import Transcript
from briefings.transcripts.relations import Profile, compare
from briefings.transcripts.relations.types import Fingerprint, Relation

# Documents that come together are of one series, and the same few are candidates for many of them:
# of the corpus of 365, half are found here again. One takes a megabyte.
PROFILES_KEPT = 48


@dataclass(frozen=True, slots=True)
class Relatives:
    """Transcripts that may be of the same briefing: what each is to the new one, its briefing."""

    relations: Mapping[int, Relation]
    briefings: Mapping[int, int]


def relatives(profile: Profile, keys: Fingerprint, exclude: int | None = None) -> Relatives:
    """Return the candidates that share enough of ``keys``, compared with ``profile``."""
    candidates = find(keys, exclude=exclude)
    rows = Transcript.objects.filter(pk__in=candidates.ids)
    there = {
        pk: (briefing, updated)
        for pk, briefing, updated in rows.values_list("pk", "briefing", "updated")
    }
    return Relatives(
        relations={
            pk: compare(profile, _profile(pk, there[pk][1]), rarity=candidates.rarity)
            for pk in candidates.ids
        },
        briefings={pk: briefing for pk, (briefing, _) in there.items()},
    )


_kept: OrderedDict[tuple[int, datetime], Profile] = OrderedDict()
_keeping = Lock()


def keep(transcript: Transcript, profile: Profile) -> None:
    """Remember the profile of a transcript in the state that its row was last saved in."""
    with _keeping:
        _kept[transcript.pk, transcript.updated] = profile
        while len(_kept) > PROFILES_KEPT:
            _kept.popitem(last=False)


def _profile(pk: int, updated: datetime) -> Profile:
    """Return a transcript's profile; ``updated`` says of which state of its rows."""
    with _keeping:
        profile = _kept.get((pk, updated))
        if profile:
            _kept.move_to_end((pk, updated))
    if profile is None:
        known = load([pk])[pk]
        profile = known.profile
        keep(known.row, profile)
    return profile
