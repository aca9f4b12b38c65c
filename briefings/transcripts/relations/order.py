"""Two sequences side by side in order: gaps on either side, one against two where one was split.

Dynamic programming after Gale & Church (1993), with cosines in place of lengths.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from briefings.transcripts.relations.phrases import Phrases
from briefings.transcripts.relations.vectors import Matrix, Parts, cosines, split_cosines

# Two against one must beat the better single pair by this, or every neighbour would be drawn in.
SPLIT_GAIN = 0.06
# A pair worth less than this part of what either side is worth with another is no pair. Between
# translations of a seed others reach a third of the right partner at most.
RIVAL = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """Places on the left and on the right that belong together."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float


@dataclass(frozen=True, eq=False)
class Likeness:
    """How alike each part on the left is to each on the right, and what pairing them is worth.

    ``score`` is the cosine; ``worth`` adds what else speaks for a pair or against it. The joined
    ones stand for one part against two neighbours: row i, columns j and j + 1 (``wide``), or rows i
    and i + 1, column j (``tall``).
    """

    score: Matrix
    worth: Matrix
    wide_score: Matrix
    wide_worth: Matrix
    tall_score: Matrix
    tall_worth: Matrix


def likeness(
    left: Parts, right: Parts, phrases: Phrases | None = None, bonus: Matrix | None = None
) -> Likeness:
    """Compare every part on the left with every one, and every two neighbours, on the right.

    ``phrases`` are those the parts share word for word; ``bonus`` is added to single pairs
    (agreeing outlets speak for a pair, conflicting ones against it).
    """
    score = cosines(left, right)
    wide = split_cosines(left, right)
    tall = split_cosines(right, left).T
    if phrases is None:
        return Likeness(score, score if bonus is None else score + bonus, wide, wide, tall, tall)
    worth = score + phrases.shares()
    return Likeness(
        score,
        worth if bonus is None else worth + bonus,
        wide,
        wide + phrases.joined(),
        tall,
        tall + phrases.turned().joined().T,
    )


def in_order(alike: Likeness, least: float, *, rivals: bool = False) -> list[Match]:
    """Return the best matches in order; pairs worth less than ``least`` are gaps instead.

    ``rivals`` says that a pair of which either side has a far better partner somewhere else is a
    gap too: where words are compared it may have changed its place; where figures alone are, the
    few that strangers share weigh too much for that.
    """
    rows, columns = alike.worth.shape
    if not rows or not columns:
        return []
    worth = ((_without_rivals(alike.worth) if rivals else alike.worth) - least).tolist()
    wide_worth = _joined_worth(
        alike.wide_worth, alike.worth[:, :-1], alike.worth[:, 1:], least
    ).tolist()
    tall_worth = _joined_worth(alike.tall_worth, alike.worth[:-1], alike.worth[1:], least).tolist()

    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    steps = [bytearray(columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        above, here, taken = best[i - 1], best[i], steps[i]
        worth_row, wide_row = worth[i - 1], wide_worth[i - 1]
        tall_row = tall_worth[i - 2] if i > 1 else None
        for j in range(1, columns + 1):
            value, step = above[j], _GAP_LEFT
            if here[j - 1] > value:
                value, step = here[j - 1], _GAP_RIGHT
            gain = worth_row[j - 1]
            if gain > 0 and above[j - 1] + gain > value:
                value, step = above[j - 1] + gain, _ONE
            if j > 1 and wide_row[j - 2] > 0 and above[j - 2] + wide_row[j - 2] > value:
                value, step = above[j - 2] + wide_row[j - 2], _WIDE
            if tall_row is not None and tall_row[j - 1] > 0:
                joined = best[i - 2][j - 1] + tall_row[j - 1]
                if joined > value:
                    value, step = joined, _TALL
            here[j], taken[j] = value, step
    return _walk_back(alike, steps)


# The steps of the programme: a part without a partner, a pair, one against two, two against one.
_GAP_LEFT, _GAP_RIGHT, _ONE, _WIDE, _TALL = range(5)


def _walk_back(alike: Likeness, steps: Sequence[bytearray]) -> list[Match]:
    """Return the matches that the best steps lead through, in order."""
    matches = []
    i, j = alike.worth.shape
    while i and j:
        step = steps[i][j]
        if step == _GAP_LEFT:
            i -= 1
        elif step == _GAP_RIGHT:
            j -= 1
        elif step == _ONE:
            i, j = i - 1, j - 1
            matches.append(Match((i,), (j,), _score(alike.score, i, j)))
        elif step == _WIDE:
            i, j = i - 1, j - 2
            matches.append(Match((i,), (j, j + 1), _score(alike.wide_score, i, j)))
        else:
            i, j = i - 2, j - 1
            matches.append(Match((i, i + 1), (j,), _score(alike.tall_score, i, j)))
    matches.reverse()
    return matches


def _without_rivals(worth: Matrix) -> Matrix:
    """Take away the pairs of which either side has a far better partner somewhere else.

    An exchange that stands at another place on the other side would be paired with whatever stands
    in its own.
    """
    best = np.maximum(worth.max(axis=1)[:, None], worth.max(axis=0)[None, :])
    return np.where(worth < RIVAL * best, -1.0, worth)


def _joined_worth(joined: Matrix, first: Matrix, second: Matrix, least: float) -> Matrix:
    """Return what one against two is worth; -1 where it is no better than one against one."""
    gains = (joined > np.maximum(first, second) + SPLIT_GAIN) & (joined > least)
    return np.where(gains, 2 * (joined - least), -1.0)


def _score(scores: Matrix, i: int, j: int) -> float:
    return float(min(scores[i, j], 1.0))


def out_of_order(alike: Likeness, matches: list[Match], least: float) -> list[Match]:
    """Return further pairs among the places that ``matches`` leaves over, best first."""
    rows, columns = alike.worth.shape
    free_left = sorted(set(range(rows)) - {i for match in matches for i in match.left})
    free_right = sorted(set(range(columns)) - {j for match in matches for j in match.right})
    if not free_left or not free_right:
        return []
    worth = alike.worth[np.ix_(free_left, free_right)]
    found: list[Match] = []
    while True:
        i, j = (int(place) for place in np.unravel_index(int(worth.argmax()), worth.shape))
        if worth[i, j] < least:
            return found
        place = free_left[i], free_right[j]
        found.append(Match((place[0],), (place[1],), _score(alike.score, *place)))
        worth[i, :] = worth[:, j] = -1.0
