"""The keys by which relatives of a transcript are found without comparing it with all others.

Two sketches, both bounded whatever the length of the document:

- *words*: the smallest hashes of its word shingles (a bottom-k sketch, Cohen & Kaplan 2007). The
  sketch of a whole holds the smallest hashes of each part, so a page of eleven still meets the
  whole in about k/11 keys, where MinHash bands, which estimate the Jaccard coefficient (1/11),
  would miss it.
- *figures*: telling figures alone, and pairs that follow one another. Both survive translation.
"""

from itertools import pairwise

import numpy as np

from briefings.transcripts.relations.figures import Figure
from briefings.transcripts.relations.profile import Profile, hashed, shingles
from briefings.transcripts.relations.types import Fingerprint

FINGERPRINT_VERSION = "3"

# Long enough to be rare, short enough to outlive noise: at 5 % wrong characters one shingle of four
# words in three stands, one of five in four. A Han character carries about half a word.
SHINGLE = 4
SHINGLE_HAN = 8
# A page of eleven shares some twelve keys of 128 with the whole. More keys find more strangers too.
WORD_KEYS = 128
FIGURE_KEYS = 64

_63_BITS = (1 << 63) - 1


def fingerprint(profile: Profile) -> Fingerprint:
    """Return the keys of a transcript, at most ``WORD_KEYS`` and ``FIGURE_KEYS`` of them."""
    runs = shingles(profile.words, SHINGLE_HAN if profile.in_han else SHINGLE)
    smallest = np.unique(runs >> np.uint64(1))[:WORD_KEYS]
    return Fingerprint(
        version=FINGERPRINT_VERSION,
        words=tuple(int(value) for value in smallest),
        figures=tuple(sorted(figure_keys(profile)))[:FIGURE_KEYS],
    )


def figure_keys(profile: Profile) -> set[int]:
    """Return keys of the telling figures and of the pairs that follow one another."""
    telling = [figure for figure in profile.figures if figure.telling]
    keys = {key_of(figure) for figure in telling}
    for first, second in pairwise(telling):
        pair = sorted((first.rounded, second.rounded))
        keys.add(hashed("|".join(pair)) & _63_BITS)
    return keys


def key_of(figure: Figure) -> int:
    """Return the 63-bit key of one figure."""
    return hashed(figure.key) & _63_BITS
