"""A query's nodes as the documents of a snapshot that match them, and how well.

A node becomes its documents in order, with their scores and with whether they match by their own
words. AND, OR and NOT are operations on such lists; filters are look-ups in columns.
"""

from datetime import date
from functools import reduce
from typing import TypeVar

import numpy as np

from briefings.search.backends.matches import Matches, Numbers, in_all, in_any, unscored
from briefings.search.backends.postings import Floats, Ints, Keys
from briefings.search.backends.snapshot import Mask, Snapshot, key_documents
from briefings.search.engine import QUESTION_WEIGHT
from briefings.search.matching import is_alike
from briefings.search.tokens import is_ideographic, pattern, stem, words
from briefings.search.tree import (
    And,
    Column,
    Days,
    Fuzzy,
    Having,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Text,
    Word,
)

# The own and the question's field for words in any form, and for words as written.
STEMS = ("text", "question")
EXACT = ("exact", "question_exact")
_NOTHING: Ints = np.empty(0, np.int32)
_Sorted = TypeVar("_Sorted", Ints, Keys)


class Matcher:
    """The matches of one snapshot; ``own`` leaves the text of answers' questions out."""

    def __init__(self, snapshot: Snapshot, own: bool = False) -> None:
        self._snapshot = snapshot
        self._own = own

    # Nodes to documents

    def match(self, node: Node) -> Matches:
        """Return the documents that match a node."""
        if isinstance(node, And):
            parts = list(map(self.match, node.parts)) or [unscored(self._snapshot.documents)]
            return in_all(parts, self._snapshot.size)
        if isinstance(node, Or):
            return in_any(list(map(self.match, node.parts)))
        if isinstance(node, Not):
            mask = self._snapshot.live.copy()
            mask[self.match(node.part).documents] = False
            return unscored(np.flatnonzero(mask))
        if isinstance(node, Having):
            everything = self._snapshot.documents
            return unscored(everything[self._having(node.column, node.values, everything)])
        if isinstance(node, Days):
            everything = self._snapshot.documents
            return unscored(everything[self._days(node.after, node.before, everything)])
        return self._text(node)

    def _text(self, leaf: Text) -> Matches:
        """Match a leaf in the own text, and in the question's at a quarter of the score.

        A word's two posting lists are kept as the one that they are together.
        """
        if isinstance(leaf, Word):
            key = ("word", leaf.text, str(self._own))
            return self._snapshot.kept(key, lambda: self._in_fields(leaf), lambda made: made.nbytes)
        return self._in_fields(leaf)

    def _in_fields(self, leaf: Text) -> Matches:
        fields = STEMS if isinstance(leaf, Word) else EXACT
        documents, scores = self._in_field(leaf, fields[0])
        said = Matches(documents, np.ones(len(documents), bool), scores)
        if self._own:
            return said
        documents, scores = self._in_field(leaf, fields[1])
        weight = np.float32(QUESTION_WEIGHT)
        asked = Matches(documents, np.zeros(len(documents), bool), weight * scores)
        return in_any((said, asked))

    def _in_field(self, leaf: Text, field: str) -> tuple[Numbers, Floats]:
        """Return a leaf's documents in one field and their scores: of all its tokens."""
        if isinstance(leaf, Word):
            parts = [self._word(field, token) for _, token in pattern(leaf.text).tokens]
            documents = reduce(_common, [part[0] for part in parts]) if parts else _NOTHING
        elif isinstance(leaf, Phrase):
            documents, parts = self._phrase(field, leaf.text)
        elif isinstance(leaf, Near):
            documents, parts = self._near(field, leaf)
        else:
            documents = self._like(field, leaf)
            return documents.astype(np.intp), np.ones(len(documents), np.float32)
        scores = np.zeros(len(documents), np.float32)
        for found, score in parts:
            scores += (
                score if len(found) == len(documents) else score[np.searchsorted(found, documents)]
            )
        return documents.astype(np.intp), scores

    def _word(self, field: str, token: str) -> tuple[Ints, Floats]:
        """Return a word's documents and scores; one ideograph is every pair that it begins."""
        if is_ideographic(token) and len(token) == 1:
            documents = self._begun(field, token)
            return documents, np.ones(len(documents), np.float32)
        return self._snapshot.scored(field, stem(token))

    def _begun(self, field: str, start: str) -> Ints:
        terms = lambda: self._snapshot.terms(field, start)  # noqa: E731
        return self._snapshot.documents_with_any(field, f"{start}*", terms)

    def _like(self, field: str, leaf: Prefix | Fuzzy) -> Ints:
        """Return the documents that have a word like the leaf's."""
        folded = words(leaf.text)
        if not folded or (len(folded) > 1 and not is_ideographic(folded[0])):
            return _NOTHING
        if isinstance(leaf, Prefix):
            return self._begun(field, folded[0])
        word = folded[0]
        terms = lambda: [t for t in self._snapshot.terms(field, word[:1]) if is_alike(word, t)]  # noqa: E731
        return self._snapshot.documents_with_any(field, f"{word}~", terms)

    def _phrase(self, field: str, text: str) -> tuple[Ints, list[tuple[Ints, Floats]]]:
        tokens, open_end = pattern(text)
        if not tokens:
            return _NOTHING, []
        parts: list[tuple[Ints, Floats]] = []
        columns: list[tuple[int, Keys]] = []
        for number, (distance, token) in enumerate(tokens):
            if open_end and number == len(tokens) - 1:
                terms = self._snapshot.terms(field, token)
                found = [self._snapshot.places(field, term) for term in terms]
                places = np.sort(np.concatenate(found)) if found else np.empty(0, np.int64)
                documents = key_documents(places)
                parts.append((documents, np.ones(len(documents), np.float32)))
            else:
                places = self._snapshot.places(field, token)
                parts.append(self._snapshot.scored(field, token))
            if not len(places):
                return _NOTHING, []
            columns.append((distance, places))
        # From the rarest word on, so that only as many places are looked up as it has.
        (distance, places), *others = sorted(columns, key=lambda column: len(column[1]))
        keys = places - distance
        for distance, places in others:
            keys = keys[_is_among(keys + distance, places)]
        return key_documents(keys), parts

    def _near(self, field: str, leaf: Near) -> tuple[Ints, list[tuple[Ints, Floats]]]:
        """Find the places from which all words stand within the distance."""
        tokens = list(dict.fromkeys(token for _, token in pattern(leaf.text).tokens))
        columns = [self._snapshot.places(field, token) for token in tokens]
        if not columns or not all(map(len, columns)):
            return _NOTHING, []
        starts = np.concatenate(columns)
        for places in columns:
            following = np.searchsorted(places, starts)
            inside = following < len(places)
            starts, following = starts[inside], following[inside]
            starts = starts[places[following] - starts <= leaf.distance]
        parts = [self._snapshot.scored(field, token) for token in tokens]
        return key_documents(starts), list(parts)

    # Filters

    def _having(self, column: Column, values: frozenset[int | str], documents: Numbers) -> Mask:
        """Say of each document whether its column has one of the values."""
        coded = self._snapshot.coded[column]
        if not coded.values:
            return np.zeros(len(documents), bool)
        table = np.array([value in values for value in coded.values], bool)
        found: Mask = table[coded.codes[documents]]
        return found

    def _days(self, after: date | None, before: date | None, documents: Numbers) -> Mask:
        """Say of each document whether it is within the days; without a date it never is."""
        if after is None and before is None:
            return np.ones(len(documents), bool)
        day = self._snapshot.numbers["day"][documents]
        mask = day > 0
        if after is not None:
            mask &= day >= after.toordinal()
        if before is not None:
            mask &= day <= before.toordinal()
        return mask


def _common(one: Ints, other: Ints) -> Ints:
    """Return what two sorted arrays have in common, looked up from the shorter one."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return short[_is_among(short, long)] if len(short) else short


def _is_among(wanted: _Sorted, among: _Sorted) -> Mask:
    """Say of each value whether it stands in a sorted array, which has at least one."""
    place = np.searchsorted(among, wanted)
    place[place == len(among)] = 0
    found: Mask = among[place] == wanted
    return found
