"""Answers given twice in one briefing: which turn an answer repeats."""

from collections.abc import Iterable
from itertools import pairwise
from zlib import crc32

from rapidfuzz.distance import Indel

from briefings.search.tokens import words

# Short answers are alike without being given twice ("I have nothing on that"); a dozen words are
# the length from which two equal answers in one of 365 White House briefings were a repetition.
FEWEST_WORDS = 12
# Indel similarity of the two sequences of words: one word in ten changed, added or left out.
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
