"""One generation of a Whoosh index as arrays: columns, lengths, and posting lists on demand."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from functools import cached_property
from math import log
from threading import Lock
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import LENGTHS_COLUMN, _lenfield
from whoosh.reading import IndexReader
from whoosh.util.numeric import byte_to_length

from briefings.search.backends.postings import (
    PLACE_BITS,
    Floats,
    Ints,
    Keys,
    read_postings,
)
from briefings.search.backends.whoosh_columns import (
    Coded,
    code,
    keyword_column,
    narrow,
    number_column,
    profiles,
    raw,
)

B, K1 = 0.75, 1.2  # Whoosh's defaults for BM25F
# Decoded posting lists kept, in bytes. The two hundred commonest words of 33,000 turns take 17 MB
# with their scores and places.
CACHE_BYTES = 128 * 1024 * 1024
Mask = NDArray[np.bool_]
Given = TypeVar("Given")

NUMBERS = (
    "turn", "briefing", "sequence", "speaker", "outlet", "series", "complete", "day", "words",
    "group", "checksum", "tokens",
)  # fmt: skip
KEYWORDS = ("kind", "lang", "place", "asker")
COUNTED = ("speaker", "outlet", "year", "kind", "lang", "series")  # on each page of results
SCORED = ("text", "question", "exact", "question_exact")


class Scored(NamedTuple):
    """A term's documents in order and its BM25F score in each."""

    documents: Ints
    scores: Floats


