"""Two sequences side by side in order: gaps on either side, one against two where one was split.

Dynamic programming after Gale & Church (1993), with cosines in place of lengths.
"""

from dataclasses import dataclass

import numpy as np

from briefings.transcripts.relations.vectors import Matrix, Parts, cosines, split_cosines

# Two against one must beat the better single pair by this, or every neighbour would be drawn in.
SPLIT_GAIN = 0.06


@dataclass(frozen=True, slots=True)
class Match:
    """Places on the left and on the right that belong together."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float


def in_order(left: Parts, right: Parts, least: float, bonus: Matrix | None = None) -> list[Match]:
    """Return the best matches in order; those below ``least`` are gaps instead.

    ``bonus`` is added to the cosines of single pairs (agreeing outlets for, conflicting against).
    """
    if not len(left) or not len(right):
        return []
    single = cosines(left, right)
    if bonus is not None:
        single = np.clip(single + bonus, 0.0, 1.0)
    rows, columns = single.shape
    one_two = split_cosines(left, right) if columns > 1 else np.zeros((rows, 0))
    two_one = split_cosines(right, left).T if rows > 1 else np.zeros((0, columns))
    # What a match is worth over leaving both sides as gaps.
    worth = (single - least).tolist()
    wide = (one_two - np.maximum(single[:, :-1], single[:, 1:]) - SPLIT_GAIN > 0) & (
        one_two > least
    )
    tall = (two_one - np.maximum(single[:-1], single[1:]) - SPLIT_GAIN > 0) & (two_one > least)
    wide_worth = np.where(wide, 2 * (one_two - least), -1.0).tolist()
    tall_worth = np.where(tall, 2 * (two_one - least), -1.0).tolist()

    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    step = [bytearray(columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        above, here, steps = best[i - 1], best[i], step[i]
        worth_row, wide_row = worth[i - 1], wide_worth[i - 1]
        tall_row = tall_worth[i - 2] if i > 1 else None
        for j in range(1, columns + 1):
            value, kind = above[j], 1
            if here[j - 1] > value:
                value, kind = here[j - 1], 2
            gain = worth_row[j - 1]
            if gain > 0 and above[j - 1] + gain > value:
                value, kind = above[j - 1] + gain, 3
            if j > 1 and wide_row[j - 2] > 0 and above[j - 2] + wide_row[j - 2] > value:
                value, kind = above[j - 2] + wide_row[j - 2], 4
            if tall_row is not None and tall_row[j - 1] > 0:
                joined = best[i - 2][j - 1] + tall_row[j - 1]
                if joined > value:
                    value, kind = joined, 5
            here[j], steps[j] = value, kind
    matches = []
    i, j = rows, columns
    while i and j:
        kind = step[i][j]
        if kind == 1:
            i -= 1
        elif kind == 2:
            j -= 1
        elif kind == 3:
            i, j = i - 1, j - 1
            matches.append(Match((i,), (j,), float(single[i, j])))
        elif kind == 4:
            i, j = i - 1, j - 2
            matches.append(Match((i,), (j, j + 1), float(one_two[i, j])))
        else:
            i, j = i - 2, j - 1
            matches.append(Match((i, i + 1), (j,), float(two_one[i, j])))
    matches.reverse()
    return matches


def out_of_order(
    left: Parts, right: Parts, matches: list[Match], least: float, bonus: Matrix | None = None
) -> list[Match]:
    """Return further pairs among the places that ``matches`` leaves over, best first."""
    free_left = sorted(set(range(len(left))) - {i for match in matches for i in match.left})
    free_right = sorted(set(range(len(right))) - {j for match in matches for j in match.right})
    if not free_left or not free_right:
        return []
    scores = cosines(left, right)
    if bonus is not None:
        scores = np.clip(scores + bonus, 0.0, 1.0)
    scores = scores[np.ix_(free_left, free_right)]
    found = []
    while scores.size:
        i, j = np.unravel_index(int(scores.argmax()), scores.shape)
        score = float(scores[i, j])
        if score < least:
            break
        found.append(Match((free_left[i],), (free_right[j],), score))
        scores[i, :] = scores[:, j] = -1.0
    return found
