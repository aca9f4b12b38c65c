"""Two transcripts of one briefing side by side: exchanges, then their turns, then paragraphs."""

from collections.abc import Sequence

import numpy as np

from briefings.transcripts.relations.order import Likeness, Match, in_order, likeness, out_of_order
from briefings.transcripts.relations.phrases import phrases_of_turns
from briefings.transcripts.relations.profile import Profile, share_words
from briefings.transcripts.relations.types import (
    Alignment,
    ExchangePair,
    ParagraphPair,
    TurnPair,
)
from briefings.transcripts.relations.vectors import Matrix, Parts, group, terms_of, vectors

# Exchanges of two translations of a seed meet at 0.41–0.67 and others at most at 0.16.
LEAST_EXCHANGE = 0.12
# Turns and paragraphs are shorter, so their cosines scatter more; their exchange vouches for them.
LEAST_TURN = 0.06
LEAST_PARAGRAPH = 0.06
# Out of order, where nothing but the words vouches for a pair.
LEAST_OUT_OF_ORDER = 0.45
SAME_OUTLET = 0.15
OTHER_OUTLET = -0.15
# A question is no answer, though it repeats its words.
SAME_KIND = 0.1
OTHER_KIND = -0.3
# The score of what only its place between two aligned neighbours pairs.
BY_ORDER = 0.05

# Pairs of turns that are held against each other: time and memory go with them. Long briefings have
# 400 turns; 2,000 against 2,000 took 15 seconds and 600 MB, 30,000 would take all memory there is.
MOST_PAIRS = 4_000_000

Groups = list[list[int]]


def align(left: Profile, right: Profile) -> Alignment:
    """Pair the exchanges, turns and paragraphs of two transcripts of one briefing.

    Two with more than ``MOST_PAIRS`` of turns stay without: a year in one document is no briefing.
    """
    if len(left.transcript.turns) * len(right.transcript.turns) > MOST_PAIRS:
        return Alignment((), (), 0.0)
    return _Aligner(left, right).align()


class _Aligner:
    """Two profiles with their terms and shared phrases, found once for all levels."""

    def __init__(self, left: Profile, right: Profile) -> None:
        self.sides = left, right
        self.turns = left.transcript.turns, right.transcript.turns
        words = share_words(left, right)
        self.worded = words
        self.terms = terms_of(left, words=words), terms_of(right, words=words)
        self.phrases = phrases_of_turns(left, right)
        self.exchanges = _exchanges(left), _exchanges(right)
        self.single_turns = self._parts(*([[place] for place in range(len(t))] for t in self.turns))
        self.paragraphs = vectors(
            self.terms[0],
            np.arange(len(left.passages)),
            self.terms[1],
            np.arange(len(right.passages)),
        )
        self.starts = tuple(
            [0, *np.cumsum([len(turn.paragraphs) for turn in turns]).tolist()]
            for turns in self.turns
        )

    def align(self) -> Alignment:
        matches = self._match_exchanges()
        turns = self._match_turns(matches)
        pairs = _with_gaps(matches, len(self.exchanges[0]), len(self.exchanges[1]))
        scores = [match.score for match in matches] or [pair.score for pair in turns]
        return Alignment(pairs, turns, sum(scores) / len(scores) if scores else 0.0)

    def _parts(self, left: Groups, right: Groups) -> tuple[Parts, Parts]:
        return vectors(
            self.terms[0],
            group(self.sides[0].passages, left),
            self.terms[1],
            group(self.sides[1].passages, right),
        )

    def _match_exchanges(self) -> list[Match]:
        ours, theirs = self.exchanges
        if not ours or not theirs:
            return []
        bonus = self._outlets_agree()
        alike = likeness(*self._parts(ours, theirs), self.phrases.of(ours, theirs), bonus)
        matches = in_order(alike, LEAST_EXCHANGE, rivals=self.worded)
        matches += out_of_order(alike, matches, LEAST_OUT_OF_ORDER)
        matches += _between(matches, bonus)
        return sorted(matches, key=lambda match: match.left)

    def _outlets_agree(self) -> Matrix:
        """Return what the outlets that ask say for and against each pair of exchanges."""
        ours, theirs = (
            [next((turns[t].outlet for t in turn if turns[t].outlet), None) for turn in groups]
            for turns, groups in zip(self.turns, self.exchanges, strict=True)
        )
        return np.array(
            [
                [(SAME_OUTLET if a == b else OTHER_OUTLET) if a and b else 0.0 for b in theirs]
                for a in ours
            ]
        ).reshape(len(ours), len(theirs))

    def _match_turns(self, matches: list[Match]) -> tuple[TurnPair, ...]:
        """Pair turns within paired exchanges, those outside of any, and last what is left."""
        pairs: list[TurnPair] = []
        for match in matches:
            ours = [turn for number in match.left for turn in self.exchanges[0][number]]
            theirs = [turn for number in match.right for turn in self.exchanges[1][number]]
            found = in_order(self._alike(ours, theirs), LEAST_TURN, rivals=self.worded)
            found += self._only_ones(ours, theirs, found)
            pairs += self._pairs(found, ours, theirs)
        outside = [
            [place for place, t in enumerate(turns) if not t.exchange] for turns in self.turns
        ]
        if all(outside):
            found = in_order(self._alike(*outside), LEAST_EXCHANGE, rivals=self.worded)
            pairs += self._pairs(found, *outside)
        # An answer whose question stands on another page is in no exchange of its own document.
        ours = sorted(set(range(len(self.turns[0]))) - {pair.left for pair in pairs})
        theirs = sorted(set(range(len(self.turns[1]))) - {pair.right for pair in pairs})
        if ours and theirs:
            found = out_of_order(self._alike(ours, theirs), [], LEAST_OUT_OF_ORDER)
            pairs += self._pairs(found, ours, theirs)
        return tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right)))

    def _alike(self, ours: list[int], theirs: list[int]) -> Likeness:
        kinds = np.array(
            [
                [
                    SAME_KIND if self.turns[0][i].kind is self.turns[1][j].kind else OTHER_KIND
                    for j in theirs
                ]
                for i in ours
            ]
        ).reshape(len(ours), len(theirs))
        parts = _rows(self.single_turns[0], ours), _rows(self.single_turns[1], theirs)
        phrases = self.phrases.of([[place] for place in ours], [[place] for place in theirs])
        return likeness(*parts, phrases, kinds)

    def _only_ones(self, ours: list[int], theirs: list[int], found: list[Match]) -> list[Match]:
        """Pair the one question, or the one answer, that either side of an exchange has left."""
        left = [i for i in range(len(ours)) if not any(i in match.left for match in found)]
        right = [j for j in range(len(theirs)) if not any(j in match.right for match in found)]
        more = []
        for kind in {self.turns[0][ours[i]].kind for i in left}:
            of_left = [i for i in left if self.turns[0][ours[i]].kind is kind]
            of_right = [j for j in right if self.turns[1][theirs[j]].kind is kind]
            if len(of_left) == len(of_right) == 1:
                more.append(Match((of_left[0],), (of_right[0],), BY_ORDER))
        return more

    def _pairs(self, found: list[Match], ours: list[int], theirs: list[int]) -> list[TurnPair]:
        return [
            TurnPair(ours[i], theirs[j], match.score, self._paragraph_pairs(ours[i], theirs[j]))
            for match in found
            for i in match.left
            for j in match.right
        ]

    def _paragraph_pairs(self, left: int, right: int) -> tuple[ParagraphPair, ...]:
        """Return the paragraph pairs of two turns, in order."""
        ours = list(range(self.starts[0][left], self.starts[0][left + 1]))
        theirs = list(range(self.starts[1][right], self.starts[1][right + 1]))
        alike = likeness(_rows(self.paragraphs[0], ours), _rows(self.paragraphs[1], theirs))
        if len(ours) == len(theirs) == 1:  # the turns vouch for their only paragraphs
            return (ParagraphPair((0,), (0,), min(float(alike.score[0, 0]), 1.0)),)
        return tuple(
            ParagraphPair(match.left, match.right, match.score)
            for match in in_order(alike, LEAST_PARAGRAPH)
        )