class _Cache:
    """The most recently used arrays, bounded in bytes; shared by a process's threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._items: OrderedDict[tuple[str, ...], tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[str, ...], make: Callable[[], Any], size: Callable[[Any], int]) -> Any:
        """Return what is kept under a key, made where it is missing (at times by two at once)."""
        with self._lock:
            if key in self._items:
                self._items.move_to_end(key)
                return self._items[key][0]
        made = make()
        number = size(made)
        with self._lock:
            if key not in self._items and number <= self._limit:
                self._items[key] = (made, number)
                self._size += number
                while self._size > self._limit:
                    self._size -= self._items.popitem(last=False)[1][1]
        return made


class Snapshot:
    """A generation of the index, read once and kept; documents are numbered as Whoosh does.

    Deleted documents keep their numbers and count in document frequencies, as in Whoosh; they are
    left out where posting lists are decoded, so that no answer has one. ``documents`` are the live.
    """

    def __init__(self, reader: IndexReader, generation: tuple[int, ...]) -> None:
        self.generation = generation
        self.reader = reader
        self.leaves: list[tuple[Any, int]] = [
            (leaf, offset) for leaf, offset in reader.leaf_readers() if hasattr(leaf, "_terms")
        ]
        self.size: int = reader.doc_count_all()
        self.live: Mask = np.ones(self.size, bool)
        for leaf, offset in self.leaves:
            if leaf.has_deletions():
                self.live[offset + np.fromiter(leaf._perdoc.deleted_docs(), np.int64)] = False
        self.documents = np.flatnonzero(self.live)
        self.numbers: dict[str, NDArray[np.int64]] = {name: self._numbers(name) for name in NUMBERS}
        self._norms = {field: self._norm(field) for field in SCORED}
        self._cache = _Cache(CACHE_BYTES)
        # Read at once, by the thread that opens: Whoosh's column readers move a file's one cursor.
        # Posting lists are read by position and need no such care.
        self.coded = self._coded()
        self.profiles = profiles({name: self.coded[name] for name in COUNTED})
        self.newest = self._rank(-self.numbers["day"], -self.numbers["briefing"])
        self.oldest = self._oldest()
        self.repeated = self._repeated()

    # Columns

    def _numbers(self, name: str) -> NDArray[np.int64]:
        column = np.zeros(self.size, np.int64)
        for leaf, offset in self.leaves:
            values = number_column(leaf, name)
            column[offset : offset + len(values)] = values
        return column

    def _coded(self) -> dict[str, Coded]:
        """Return the columns that are filtered and counted by."""
        coded = {name: self._keywords(name) for name in KEYWORDS}
        for name in ("speaker", "outlet", "series", "complete"):
            coded[name] = code(self.numbers[name])
        ordinals, codes = np.unique(self.numbers["day"], return_inverse=True)
        years = np.array(
            [date.fromordinal(day).year if day else 0 for day in ordinals.tolist()], np.int64
        )
        coded["year"] = code(years[codes])
        months = [
            date.fromordinal(day).strftime("%Y-%m") if day else "" for day in ordinals.tolist()
        ]
        names, month_codes = np.unique(np.array(months, dtype=object), return_inverse=True)
        coded["month"] = narrow(month_codes[codes], names.tolist())
        return coded

    def _keywords(self, name: str) -> Coded:
        values: dict[str, int] = {"": 0}
        codes = np.zeros(self.size, np.intp)
        for leaf, offset in self.leaves:
            uniques, references = keyword_column(leaf, name)
            table = np.array([values.setdefault(v, len(values)) for v in uniques], np.intp)
            codes[offset : offset + len(references)] = table[references]
        return narrow(codes, list(values))

    def _oldest(self) -> Ints:
        """Return the ranks when the oldest briefing comes first; the undated come last."""
        day = self.numbers["day"]
        return self._rank(np.where(day == 0, day.max(initial=0) + 1, day), self.numbers["briefing"])

    def _rank(self, day: NDArray[np.int64], briefing: NDArray[np.int64]) -> Ints:
        """Return each document's rank by day, then briefing, then reading order."""
        rank = np.empty(self.size, np.int32)
        rank[np.lexsort((self.numbers["sequence"], briefing, day))] = np.arange(self.size)
        return rank

    def _repeated(self) -> Mask:
        """Return the documents that share their group with another live one."""
        _, codes, counts = np.unique(
            np.where(self.live, self.numbers["group"], -1), return_inverse=True, return_counts=True
        )
        return (counts[codes] > 1) & self.live

    # Postings

    def _norm(self, field: str) -> Floats:
        """Return BM25F's length term of each document: K1 · (1 − B + B · length / average)."""
        table = np.array([byte_to_length(byte) for byte in range(256)], np.float64)
        table[0] = 1  # Whoosh takes a missing length as 1
        lengths = np.ones(self.size)
        for leaf, offset in self.leaves:
            name = _lenfield(field)
            if leaf._perdoc.has_column(name):
                column = leaf._perdoc.column_reader(name, LENGTHS_COLUMN)
                values = raw(column, np.dtype(np.uint8))
                lengths[offset : offset + len(values)] = table[values]
        average = self.reader.field_length(field) / (self.size or 1) or 1
        return (K1 * ((1 - B) + B * lengths / average)).astype(np.float32)

    def kept(
        self, key: tuple[str, ...], make: Callable[[], Given], size: Callable[[Given], int]
    ) -> Given:
        """Return what is kept under a key among the posting lists, made where it is missing."""
        found: Given = self._cache.get(key, make, size)
        return found

    def scored(self, field: str, term: str) -> Scored:
        """Return a term's documents and scores: Whoosh's BM25F, with its idf."""

        def make() -> Scored:
            parts = [
                read_postings(leaf, field, term.encode(), offset, places=False)
                for leaf, offset in self.leaves
            ]
            documents = _joined([part.documents for part in parts], np.int32)
            weights = _joined([part.weights for part in parts], np.float32)
            idf = log(self.size / (len(documents) + 1)) + 1 if self.size else 0.0
            scores = idf * (weights * (K1 + 1)) / (weights + self._norms[field][documents])
            live = self.live[documents]
            return Scored(documents[live], scores.astype(np.float32)[live])

        return self.kept(
            (field, term), make, lambda made: int(made.documents.nbytes + made.scores.nbytes)
        )

    def places(self, field: str, term: str) -> Keys:
        """Return the keys of all places of a term, in order."""

        def make() -> Keys:
            found = []
            for leaf, offset in self.leaves:
                keys = read_postings(leaf, field, term.encode(), offset, places=True).places
                if keys is not None:
                    found.append(keys)
            joined: Keys = _joined(found, np.int64)
            live: Keys = joined[self.live[joined >> PLACE_BITS]]
            return live

        return self.kept((field, term, "places"), make, lambda made: int(made.nbytes))

    def frequency(self, word: str) -> int:
        """Return how often a word is said, as written, in the live documents."""
        number = 0.0
        for leaf, offset in self.leaves:
            documents, weights, _ = read_postings(leaf, "exact", word.encode(), offset, False)
            number += float(weights[self.live[documents]].sum())
        return int(number)

    @cached_property
    def words_said(self) -> int:
        """How many tokens the live documents have."""
        return int(self.numbers["tokens"][self.live].sum())

    def documents_with_any(self, field: str, name: str, terms: Callable[[], list[str]]) -> Ints:
        """Return the documents that have any of the terms, kept under ``name``."""

        def make() -> Ints:
            mask = np.zeros(self.size, bool)
            for term in terms():
                for leaf, offset in self.leaves:
                    mask[read_postings(leaf, field, term.encode(), offset, False).documents] = True
            return np.flatnonzero(mask & self.live).astype(np.int32)

        return self.kept((field, name, "any"), make, lambda made: int(made.nbytes))

    def terms(self, field: str, prefix: str) -> list[str]:
        """Return the field's terms that begin so, in order."""
        start = prefix.encode()
        found: set[bytes] = set()
        for leaf, _ in self.leaves:
            for name, term in leaf._terms.terms_from(field, start):
                if name != field or not term.startswith(start):
                    break
                found.add(term)
        return [term.decode() for term in sorted(found)]

    def read_all(self) -> None:
        """Read every posting list with its places, keeping nothing; raises where one is damaged."""
        for leaf, offset in self.leaves:
            for field, term in leaf._terms.terms():
                read_postings(leaf, field, term, offset, field in {"exact", "question_exact"})

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """All words as written, with the number of documents that have them."""
        counts: dict[str, int] = {}
        for leaf, _ in self.leaves:
            for (name, term), info in leaf._terms.items_from("exact", b""):
                if name != "exact":
                    break
                word = term.decode()
                counts[word] = counts.get(word, 0) + info.doc_frequency()
        return counts


def key_documents(keys: Keys) -> Ints:
    """Return the documents of places' keys, each once."""
    return np.unique(keys >> PLACE_BITS).astype(np.int32)


def _joined(parts: list[Any], kind: Any) -> Any:
    return np.concatenate(parts) if parts else np.empty(0, kind)
