"""Whoosh's segment writer without what makes it slow.

Postings are gathered by term instead of being sorted one by one, and a term's list is written at
once. Stock Whoosh reads the segments, and finds in them what its own writer would have written.
"""

import marshal
from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from itertools import groupby
from operator import itemgetter
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from whoosh.codec.whoosh3 import LENGTHS_COLUMN, W3Codec, _lenfield
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from briefings.search.backends.whoosh_lists import ListWriter, PostingList

# Postings in memory before a sorted run goes to the disk: 100 to 150 MB.
_MOST_POSTINGS = 4_000_000
Key = tuple[str, bytes]
_Row = tuple[str, bytes, list[int], list[float], list[bytes]]


def clean(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document without its unknown values (0, ""), which columns give by default."""
    return {name: value for name, value in document.items() if value not in (0, "")}


class TermPool:
    """Postings gathered by term: only the vocabulary is sorted, since documents come in order.

    When there are too many they are written out as a run sorted by term; a term's lists in the runs
    follow one another.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._lists: dict[Key, PostingList] = {}
        self._number = 0
        self._runs: list[BinaryIO] = []

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """Take in one posting: (field, term, document, weight, value)."""
        field, term, document, weight, value = item
        self.add_all(field, document, [(term, 0, weight, value)])

    def add_all(
        self, field: str, document: int, postings: Iterable[tuple[bytes, int, float, bytes]]
    ) -> int:
        """Take in a document's postings of one field; return the sum of their frequencies.

        Documents come in the order of their numbers.
        """
        lists = self._lists
        length = 0
        for term, frequency, weight, value in postings:
            known = lists.get((field, term))
            if known is None:
                lists[(field, term)] = PostingList([document], [weight], [value])
            else:
                known.documents.append(document)
                known.weights.append(weight)
                known.values.append(value)
            length += frequency
            self._number += 1
        if self._number >= _MOST_POSTINGS:
            self._save()
        return length

    def _sorted(self) -> Iterator[_Row]:
        """Yield what is in memory by field and term, and forget it."""
        for key in sorted(self._lists):
            yield (*key, *self._lists.pop(key))

    def _save(self) -> None:
        """Write what is in memory out as a run."""
        run: BinaryIO = TemporaryFile(dir=self._folder)  # noqa: SIM115  closed by cleanup
        for row in self._sorted():
            marshal.dump(row, run, 2)  # a later version would look each number up for sharing
        run.seek(0)
        self._runs.append(run)
        self._number = 0

    def lists(self) -> Iterator[tuple[str, bytes, PostingList]]:
        """Yield all lists by field and term, from memory alone or merged with the runs."""
        rows = merge(*map(_rows, self._runs), self._sorted(), key=_key)
        for (field, term), parts in groupby(rows, key=_key):
            postings = PostingList([], [], [])
            for _, _, documents, weights, values in parts:
                postings.documents.extend(documents)
                postings.weights.extend(weights)
                postings.values.extend(values)
            yield field, term, postings

    def cleanup(self) -> None:
        """Remove the runs."""
        for run in self._runs:
            run.close()


_key = itemgetter(0, 1)


def _rows(run: BinaryIO) -> Iterator[_Row]:
    """Yield the rows of a run."""
    while True:
        try:
            yield marshal.load(run)  # noqa: S302  written by this process
        except EOFError:
            return


class _Codec(W3Codec):
    """Whoosh's codec with our way to write terms; segments name Whoosh's own, to be read by it."""

    def field_writer(self, storage: Any, segment: Any) -> ListWriter:
        """Return the writer of terms."""
        return ListWriter(self, storage, segment)

    def new_segment(self, storage: Any, indexname: str) -> Any:
        """Return a segment that Whoosh's own codec reads."""
        return W3Codec().new_segment(storage, indexname)


class BulkWriter(SegmentWriter):
    """Whoosh's writer of one segment, for many documents; the caller holds the lock."""

    def __init__(self, index: FileIndex) -> None:
        super().__init__(index, _lk=False, codec=_Codec())
        self.pool = TermPool(self._tempstorage.folder)

    def add_document(self, **fields: Any) -> None:
        """Take in a document; ours have no boosts, vectors, spelling fields or values apart."""
        self._check_state()
        names = sorted(fields)
        self._check_fields(self.schema, names)
        document = self.perdocwriter
        document.start_doc(self.docnum)
        for name in names:
            field, value = self.schema[name], fields[name]
            length = 0
            if field.indexed:
                length = self.pool.add_all(name, self.docnum, field.index(value))
            document.add_field(
                name, field, value if field.stored else None, length if field.scorable else 0
            )
            if field.column_type:
                document.add_column_value(name, field.column_type, field.to_column_value(value))
        document.finish_doc()
        self._added = True
        self.docnum += 1

    def _flush_segment(self) -> None:
        """Write the terms."""
        self.perdocwriter.close()
        reader = self.per_document_reader()
        for name, lists in groupby(self.pool.lists(), key=itemgetter(0)):
            self.fieldwriter.start_field(name, self.schema[name])
            lengths = _lengths(reader, name)
            for _, term, postings in lists:
                self.fieldwriter.add_list(term, postings, lengths)
            self.fieldwriter.finish_field()
        self.fieldwriter.close()
        reader.close()


def _lengths(reader: Any, field: str) -> bytes:
    """Return a field's length in each document, as rounded by Whoosh to a byte; b"" if unknown."""
    if not reader.has_column(_lenfield(field)):
        return b""
    return bytes(list(reader.column_reader(_lenfield(field), LENGTHS_COLUMN)))
