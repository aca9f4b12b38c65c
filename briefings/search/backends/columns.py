"""The column executor: a question answered by array operations on a snapshot of the index.

Counts are ``bincount``, repeated answers are collapsed among the few that are repeated, and only a
page's worth of hits is ever sorted.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefings.search.backends.matcher import Matcher
from briefings.search.backends.matches import Matches, Numbers
from briefings.search.backends.postings import Ints
from briefings.search.backends.snapshot import Mask
from briefings.search.backends.whoosh_columns import Coded
from briefings.search.engine import Answer, Found, Question
from briefings.search.tree import Column
from briefings.search.types import Sort

_TIER = 1e6  # what keeps the hits by own words ahead


class _Order(NamedTuple):
    """How matches are ordered: by a key of each, then by the rank of its document."""

    key: Callable[[Matches], NDArray[Any]]
    ranks: Ints

    def sorted(self, matches: Matches, key: NDArray[Any]) -> Matches:
        """Return a few matches in order; ``key`` has their keys."""
        return matches.only(np.lexsort((self.ranks[matches.documents], key)))


class Executor(Matcher):
    """Answers one question from one snapshot; ``own`` leaves the questions' words out."""

    def answer(self, question: Question) -> Answer:
        """Answer a question."""
        listed, chosen = self._listed(question)

        def without(left_out: Column | None) -> Matches:
            masks = [mask for column, mask in chosen.items() if column is not left_out]
            return listed.only(reduce(np.logical_and, masks)) if masks else listed

        found = without(None)
        repeated = self._repeated(found.documents)
        shared = [column for column in question.counted if column not in chosen]
        counts = self._counts(shared, found.documents, repeated)
        for column in chosen.keys() & question.counted:
            documents = without(column).documents
            counts |= self._counts([column], documents, self._repeated(documents))
        order = self._order(question.sort)
        hits, also = _collapsed(found, repeated, self._snapshot.numbers["group"], order)
        page = _first(hits, order, question.stop)
        turns = self._snapshot.numbers["turn"]
        return Answer(
            total=len(hits.documents),
            found=tuple(
                Found(
                    turn, score, tuple(turns[also[document]].tolist()) if document in also else ()
                )
                for document, turn, score in zip(
                    page.documents.tolist()[question.start :],
                    turns[page.documents].tolist()[question.start :],
                    page.scores.tolist()[question.start :],
                    strict=True,
                )
            ),
            counts=counts,
        )

    def words_spoken(self, question: Question, column: Column) -> dict[int | str, int]:
        """Return the words of all turns that the question leaves, by the column's values."""
        listed, chosen = self._listed(question)
        masks = list(chosen.values())
        documents = listed.documents[reduce(np.logical_and, masks)] if masks else listed.documents
        coded = self._snapshot.coded[column]
        words_of = self._snapshot.numbers["words"][documents]
        sums = np.bincount(coded.codes[documents], weights=words_of, minlength=len(coded.values))
        return {
            value: int(number)
            for value, number in zip(coded.values, sums.tolist(), strict=True)
            if value and number
        }

    def _listed(self, question: Question) -> tuple[Matches, dict[Column, Mask]]:
        """Return the matches within the days, and which of them each chosen column leaves."""
        listed = self.match(question.tree)
        if question.after is not None or question.before is not None:
            listed = listed.only(self._days(question.after, question.before, listed.documents))
        chosen = {
            column: self._having(column, values, listed.documents)
            for column, values in question.selected.items()
            if values
        }
        return listed, chosen

    def _repeated(self, documents: Numbers) -> Numbers:
        """Return those that share their group with another document of the snapshot."""
        return documents[self._snapshot.repeated[documents]]

    def _order(self, sort: Sort) -> _Order:
        """Return how matches are ordered."""
        newest = self._snapshot.newest
        if sort is Sort.RELEVANCE:
            # The own words' hits come first whatever the score: no score reaches _TIER, and
            # a 64-bit float holds a 32-bit one beside it.
            return _Order(lambda matches: matches.alone * -_TIER - matches.scores, newest)
        ranks = newest if sort is Sort.NEWEST else self._snapshot.oldest
        return _Order(lambda matches: ranks[matches.documents], ranks)

    def _counts(
        self, columns: Sequence[Column], documents: Numbers, repeated: Numbers
    ) -> dict[Column, dict[int | str, int]]:
        """Count the groups of the documents by each column's values; unknown values are not.

        ``repeated`` are those of the documents that may share their group.
        """
        profiles = self._snapshot.profiles
        some = number = None
        if len(documents) > profiles.number:
            of_all = np.bincount(profiles.codes[documents], minlength=profiles.number)
            some = np.flatnonzero(of_all)
            number = of_all[some]
        found = {}
        for column in columns:
            coded = self._snapshot.coded[column]
            size = len(coded.values)
            if some is not None and column in profiles.columns:
                counts = np.bincount(profiles.columns[column][some], number, size).astype(np.intp)
            else:
                counts = np.bincount(coded.codes[documents], minlength=size)
            if len(repeated):
                counts -= self._again(coded, repeated)
            found[column] = {
                value: count
                for value, count in zip(coded.values, counts.tolist(), strict=True)
                if count and value
            }
        return found

    def _again(self, coded: Coded, repeated: Numbers) -> NDArray[np.intp]:
        """Return, by value, how many documents only repeat another of their group that has it."""
        codes, groups = coded.codes[repeated], self._snapshot.numbers["group"][repeated]
        order = np.lexsort((groups, codes))
        codes, groups = codes[order], groups[order]
        again = (codes[1:] == codes[:-1]) & (groups[1:] == groups[:-1])
        return np.bincount(codes[1:][again], minlength=len(coded.values))


def _collapsed(
    matches: Matches, repeated: Numbers, groups: NDArray[np.int64], order: _Order
) -> tuple[Matches, dict[int, list[int]]]:
    """Leave the first of each group in; return also which documents it stands for.

    Only the few documents that may share a group are sorted.
    """
    also: dict[int, list[int]] = {}
    if not len(repeated):
        return matches, also
    shared = np.isin(matches.documents, repeated, assume_unique=True)
    few = matches.only(shared)
    first: dict[int, int] = {}
    left_out = []
    for document in order.sorted(few, order.key(few)).documents.tolist():
        group = int(groups[document])
        if group in first:
            also.setdefault(first[group], []).append(document)
            left_out.append(document)
        else:
            first[group] = document
    return matches.only(~np.isin(matches.documents, left_out, assume_unique=True)), also


def _first(matches: Matches, order: _Order, stop: int | None) -> Matches:
    """Return the first ``stop`` matches in order without sorting them all."""
    key = order.key(matches)
    if stop is not None and stop < len(key):
        last = np.partition(key, stop - 1)[stop - 1] if stop else key.min()
        before = np.flatnonzero(key < last)
        level = np.flatnonzero(key == last)
        wanted = stop - len(before)
        if wanted < len(level):
            ranks = order.ranks[matches.documents[level]]
            level = level[np.argpartition(ranks, wanted)[:wanted]] if wanted else level[:0]
        kept = np.concatenate((before, level))
        matches, key = matches.only(kept), key[kept]
    return order.sorted(matches, key)
