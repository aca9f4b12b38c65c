"""The words that two transcripts share in the same order, passage by passage.

Shared phrases alone prove nothing: briefings of one host repeat greetings and slogans. What counts
is a long stretch in which phrase after phrase is shared, each at its place.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from briefings.transcripts.relations.profile import Hashes, Profile, mostly_han, shingles

Places = NDArray[np.int64]

# Shingles short enough to outlive OCR noise: at 5 % wrong characters three of four words stand.
SHINGLE = 3
SHINGLE_HAN = 6
# Two phrases belong to one stretch when no more words than this lie between them on either side …
GAP = 30
# … and the stretch has not shifted by more than this.
DRIFT = 12
# Words that share this much of their letters, in order, look alike: "govemment", "developement".
LOOKS_ALIKE = 0.6
# A stretch holds this many phrases at least; "thank you very much for your question" fewer.
LEAST_PHRASES = 8


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of either side lies in shared stretches, and how much of that is word for word.

    ``left`` and ``right`` are the shares of all spoken words that lie in stretches, ``words``
    counts the shorter side's words there and ``missing_*`` the words outside. Of the words inside,
    ``differing`` are not the same, and ``reworded`` of these do not even look alike: other words,
    not misread or misspelt ones.
    """

    left: float
    right: float
    words: int
    missing_left: int
    missing_right: int
    differing: int
    reworded: int

    @property
    def identity(self) -> float:
        """The share of the words inside the stretches that are the same."""
        return 1 - self.differing / max(self.words, self.differing, 1)

    @property
    def rewording(self) -> float:
        """The share of the words inside the stretches that are other words."""
        return self.reworded / max(self.words, self.reworded, 1)


# What two texts of different scripts share.
NONE = Overlap(0.0, 0.0, 0, 0, 0, 0, 0)


def overlap(left: Profile, right: Profile) -> Overlap:
    """Find the stretches of words that two transcripts share."""
    if len(left.words) and np.array_equal(left.words, right.words):
        # Word for word, though no phrase in it may stand only once.
        return Overlap(1.0, 1.0, len(left.words), 0, 0, 0, 0)
    ours, theirs = _comparable(left, right), _comparable(right, left)
    length = phrase_length(left, right)
    stretches = _stretches(*common_phrases(ours.codes, theirs.codes, length), length)
    in_left = np.zeros(len(ours.codes), dtype=bool)
    in_right = np.zeros(len(theirs.codes), dtype=bool)
    differing = reworded = 0
    for first_i, last_i, first_j, last_j in stretches:
        fresh_left = np.flatnonzero(~in_left[first_i:last_i]) + first_i
        fresh_right = np.flatnonzero(~in_right[first_j:last_j]) + first_j
        in_left[first_i:last_i] = in_right[first_j:last_j] = True
        unlike, other = _differing(ours, theirs, fresh_left, fresh_right)
        differing += unlike
        reworded += other
    covered = int(in_left.sum()), int(in_right.sum())
    return Overlap(
        left=covered[0] / max(len(left.words), 1),
        right=covered[1] / max(len(right.words), 1),
        words=min(covered),
        missing_left=len(left.words) - covered[0],
        missing_right=len(right.words) - covered[1],
        differing=differing,
        reworded=reworded,
    )


@dataclass(frozen=True, eq=False)
class _Words:
    """The words of one side that the other side can have: as hashes, and as said."""

    codes: Hashes
    said: list[str]


def _comparable(side: Profile, other: Profile) -> _Words:
    """Return the spoken words; of a bilingual document the paragraphs in the other one's script."""
    if len(side.languages) < 2 or side.languages == other.languages:
        return _Words(side.words, side.spoken_words)
    kept = np.repeat(
        [mostly_han(passage.words) == other.in_han for passage in side.spoken],
        [len(passage.words) for passage in side.spoken],
    )
    places = np.flatnonzero(kept)
    return _Words(side.words[places], [side.spoken_words[place] for place in places])


def _differing(left: _Words, right: _Words, ours: Places, theirs: Places) -> tuple[int, int]:
    """Count the words at these places that differ, and those of them that do not look alike."""
    unlike = other = 0
    blocks = LCSseq.opcodes(left.codes[ours].tolist(), right.codes[theirs].tolist())
    equal = [block for block in blocks if block.tag == "equal"]
    starts = [(0, 0), *((block.src_end, block.dest_end) for block in equal)]
    ends = [*((block.src_start, block.dest_start) for block in equal), (len(ours), len(theirs))]
    for (i, j), (k, m) in zip(starts, ends, strict=True):
        count = max(k - i, m - j)
        if not count:
            continue
        unlike += count
        here = "".join(left.said[place] for place in ours[i:k])
        there = "".join(right.said[place] for place in theirs[j:m])
        if LCSseq.normalized_similarity(here, there) < LOOKS_ALIKE:
            other += count
    return unlike, other


def phrase_length(left: Profile, right: Profile) -> int:
    """Return how many words make a phrase that two transcripts may share."""
    return SHINGLE_HAN if left.in_han and right.in_han else SHINGLE


def common_phrases(left: Hashes, right: Hashes, length: int) -> tuple[Places, Places]:
    """Return where the phrases begin that stand once on either side, in the order of the left."""
    ours, theirs = _single(shingles(left, length)), _single(shingles(right, length))
    _, at_left, at_right = np.intersect1d(
        ours[0], theirs[0], assume_unique=True, return_indices=True
    )
    i, j = ours[1][at_left], theirs[1][at_right]
    order = np.argsort(i)
    return i[order], j[order]


def _single(shingles: Hashes) -> tuple[Hashes, Places]:
    """Return the shingles that stand only once, sorted, and where."""
    values, first, counts = np.unique(shingles, return_index=True, return_counts=True)
    once = counts == 1
    return values[once], first[once]


def _stretches(i: Places, j: Places, length: int) -> list[tuple[int, int, int, int]]:
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