def _exchanges(profile: Profile) -> Groups:
    """Return the turns of each exchange, in order of their numbers from 1."""
    numbers = [turn.exchange for turn in profile.transcript.turns if turn.exchange]
    found: Groups = [[] for _ in range(max(numbers, default=0))]
    for place, turn in enumerate(profile.transcript.turns):
        if turn.exchange:
            found[turn.exchange - 1].append(place)
    return found


def _rows(parts: Parts, places: Sequence[int]) -> Parts:
    return Parts(parts.rows[places], parts.squares[places])


def _between(matches: list[Match], bonus: Matrix) -> list[Match]:
    """Pair what stands unmatched between two neighbouring matches, as many on either side."""
    rows, columns = bonus.shape
    taken_left = {i for match in matches for i in match.left}
    taken_right = {j for match in matches for j in match.right}
    ends = sorted((match.left[-1], match.right[-1]) for match in matches)
    found = []
    for (i, j), (k, m) in zip([(-1, -1), *ends], [*ends, (rows, columns)], strict=True):
        free_left = [x for x in range(i + 1, k) if x not in taken_left]
        free_right = [x for x in range(j + 1, m) if x not in taken_right]
        if matches and len(free_left) == len(free_right):
            found += [
                Match((x,), (y,), BY_ORDER)
                for x, y in zip(free_left, free_right, strict=True)
                if bonus[x, y] >= 0
            ]
    return found


def _with_gaps(matches: list[Match], rows: int, columns: int) -> tuple[ExchangePair, ...]:
    """Return the matches as exchange numbers, with each unmatched exchange in its place."""
    taken_left = {i for match in matches for i in match.left}
    taken_right = {j for match in matches for j in match.right}
    left_out = [j for j in range(columns) if j not in taken_right]
    by_left = {match.left[0]: match for match in matches}
    pairs: list[ExchangePair] = []
    for i in range(rows):
        match = by_left.get(i)
        if match is None:
            if i not in taken_left:
                pairs.append(ExchangePair((i + 1,), (), 0.0))
            continue
        while left_out and left_out[0] < match.right[0]:
            pairs.append(ExchangePair((), (left_out.pop(0) + 1,), 0.0))
        left, right = tuple(x + 1 for x in match.left), tuple(y + 1 for y in match.right)
        pairs.append(ExchangePair(left, right, match.score))
    pairs += [ExchangePair((), (j + 1,), 0.0) for j in left_out]
    return tuple(pairs)
