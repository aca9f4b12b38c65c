"""Whoosh's segment writer without what makes it slow, and several of them at once.

The segments are the same to the byte order of their postings; only the way there is shorter:
postings are gathered by term instead of being sorted one by one, and documents' lengths are looked
up in a list instead of in the file, once a posting.
"""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from multiprocessing.queues import Queue
from queue import Empty, Full
from typing import Any, TypeVar

from whoosh.codec.whoosh3 import LENGTHS_COLUMN, _lenfield
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.util.numeric import byte_to_length
from whoosh.writing import PostingPool, SegmentWriter

from briefings.search.engine import IndexUnusableError

# Postings in memory before a sorted run goes to the disk.
_MOST_POSTINGS = 4_000_000
_BATCH = 200  # documents sent to a process at once
_QUEUED = 8  # batches waiting; more would hold the whole archive in memory

Given = TypeVar("Given")
Posting = tuple[str, bytes, int, float, bytes]


def clean(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document without its unknown values (0, ""), which columns give by default."""
    return {name: value for name, value in document.items() if value not in (0, "")}


class TermPool(PostingPool):
    """Postings gathered by term: only the vocabulary is sorted, since documents come in order.

    When there are too many they are written out as a sorted run, as Whoosh's own pool does, whose
    reading and merging of runs is used.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._terms: dict[tuple[str, bytes], list[tuple[int, float, bytes]]] = {}
        self._number = 0

    def add(self, item: Posting) -> None:
        """Take in a posting: (field, term, document, weight, value)."""
        field, term, document, weight, value = item
        key = (field, term)
        postings = self._terms.get(key)
        if postings is None:
            self._terms[key] = [(document, weight, value)]
            self.fieldnames.add(field)
        else:
            postings.append((document, weight, value))
        self._number += 1
        if self._number >= _MOST_POSTINGS:
            self.save()

    def _sorted(self) -> Iterator[Posting]:
        """Yield all postings by field, term and document.

        Merged segments come after new documents and may go back in numbers, so each list is sorted.
        """
        for key in sorted(self._terms):
            field, term = key
            postings = self._terms[key]
            postings.sort(key=_document)
            for document, weight, value in postings:
                yield (field, term, document, weight, value)

    def save(self) -> None:
        """Write what is in memory out as a run."""
        self.current = list(self._sorted())
        self._terms = {}
        self._number = 0
        super().save()

    def items(self) -> Iterator[Posting]:
        """Yield all postings in order, from memory alone or merged with the runs."""
        if not self.runs:
            yield from self._sorted()
            self._terms = {}
            return
        self.save()
        yield from super().items()


def _document(posting: tuple[int, float, bytes]) -> int:
    return posting[0]


class _Lengths:
    """A new segment's documents' lengths, read from its columns once."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._lengths: dict[str, list[int]] = {}

    def doc_field_length(self, document: int, field: str, default: int = 0) -> int:
        """Return how many words a document's field has, as rounded by Whoosh to a byte."""
        lengths = self._lengths.get(field)
        if lengths is None:
            lengths = self._lengths[field] = self._read(field)
        return (lengths[document] if document < len(lengths) else 0) or default

    def _read(self, field: str) -> list[int]:
        if not self._reader.has_column(_lenfield(field)):
            return []
        column = self._reader.column_reader(_lenfield(field), LENGTHS_COLUMN)
        return [byte_to_length(byte) if byte else 0 for byte in column]

    def close(self) -> None:
        """Close the reader."""
        self._reader.close()


class BulkWriter(SegmentWriter):
    """Whoosh's writer of one segment, for many documents; the caller holds the lock."""

    def __init__(self, index: FileIndex) -> None:
        super().__init__(index, _lk=False)
        self.pool = TermPool(self._tempstorage, self.newsegment)

    def per_document_reader(self) -> Any:
        """Return the lengths that the writing of postings asks for."""
        return _Lengths(super().per_document_reader())


def build_in_parallel(
    index: FileIndex, documents: Iterable[Mapping[str, Any]], processes: int
) -> int:
    """Write documents by several processes, a segment each; return how many were written.

    Raises ``IndexUnusableError`` when a process fails; the index then has no segment yet.
    """
    context = multiprocessing.get_context("fork")
    batches: Queue[list[dict[str, Any]] | None] = context.Queue(_QUEUED)
    results: Queue[Any] = context.Queue()
    workers = [
        context.Process(target=_work, args=(index, batches, results), daemon=True)
        for _ in range(processes)
    ]
    for worker in workers:
        worker.start()
    added = 0
    try:
        stream = iter(documents)
        while batch := [clean(document) for document in islice(stream, _BATCH)]:
            if not results.empty():  # none has finished yet, so one has failed
                break
            _patiently(partial(batches.put, batch), workers)
            added += len(batch)
        for _ in workers:
            _patiently(partial(batches.put, None), workers)
        outcomes = [_patiently(results.get, workers) for _ in workers]
        for worker in workers:
            worker.join()
    finally:
        for worker in workers:
            worker.terminate()
        batches.cancel_join_thread()
    if failures := [outcome for outcome in outcomes if isinstance(outcome, str)]:
        raise IndexUnusableError(f"Building the index failed: {failures[0]}.")
    generation = index.latest_generation() + 1
    segments = [outcome for outcome in outcomes if outcome.doc_count_all()]
    TOC(index.schema, segments, generation).write(index.storage, index.indexname)
    clean_files(index.storage, index.indexname, generation, segments)
    return added


def _patiently(call: Callable[..., Given], workers: Sequence[Any]) -> Given:
    """Wait for a queue as long as a process lives that may answer."""
    while True:
        try:
            return call(timeout=1)
        except (Empty, Full):
            if any(worker.exitcode for worker in workers):
                raise IndexUnusableError("Building the index failed: a process died.") from None


def _work(index: FileIndex, batches: Any, results: Any) -> None:
    """Write what comes into one segment; send the segment, or what went wrong in words."""
    try:
        writer = BulkWriter(index)
        while (batch := batches.get()) is not None:
            for document in batch:
                writer.add_document(**document)
        results.put(writer._finalize_segment())
    except Exception as error:
        results.put(f"{type(error).__name__}: {error}")
        while batches.get() is not None:
            pass
