"""Cited places lead to the same words after a document is read anew.

A place is a turn's key and a paragraph of it. Where the new reading groups the same words
otherwise, a key stays on the turn that has its words in the same paragraphs; all else gets a
redirect. Pure: turns are sequences of paragraphs, and are named by their place in the transcript
from 0, paragraphs from 1 as in addresses.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

Place = tuple[int, int]  # turn from 0, paragraph from 1
Turns = Sequence[Sequence[str]]  # the paragraphs of each turn

# A paragraph that was re-wrapped or split shares nearly all of its words in order with where they
# went; two unlike paragraphs of one briefing share a third of theirs ("the", "of", "industry").
SAME_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Carried:
    """Where cited keys lead in the new reading.

    ``kept``: the new turn that goes on under a key. ``redirects``: (key, paragraph) to a place,
    where paragraph 0 is the turn as a whole.
    """

    kept: Mapping[str, int]
    redirects: Mapping[tuple[str, int], Place]

    def place_of(self, key: str) -> int:
        """Return the new turn that a key leads to."""
        return self.kept[key] if key in self.kept else self.redirects[key, 0][0]


def carry(
    keys: Sequence[str], old: Turns, new: Turns, redirects: Mapping[tuple[str, int], Place]
) -> Carried:
    """Return where every key leads; ``keys`` are those of ``old``, ``redirects`` lead into ``old``.

    No key is left behind as long as ``new`` has a turn.
    """
    moved = _where_paragraphs_went(old, new)
    cited: dict[str, dict[int, Place]] = {}
    for (key, paragraph), (turn, to) in redirects.items():
        cited.setdefault(key, {})[paragraph] = moved[turn, max(to, 1)]
    live = set()
    for turn, key in enumerate(keys):
        live.add(key)
        places = cited.setdefault(key, {})
        places.update({n: moved[turn, n] for n in range(1, len(old[turn]) + 1)})
        places[0] = _most(old[turn], [places[n] for n in range(1, len(old[turn]) + 1)])
    kept: dict[str, int] = {}
    for key in keys:
        # A turn that was cut in two goes on in the part that opens it when its paragraphs count on.
        for turn in (cited[key][0][0], cited[key][1][0]):
            if turn not in kept.values() and _may_keep(cited[key], turn, len(new[turn])):
                kept[key] = turn
                break
    left = {
        (key, n): place
        for key, places in cited.items()
        for n, place in places.items()
        if key not in kept or (n > 0 and place != (kept[key], n))
    }
    return Carried(kept, left)


def _may_keep(places: Mapping[int, Place], turn: int, length: int) -> bool:
    """Return whether all the cited paragraphs that ``turn`` numbers alike hold the cited words."""
    numbered_alike = [(n, place) for n, place in places.items() if 1 <= n <= length]
    return bool(numbered_alike) and all(place == (turn, n) for n, place in numbered_alike)


def _most(paragraphs: Sequence[str], places: Sequence[Place]) -> Place:
    """Return the place of the new turn that got most of the words, at the first of them."""
    words: Counter[int] = Counter()
    for paragraph, (turn, _) in zip(paragraphs, places, strict=True):
        words[turn] += len(paragraph)
    best = max(words, key=lambda turn: (words[turn], -turn))
    return min(place for place in places if place[0] == best)


def _where_paragraphs_went(old: Turns, new: Turns) -> dict[Place, Place]:
    """Return the new place of each old paragraph: where most of its words are, else next to it."""
    before = [(turn, n, p) for turn, ps in enumerate(old) for n, p in enumerate(ps, 1)]
    after = [(turn, n, p) for turn, ps in enumerate(new) for n, p in enumerate(ps, 1)]
    went: dict[Place, Place] = {}
    for block in LCSseq.opcodes([_words(p) for *_, p in before], [_words(p) for *_, p in after]):
        left = before[block.src_start : block.src_end]
        right = after[block.dest_start : block.dest_end]
        if block.tag == "equal":
            went.update({a[:2]: b[:2] for a, b in zip(left, right, strict=True)})
        elif left and right:
            went.update(_by_words(left, right))
    taken = set(went.values())
    elsewhere = {_words(p): (turn, n) for turn, n, p in after if (turn, n) not in taken}
    last = after[0][:2]
    for turn, n, paragraph in before:
        place = went.get((turn, n)) or elsewhere.get(_words(paragraph)) or last
        went[turn, n] = last = place
    return went


def _by_words(
    left: Sequence[tuple[int, int, str]], right: Sequence[tuple[int, int, str]]
) -> dict[Place, Place]:
    """Return where paragraphs went whose words were cut or joined otherwise, word by word."""
    old_words = [(word, row[:2]) for row in left for word in _words(row[2])]
    new_words = [(word, row[:2]) for row in right for word in _words(row[2])]
    votes: dict[Place, Counter[Place]] = {}
    for block in LCSseq.opcodes([w for w, _ in old_words], [w for w, _ in new_words]):
        if block.tag == "equal":
            pairs = zip(
                old_words[block.src_start : block.src_end],
                new_words[block.dest_start : block.dest_end],
                strict=True,
            )
            for (_, source), (_, target) in pairs:
                votes.setdefault(source, Counter())[target] += 1
    went: dict[Place, Place] = {}
    for turn, n, paragraph in left:
        targets = votes.get((turn, n), Counter())
        if targets.total() >= SAME_WORDS * len(_words(paragraph)):
            # The words may be spread over several paragraphs; the first large part opens them.
            most = max(targets.values())
            went[turn, n] = min(place for place, count in targets.items() if 2 * count >= most)
    return went


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a paragraph; a text without spaces is taken character by character."""
    words = tuple(text.split())
    return words if len(words) > 1 or len(text) < 20 else tuple(text)
