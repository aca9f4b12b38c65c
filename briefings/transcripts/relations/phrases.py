"""Which turns of two transcripts share phrases, word for word.

A page may end in the middle of an answer: the cosine of a tenth of an answer with the whole is low,
but its phrases stand nowhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from briefings.transcripts.relations.overlap import common_phrases, phrase_length
from briefings.transcripts.relations.profile import Profile, share_words
from briefings.transcripts.relations.vectors import Matrix


@dataclass(frozen=True, eq=False)
class Phrases:
    """How many phrases each part on the left shares with each on the right, and their words."""

    counts: Matrix
    left: Matrix
    right: Matrix

    def of(self, left: Sequence[Sequence[int]], right: Sequence[Sequence[int]]) -> "Phrases":
        """Return the phrases of groups of parts."""
        ours, theirs = _members(left, len(self.left)), _members(right, len(self.right))
        return Phrases(ours @ self.counts @ theirs.T, ours @ self.left, theirs @ self.right)

    def shares(self) -> Matrix:
        """Return the shared phrases of each pair over the geometric mean of their words."""
        shares: Matrix = self.counts / np.sqrt(np.outer(self.left, self.right)).clip(1.0)
        return shares

    def joined(self) -> Matrix:
        """Return the same for each part on the left and two neighbours on the right, joined."""
        counts = self.counts[:, :-1] + self.counts[:, 1:]
        words = np.outer(self.left, self.right[:-1] + self.right[1:])
        shares: Matrix = counts / np.sqrt(words).clip(1.0)
        return shares

    def turned(self) -> "Phrases":
        """Return the same with the sides exchanged."""
        return Phrases(self.counts.T, self.right, self.left)


def phrases_of_turns(left: Profile, right: Profile) -> Phrases:
    """Count the phrases that the turns of two transcripts share; none across scripts."""
    ours, theirs = (
        np.array([passage.turn for passage in side.passages], dtype=np.int64)[side.passage_of_word]
        for side in (left, right)
    )
    rows, columns = len(left.transcript.turns), len(right.transcript.turns)
    counts = np.zeros((rows, columns))
    if share_words(left, right):
        places = common_phrases(left.every_word, right.every_word, phrase_length(left, right))
        np.add.at(counts, (ours[places[0]], theirs[places[1]]), 1.0)
    return Phrases(
        counts,
        np.bincount(ours, minlength=rows).astype(np.float64),
        np.bincount(theirs, minlength=columns).astype(np.float64),
    )


def _members(groups: Sequence[Sequence[int]], parts: int) -> Matrix:
    members = np.zeros((len(groups), parts))
    for number, group in enumerate(groups):
        members[number, list(group)] = 1.0
    return members
