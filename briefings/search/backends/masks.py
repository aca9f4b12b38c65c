"""A query's nodes as masks: which documents of a snapshot match, and how well.

A node becomes a mask over all documents, with scores and with the mask of those that match by their
own words; AND, OR, NOT are operations on masks; filters are look-ups in columns.
"""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import TypeVar

import numpy as np

from briefings.search.backends.postings import Floats, Ints, Keys
from briefings.search.backends.snapshot import Mask, Snapshot, key_documents
from briefings.search.engine import QUESTION_WEIGHT
from briefings.search.matching import is_alike
from briefings.search.tokens import is_ideographic, pattern, stem, words
from briefings.search.tree import (
    And,
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


@dataclass(frozen=True, slots=True)
class Matches:
    """The documents of a node, those that match by their own words alone, and all scores."""

    mask: Mask
    alone: Mask
    scores: Floats


class Masks:
    """The masks of one snapshot; ``own`` leaves the text of answers' questions out."""

    def __init__(self, snapshot: Snapshot, own: bool = False) -> None:
        self._snapshot = snapshot
        self._own = own

    # Nodes to masks

    def match(self, node: Node) -> Matches:
        """Return the documents that match a node (deleted ones may be among them)."""
        if isinstance(node, And):
            return self._all(list(map(self.match, node.parts)))
        if isinstance(node, Or):
            return self._any(list(map(self.match, node.parts)))
        if isinstance(node, Not):
            return self._filter(~self.match(node.part).mask)
        if isinstance(node, Having):
            return self._filter(self._having(node.column.value, node.values))
        if isinstance(node, Days):
            return self._filter(self._days(node.after, node.before))
        return self._text(node)

    def _none(self) -> Floats:
        return np.zeros(self._snapshot.size, np.float32)

    def _filter(self, mask: Mask) -> Matches:
        return Matches(mask, mask, self._none())

    def _all(self, parts: list[Matches]) -> Matches:
        if not parts:
            return self._filter(np.ones(self._snapshot.size, bool))
        mask = reduce(np.logical_and, [part.mask for part in parts])
        scores = sum((part.scores for part in parts), self._none())
        # What does not match all has no score to bring into an OR around it.
        return Matches(mask, reduce(np.logical_and, [part.alone for part in parts]), scores * mask)

    def _any(self, parts: list[Matches]) -> Matches:
        if not parts:
            return self._filter(np.zeros(self._snapshot.size, bool))
        return Matches(
            reduce(np.logical_or, [part.mask for part in parts]),
            reduce(np.logical_or, [part.alone for part in parts]),
            sum((part.scores for part in parts), self._none()),
        )

    def _text(self, leaf: Text) -> Matches:
        """Match a leaf in the own text, and in the question's at a quarter of the score."""
        fields = STEMS if isinstance(leaf, Word) else EXACT
        alone, scores = self._in_field(leaf, fields[0])
        if self._own:
            return Matches(alone, alone, scores)
        asked, asked_scores = self._in_field(leaf, fields[1])
        return Matches(alone | asked, alone, scores + np.float32(QUESTION_WEIGHT) * asked_scores)

    def _in_field(self, leaf: Text, field: str) -> tuple[Mask, Floats]:
        mask = np.zeros(self._snapshot.size, bool)
        scores = self._none()
        if isinstance(leaf, Word):
            parts = [self._word(field, token) for _, token in pattern(leaf.text).tokens]
            documents = reduce(_common, [part[0] for part in parts]) if parts else _NOTHING
        elif isinstance(leaf, Phrase):
            documents, parts = self._phrase(field, leaf.text)
        elif isinstance(leaf, Near):
            documents, parts = self._near(field, leaf)
        else:
            documents = self._like(field, leaf)
            parts = [(documents, np.ones(len(documents), np.float32))]
        mask[documents] = True
        for found, score in parts:
            scores[found] += score
        if len(parts) > 1:  # a document of some tokens only has no score
            scores[~mask] = 0
        return mask, scores

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
        parts = []
        keys = np.empty(0, np.int64)
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
            places = places - distance
            keys = _common(keys, places) if number else places
            if not len(keys):
                return _NOTHING, []
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

    def _having(self, column: str, values: frozenset[int | str]) -> Mask:
        coded = self._snapshot.coded[column]
        table = np.array([value in values for value in coded.values], bool)
        return table[coded.codes] if len(table) else np.zeros(self._snapshot.size, bool)

    def _days(self, after: date | None, before: date | None) -> Mask:
        """Return the documents within the days; one without a date lies only in the open range."""
        day = self._snapshot.numbers["day"]
        if after is None and before is None:
            return np.ones(self._snapshot.size, bool)
        mask = day > 0
        if after is not None:
            mask &= day >= after.toordinal()
        if before is not None:
            mask &= day <= before.toordinal()
        return mask


def _common(one: _Sorted, other: _Sorted) -> _Sorted:
    """Return what two sorted arrays have in common, looked up from the shorter one."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not len(short):
        return short
    place = np.searchsorted(long, short)
    place[place == len(long)] = 0
    common: _Sorted = short[long[place] == short]
    return common
