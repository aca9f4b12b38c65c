"""Lists of documents that match, with their scores, and what AND and OR make of them.

A list costs as much as it is long, however many documents there are; what is in all lists alone is
looked up through one table as long as the archive.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from briefings.search.backends.postings import Floats
from briefings.search.backends.snapshot import Mask

Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Matches:
    """The documents of a node in order; whether each matches by its own words; their scores."""

    documents: Numbers
    alone: Mask
    scores: Floats

    def only(self, mask: Mask | Numbers) -> "Matches":
        """Return those that a mask, one value a document, leaves, or those in some places."""
        return Matches(self.documents[mask], self.alone[mask], self.scores[mask])

    @property
    def nbytes(self) -> int:
        """What they take in memory."""
        return int(self.documents.nbytes + self.alone.nbytes + self.scores.nbytes)


def unscored(documents: Numbers) -> Matches:
    """Return documents that no word has found: by their own right, without a score."""
    return Matches(documents, np.ones(len(documents), bool), np.zeros(len(documents), np.float32))


def in_all(parts: Sequence[Matches], size: int) -> Matches:
    """Return the documents of all parts, one at least; ``size`` is the number of all documents.

    What is in some parts only has no score to bring along.
    """
    if len(parts) == 1:
        return parts[0]
    documents = min((part.documents for part in parts), key=len)
    places = []
    for part in parts:
        table = np.full(size, -1, np.int32)
        table[part.documents] = np.arange(len(part.documents), dtype=np.int32)
        places.append(table[documents])
    inside = reduce(np.logical_and, [place >= 0 for place in places])
    found = [(part, place[inside]) for part, place in zip(parts, places, strict=True)]
    return Matches(
        documents[inside],
        reduce(np.logical_and, [part.alone[place] for part, place in found]),
        reduce(np.add, [part.scores[place] for part, place in found]),
    )


def in_any(parts: Sequence[Matches]) -> Matches:
    """Return the documents of any part, their scores added up."""
    parts = [part for part in parts if len(part.documents)]
    return reduce(_either, parts) if parts else unscored(np.empty(0, np.intp))


def _either(one: Matches, other: Matches) -> Matches:
    """Return the documents of two lists; those in both, which follow each other, become one."""
    documents = np.concatenate((one.documents, other.documents))
    order = documents.argsort(kind="stable")  # Timsort: it merges what is in order
    documents = documents[order]
    alone = np.concatenate((one.alone, other.alone))[order]
    scores = np.concatenate((one.scores, other.scores))[order]
    kept = np.empty(len(documents), bool)
    kept[0] = True
    np.not_equal(documents[1:], documents[:-1], out=kept[1:])
    (again,) = (~kept).nonzero()
    alone[again - 1] |= alone[again]
    scores[again - 1] += scores[again]
    return Matches(documents[kept], alone[kept], scores[kept])
