"""Known transcripts by their keys in memory: what ``briefings.candidates`` is in the database."""

from collections import defaultdict
from collections.abc import Sequence

from briefings.transcripts.relations.fingerprint import fingerprint
from briefings.transcripts.relations.likely import KEY_BITS, MOST_HOLDERS, likely
from briefings.transcripts.relations.profile import Profile
from briefings.transcripts.relations.types import Fingerprint, Rarity


class Known:
    """An archive of profiles, named by their places in ``profiles``."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Take the fingerprints of all profiles."""
        self.profiles = profiles
        self._words: dict[int, list[int]] = defaultdict(list)
        self._figures: dict[int, list[int]] = defaultdict(list)
        for place, known in enumerate(profiles):
            keys = fingerprint(known)
            for key in keys.words:
                self._words[key].append(place)
            for key in keys.figures:
                self._figures[key].append(place)

    def find(self, keys: Fingerprint, exclude: int | None = None) -> tuple[tuple[int, ...], Rarity]:
        """Return the places of the likely relatives, best first, and how rare the figures are."""
        shared: list[tuple[int, float]] = []
        rarity = Rarity(len(self.profiles), {})
        for holders, values in ((self._words, keys.words), (self._figures, keys.figures)):
            counts = {key: len(holders.get(key, ())) for key in values}
            rarity = Rarity(len(self.profiles), counts)
            shared += [
                (place, rarity.bits(key, KEY_BITS))
                for key, count in counts.items()
                if 0 < count <= MOST_HOLDERS
                for place in holders[key]
                if place != exclude
            ]
        return likely(shared), rarity
