"""The words that two transcripts share in the same order, passage by passage.

Shared phrases alone prove nothing: briefings of one host repeat greetings and slogans. What counts is
a long stretch in which phrase after phrase is shared, each at its place.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from briefings.transcripts.relations.profile import Hashes, Profile

# Shingles short enough to outlive OCR noise: at 5 % wrong characters three of four words stand.
SHINGLE = 3
SHINGLE_HAN = 6
# Two phrases belong to one stretch when no more words than this lie between them on either side …
GAP = 30
# … and the stretch has not shifted by more than this.
DRIFT = 12
# A stretch holds this many phrases at least; a formula ("thank you very much for your question") fewer.
LEAST_PHRASES = 8


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of either side lies in shared stretches, and how much of that is word for word.

    ``left`` and ``right`` are shares of all spoken words; ``identity`` is the longest common
    subsequence of the words within the stretches, over the longer side's words there;
    ``words`` counts the shorter side's words in stretches.
    """

    left: float
    right: float
    identity: float
    words: int
    differing: int


def overlap(left: Profile, right: Profile) -> Overlap:
    """Find the stretches of words that two transcripts share."""
    length = SHINGLE_HAN if left.in_han and right.in_han else SHINGLE
    ours, theirs = _single(left.shingles(length)), _single(right.shingles(length))
    _, at_left, at_right = np.intersect1d(
        ours[0], theirs[0], assume_unique=True, return_indices=True
    )
    i, j = ours[1][at_left], theirs[1][at_right]
    order = np.argsort(i)
    stretches = _stretches(i[order], j[order], length)
    in_left = np.zeros(len(left.words), dtype=bool)
    in_right = np.zeros(len(right.words), dtype=bool)
    same = longer = 0
    for first_i, last_i, first_j, last_j in stretches:
        fresh_left = left.words[first_i:last_i][~in_left[first_i:last_i]]
        fresh_right = right.words[first_j:last_j][~in_right[first_j:last_j]]
        in_left[first_i:last_i] = in_right[first_j:last_j] = True
        same += LCSseq.similarity(fresh_left.tolist(), fresh_right.tolist())
        longer += max(len(fresh_left), len(fresh_right))
    covered = int(in_left.sum()), int(in_right.sum())
    return Overlap(
        left=covered[0] / max(len(in_left), 1),
        right=covered[1] / max(len(in_right), 1),
        identity=same / longer if longer else 0.0,
        words=min(covered),
        differing=longer - same,
    )


def _single(shingles: Hashes) -> tuple[Hashes, NDArray[np.int64]]:
    """Return the shingles that stand only once, sorted, and where."""
    values, first, counts = np.unique(shingles, return_index=True, return_counts=True)
    once = counts == 1
    return values[once], first[once]


def _stretches(
    i: NDArray[np.int64], j: NDArray[np.int64], length: int
) -> list[tuple[int, int, int, int]]:
    """Return runs of matches that go on together on both sides: first and past-the-last word."""
    for least in (2, LEAST_PHRASES):
        # Lone matches out of place cut runs in two, so they go first and the rest is joined anew.
        if not len(i):
            return []
        steps_i, steps_j = np.diff(i), np.diff(j)
        breaks = (
            (steps_i > GAP) | (steps_j > GAP) | (steps_j <= 0) | (np.abs(steps_i - steps_j) > DRIFT)
        )
        run = np.concatenate([[0], np.cumsum(breaks)])
        kept = np.bincount(run)[run] >= least
        i, j, run = i[kept], j[kept], run[kept]
    if not len(i):
        return []
    edges = np.flatnonzero(np.diff(run)) + 1
    firsts, lasts = np.concatenate([[0], edges]), np.concatenate([edges, [len(i)]]) - 1
    return [
        (int(i[a]), int(i[b]) + length, int(j[a]), int(j[b]) + length)
        for a, b in zip(firsts, lasts, strict=True)
    ]
