"""Two transcripts of one briefing side by side: exchanges, then their turns, then paragraphs."""

from collections.abc import Sequence

import numpy as np

from briefings.transcripts.relations.order import Match, in_order, out_of_order
from briefings.transcripts.relations.profile import Profile
from briefings.transcripts.relations.types import (
    Alignment,
    ExchangePair,
    ParagraphPair,
    TurnPair,
)
from briefings.transcripts.relations.vectors import (
    Matrix,
    Parts,
    Terms,
    group,
    terms_of,
    vectors,
)
from briefings.transcripts.types import Turn

# Exchanges of two translations of a seed meet at 0.41–0.67 and others at most at 0.16.
LEAST_EXCHANGE = 0.12
# Turns and paragraphs are shorter, so their cosines scatter more; their exchange vouches for them.
LEAST_TURN = 0.06
LEAST_PARAGRAPH = 0.06
# Out of order, where nothing but the words vouches for a pair.
LEAST_OUT_OF_ORDER = 0.45
SAME_OUTLET = 0.15
OTHER_OUTLET = -0.15
# The score of exchanges that only their place between two aligned ones pairs.
BY_ORDER = 0.05


def align(left: Profile, right: Profile) -> Alignment:
    """Pair the exchanges, turns and paragraphs of two transcripts of one briefing."""
    words = left.in_han == right.in_han
    terms = terms_of(left, words=words), terms_of(right, words=words)
    exchanges = _exchanges(left), _exchanges(right)
    matches = _match_exchanges(left, right, terms, exchanges)
    turns = _match_turns(left, right, terms, exchanges, matches)
    pairs = _with_gaps(matches, len(exchanges[0]), len(exchanges[1]))
    scores = [match.score for match in matches] or [pair.score for pair in turns]
    return Alignment(pairs, turns, sum(scores) / len(scores) if scores else 0.0)


def _exchanges(profile: Profile) -> list[list[int]]:
    """Return the turns of each exchange, in order of their numbers from 1."""
    numbers = [turn.exchange for turn in profile.transcript.turns if turn.exchange]
    found: list[list[int]] = [[] for _ in range(max(numbers, default=0))]
    for place, turn in enumerate(profile.transcript.turns):
        if turn.exchange:
            found[turn.exchange - 1].append(place)
    return found


def _match_exchanges(
    left: Profile,
    right: Profile,
    terms: tuple[Terms, Terms],
    exchanges: tuple[list[list[int]], list[list[int]]],
) -> list[Match]:
    parts = _parts(left, right, terms, *exchanges)
    bonus = _outlets_agree(left, right, exchanges)
    matches = in_order(*parts, LEAST_EXCHANGE, bonus)
    matches += out_of_order(*parts, matches, LEAST_OUT_OF_ORDER, bonus)
    matches += _between(matches, bonus)
    return sorted(matches, key=lambda match: match.left)


def _parts(
    left: Profile,
    right: Profile,
    terms: tuple[Terms, Terms],
    left_turns: Sequence[Sequence[int]],
    right_turns: Sequence[Sequence[int]],
) -> tuple[Parts, Parts]:
    return vectors(
        terms[0],
        group(left.passages, left_turns),
        terms[1],
        group(right.passages, right_turns),
    )


def _outlets_agree(
    left: Profile, right: Profile, exchanges: tuple[list[list[int]], list[list[int]]]
) -> Matrix:
    """Return what the outlets that ask say for and against each pair of exchanges."""

    def outlets(profile: Profile, groups: list[list[int]]) -> list[str | None]:
        turns = profile.transcript.turns
        return [next((turns[t].outlet for t in g if turns[t].outlet), None) for g in groups]

    ours, theirs = outlets(left, exchanges[0]), outlets(right, exchanges[1])
    bonus = np.zeros((len(ours), len(theirs)))
    for i, own in enumerate(ours):
        for j, other in enumerate(theirs):
            if own and other:
                bonus[i, j] = SAME_OUTLET if own == other else OTHER_OUTLET
    return bonus


def _between(matches: list[Match], bonus: Matrix) -> list[Match]:
    """Pair what stands unmatched between two neighbouring matches, as many on either side."""
    rows, columns = bonus.shape
    taken_left = {i for match in matches for i in match.left}
    taken_right = {j for match in matches for j in match.right}
    ends = sorted((m.left[-1], m.right[-1]) for m in matches)
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
    reached = -1
    for i in range(rows):
        match = by_left.get(i)
        if match is None:
            if i not in taken_left:
                pairs.append(ExchangePair((i + 1,), (), 0.0))
            continue
        while left_out and left_out[0] < match.right[0]:
            pairs.append(ExchangePair((), (left_out.pop(0) + 1,), 0.0))
        reached = max(reached, match.right[-1])
        pairs.append(
            ExchangePair(
                tuple(x + 1 for x in match.left), tuple(y + 1 for y in match.right), match.score
            )
        )
    pairs += [ExchangePair((), (j + 1,), 0.0) for j in left_out]
    return tuple(pairs)


