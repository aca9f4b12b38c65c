"""An index written by several processes at once, a segment each."""

import multiprocessing
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from multiprocessing.queues import Queue
from queue import Empty, Full
from typing import Any, TypeVar

from whoosh.index import TOC, FileIndex, clean_files

from briefings.search.backends.whoosh_bulk import BulkWriter, clean
from briefings.search.engine import IndexUnusableError

_BATCH = 200  # documents sent to a process at once
_QUEUED = 8  # batches waiting; more would hold the whole archive in memory

Given = TypeVar("Given")


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
