"""Answers given twice in one briefing: which turn an answer repeats."""

from collections.abc import Iterable
from itertools import pairwise
from zlib import crc32

from rapidfuzz.distance import Indel

from briefings.search.tokens import words

# Short answers are alike without being given twice: in the White House's 365 briefings of 2021 the
# 1,154 answers in the very words of an earlier one have at most four ("Go ahead, go ahead").
FEWEST_WORDS = 12
# Indel similarity of the two sequences of words: one word in ten changed, added or left out. A
# choice, not a measurement: that corpus has no longer answer given twice.
ALIKE = 0.9
# Two texts that alike share most of their word pairs, so their four lowest pair hashes meet.
_SKETCH = 4


def repeats(answers: Iterable[tuple[int, str]]) -> dict[int, int]:
    """Return, for each answer that repeats an earlier one, the earlier one's id.

    ``answers`` are (id, text) of one briefing in order. Only answers that share one of their four
    lowest hashes of word pairs are compared in full.
    """
    found: dict[int, int] = {}
    sketches: dict[int, list[int]] = {}
    kept: dict[int, list[str]] = {}
    for turn, text in answers:
        tokens = words(text)
        if len(tokens) < FEWEST_WORDS:
            continue
        pairs = {crc32(f"{a} {b}".encode()) for a, b in pairwise(tokens)}
        sketch = sorted(pairs)[:_SKETCH]
        for other in sorted({other for key in sketch for other in sketches.get(key, ())}):
            if Indel.normalized_similarity(kept[other], tokens, score_cutoff=ALIKE) >= ALIKE:
                found[turn] = other
                break
        else:
            kept[turn] = tokens
            for key in sketch:
                sketches.setdefault(key, []).append(turn)
    return found
