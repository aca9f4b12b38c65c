"""The column executor: a question answered by array operations on a snapshot of the index.

Counts are ``bincount``, repeated answers are collapsed among the few that are repeated, and only a
page's worth of hits is ever sorted.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from briefings.search.backends.masks import Masks, Matches
from briefings.search.backends.postings import Ints
from briefings.search.backends.snapshot import Mask
from briefings.search.engine import Answer, Found, Question
from briefings.search.tree import Column
from briefings.search.types import Sort

_TIER = 1e6  # what keeps the hits by own words ahead
# Sort keys of documents: the main one, then the tie-breaker.
_Keys = tuple[NDArray[np.float64] | Ints, Ints]
_Order = Callable[[NDArray[np.intp]], _Keys]


@dataclass(frozen=True, slots=True)
class Hits:
    """Documents found, with what orders them; ``also`` maps a document to those it stands for."""

    documents: NDArray[np.intp]
    also: dict[int, list[int]] = field(default_factory=dict)


class Executor(Masks):
    """Answers one question from one snapshot; ``own`` leaves the questions' words out."""

    def answer(self, question: Question) -> Answer:
        """Answer a question."""
        matches = self.match(question.tree)
        listed, chosen = self._filters(question, matches.mask)

        def without(left_out: Column | None) -> NDArray[np.intp]:
            masks = [mask for column, mask in chosen.items() if column is not left_out]
            return np.flatnonzero(reduce(np.logical_and, masks, listed))

        documents = without(None)
        counts = {
            column: self._counts(column, without(column) if column in chosen else documents)
            for column in question.counted
        }
        order = self._order(question.sort, matches)
        hits = self._collapsed(documents, order)
        page = _first(hits.documents, order, question.stop)[question.start :]
        turns = self._snapshot.numbers["turn"]
        found = tuple(
            Found(
                turn_id=int(turns[document]),
                score=float(matches.scores[document]),
                also=tuple(int(turns[other]) for other in hits.also.get(document, ())),
            )
            for document in page.tolist()
        )
        return Answer(total=len(hits.documents), found=found, counts=counts)

    def _filters(self, question: Question, mask: Mask) -> tuple[Mask, dict[Column, Mask]]:
        """Return the live documents of a mask within the days, and each chosen column's mask."""
        listed = mask & self._snapshot.live
        if question.after is not None or question.before is not None:
            listed &= self._days(question.after, question.before)
        chosen = {
            column: self._having(column.value, values)
            for column, values in question.selected.items()
            if values
        }
        return listed, chosen

    def words_spoken(self, question: Question, column: Column) -> dict[int | str, int]:
        """Return the words of all turns that the question leaves, by the column's values."""
        listed, chosen = self._filters(question, self.match(question.tree).mask)
        documents = np.flatnonzero(reduce(np.logical_and, chosen.values(), listed))
        coded = self._snapshot.coded[column.value]
        words_of = self._snapshot.numbers["words"][documents]
        sums = np.bincount(coded.codes[documents], weights=words_of, minlength=len(coded.values))
        return {
            value: int(number)
            for value, number in zip(coded.values, sums.tolist(), strict=True)
            if value and number
        }

    def _order(self, sort: Sort, matches: Matches) -> _Order:
        """Return what gives documents their sort keys: the main one, then the tie-breaker."""
        snapshot = self._snapshot
        if sort is Sort.OLDEST:
            return lambda documents: (snapshot.oldest[documents], snapshot.oldest[documents])
        if sort is Sort.NEWEST:
            return lambda documents: (snapshot.newest[documents], snapshot.newest[documents])

        def relevance(documents: NDArray[np.intp]) -> _Keys:
            # The own words' hits come first whatever the score: no score reaches _TIER, and
            # a 64-bit float holds a 32-bit one beside it.
            score = matches.scores[documents].astype(np.float64)
            score += np.where(matches.alone[documents], _TIER, 0.0)
            return -score, snapshot.newest[documents]

        return relevance

    def _collapsed(self, documents: NDArray[np.intp], order: _Order) -> Hits:
        """Leave the first of each group in; only the few documents that share one are sorted."""
        shared = documents[self._snapshot.repeated[documents]]
        if not len(shared):
            return Hits(documents)
        key, tie = order(shared)
        shared = shared[np.lexsort((tie, key))]
        first: dict[int, int] = {}
        also: dict[int, list[int]] = {}
        for document, group in zip(
            shared.tolist(), self._snapshot.numbers["group"][shared].tolist(), strict=True
        ):
            if group in first:
                also.setdefault(first[group], []).append(document)
            else:
                first[group] = document
        left_out = np.array([d for others in also.values() for d in others], np.intp)
        return Hits(np.setdiff1d(documents, left_out, assume_unique=True), also)

    def _counts(self, column: Column, documents: NDArray[np.intp]) -> dict[int | str, int]:
        """Count the groups of the documents that have each value of a column; unknown ones not."""
        coded = self._snapshot.coded[column.value]
        codes = coded.codes[documents]
        counts = np.bincount(codes, minlength=len(coded.values))
        shared = documents[self._snapshot.repeated[documents]]
        if len(shared):
            pairs = np.stack((coded.codes[shared], self._snapshot.numbers["group"][shared]))
            once = np.unique(pairs, axis=1)[0]
            size = len(coded.values)
            counts -= np.bincount(coded.codes[shared], minlength=size)
            counts += np.bincount(once, minlength=size)
        return {
            coded.values[code]: int(counts[code])
            for code in np.flatnonzero(counts).tolist()
            if coded.values[code]
        }


def _first(documents: NDArray[np.intp], order: _Order, stop: int | None) -> NDArray[np.intp]:
    """Return the first ``stop`` documents in order without sorting them all."""
    key, tie = order(documents)
    if stop is not None and stop < len(documents):
        last = np.partition(key, stop - 1)[stop - 1] if stop else key.min()
        before = np.flatnonzero(key < last)
        level = np.flatnonzero(key == last)
        wanted = stop - len(before)
        if wanted < len(level):
            level = level[np.argpartition(tie[level], wanted)[:wanted]] if wanted else level[:0]
        kept = np.concatenate((before, level))
        documents, key, tie = documents[kept], key[kept], tie[kept]
    return documents[np.lexsort((tie, key))]