def _match_turns(
    left: Profile,
    right: Profile,
    terms: tuple[Terms, Terms],
    exchanges: tuple[list[list[int]], list[list[int]]],
    matches: list[Match],
) -> tuple[TurnPair, ...]:
    turns = left.transcript.turns, right.transcript.turns
    singles = (
        [[place] for place in range(len(turns[0]))],
        [[place] for place in range(len(turns[1]))],
    )
    parts = _parts(left, right, terms, *singles)
    blocks = [
        (
            [t for x in match.left for t in exchanges[0][x]],
            [t for y in match.right for t in exchanges[1][y]],
        )
        for match in matches
    ]
    blocks.append(
        (
            [place for place, turn in enumerate(turns[0]) if not turn.exchange],
            [place for place, turn in enumerate(turns[1]) if not turn.exchange],
        )
    )
    paragraphs = _Paragraphs(left, right, terms)
    pairs: list[TurnPair] = []
    for number, (ours, theirs) in enumerate(blocks):
        kinds = _kinds_agree(turns[0], turns[1], ours, theirs)
        sub = _rows(parts[0], ours), _rows(parts[1], theirs)
        least = LEAST_TURN if number < len(matches) else LEAST_EXCHANGE
        found = in_order(*sub, least, kinds)
        found += _only_ones(turns, ours, theirs, found) if number < len(matches) else []
        pairs += [
            TurnPair(ours[i], theirs[j], match.score, paragraphs.pair(ours[i], theirs[j]))
            for match in found
            for i in match.left
            for j in match.right
        ]
    return tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right)))


def _rows(parts: Parts, places: list[int]) -> Parts:
    return Parts(parts.rows[places], parts.squares[places])


def _kinds_agree(
    ours: Sequence[Turn], theirs: Sequence[Turn], left: list[int], right: list[int]
) -> Matrix:
    """Return what the kinds of turns say: a question is no answer, though it repeats its words."""
    return np.array(
        [[0.1 if ours[i].kind is theirs[j].kind else -0.3 for j in right] for i in left]
    ).reshape(len(left), len(right))


def _only_ones(
    turns: tuple[tuple[Turn, ...], tuple[Turn, ...]],
    ours: list[int],
    theirs: list[int],
    found: list[Match],
) -> list[Match]:
    """Pair the one question, or the one answer, that either side of an exchange has left."""
    taken_left = {i for match in found for i in match.left}
    taken_right = {j for match in found for j in match.right}
    more = []
    for kind in {turns[0][place].kind for place in ours}:
        left = [i for i, t in enumerate(ours) if turns[0][t].kind is kind and i not in taken_left]
        right = [
            j for j, t in enumerate(theirs) if turns[1][t].kind is kind and j not in taken_right
        ]
        if len(left) == len(right) == 1:
            more.append(Match((left[0],), (right[0],), BY_ORDER))
    return more


class _Paragraphs:
    """The paragraphs of both sides as vectors, to pair those of two turns."""

    def __init__(self, left: Profile, right: Profile, terms: tuple[Terms, Terms]) -> None:
        self.parts = vectors(
            terms[0], np.arange(len(left.passages)), terms[1], np.arange(len(right.passages))
        )
        self.starts = self._starts(left), self._starts(right)

    @staticmethod
    def _starts(profile: Profile) -> list[int]:
        counts = [len(turn.paragraphs) for turn in profile.transcript.turns]
        return [0, *np.cumsum(counts).tolist()]

    def pair(self, left: int, right: int) -> tuple[ParagraphPair, ...]:
        """Return the paragraph pairs of two turns, in order."""
        ours = list(range(self.starts[0][left], self.starts[0][left + 1]))
        theirs = list(range(self.starts[1][right], self.starts[1][right + 1]))
        if len(ours) == len(theirs) == 1:
            score = float(
                (_rows(self.parts[0], ours).rows @ _rows(self.parts[1], theirs).rows.T)[0, 0]
            )
            norm = float(np.sqrt(self.parts[0].squares[ours[0]] * self.parts[1].squares[theirs[0]]))
            return (ParagraphPair((0,), (0,), score / norm if norm else 0.0),)
        found = in_order(_rows(self.parts[0], ours), _rows(self.parts[1], theirs), LEAST_PARAGRAPH)
        return tuple(ParagraphPair(match.left, match.right, match.score) for match in found)
