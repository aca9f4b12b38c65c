"""The keys by which relatives of a transcript are found without comparing it with all others.

Two sketches, both bounded whatever the length of the document:

- *words*: the MinHash of its word shingles (Broder 1997), in bands of one value each. A page of
  eleven has the smallest shingle of the whole under one permutation in eleven, so of 160 bands
  about fifteen meet; of bands of two values hardly one.
- *figures*: telling figures alone, and pairs that follow one another. Both survive translation.
"""

from itertools import pairwise

import numpy as np

from briefings.transcripts.relations.figures import Figure
from briefings.transcripts.relations.profile import Hashes, Profile, hashed, scrambled, shingles
from briefings.transcripts.relations.types import Fingerprint

FINGERPRINT_VERSION = "4"

# Long enough to be rare, short enough to outlive noise: at 5 % wrong characters one shingle of four
# words in three stands, one of five in four. A Han character carries about half a word.
SHINGLE = 4
SHINGLE_HAN = 8
# A page of eleven shares some fifteen keys with the whole. Of 370 made pages with 5 % of the
# characters misread two are missed; with 128 keys five were.
WORD_KEYS = 160
FIGURE_KEYS = 64
# Shingles at once: MinHash makes a table of so many by its permutations, here of 10 MB.
SHINGLES_AT_ONCE = 8192

_63_BITS = (1 << 63) - 1


def fingerprint(profile: Profile) -> Fingerprint:
    """Return the keys of a transcript, at most ``WORD_KEYS`` and ``FIGURE_KEYS`` of them."""
    return Fingerprint(
        version=FINGERPRINT_VERSION,
        words=word_keys(shingles(profile.words, SHINGLE_HAN if profile.in_han else SHINGLE)),
        figures=tuple(sorted(figure_keys(profile)))[:FIGURE_KEYS],
    )


def word_keys(runs: Hashes) -> tuple[int, ...]:
    """Return a key of each band of the MinHash of shingles; none where there are no shingles."""
    # Not above: it imports SciPy, half a second and 60 MB that most commands need not spend.
    from datasketch import MinHash

    if not len(runs):
        return ()
    sketch = MinHash(num_perm=WORD_KEYS, hashfunc=int, scheme="affine64")
    for start in range(0, len(runs), SHINGLES_AT_ONCE):
        sketch.update_batch(runs[start : start + SHINGLES_AT_ONCE].tolist())
    bands = scrambled(np.arange(WORD_KEYS, dtype=np.uint64))
    keys = scrambled(sketch.hashvalues ^ bands) >> np.uint64(1)
    return tuple(keys.tolist())


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
