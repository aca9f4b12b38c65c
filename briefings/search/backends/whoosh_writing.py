"""Writing to the Whoosh index: one writer at a time, and readers never see it half done.

Whoosh commits by renaming a table of contents (TOC) that names the segments of its generation, so a
reader sees the old generation or the new one. All writing goes through ``locked``.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.query import Or, Term
from whoosh.reading import SegmentReader
from whoosh.util.filelock import try_for
from whoosh.writing import SegmentWriter

from briefings.search.backends.whoosh_bulk import BulkWriter, clean
from briefings.search.backends.whoosh_parallel import build_in_parallel
from briefings.search.engine import IndexUnusableError

NAME = "MAIN"
LOCK = f"{NAME}_WRITELOCK"  # Whoosh's own name, so that its own tools wait for us too
# A batch takes the lock for seconds, a rebuild for minutes: who waits longer than this leaves the
# changes in the outbox for the next one.
PATIENCE = 20.0  # seconds
_RETRY = 0.05
# Below this many documents a second process costs more than it brings.
FEWEST_FOR_TWO = 2000
# Segments are merged once this many small ones lie there; each costs a query a look-up.
_MOST_SEGMENTS = 8


class IndexBusyError(IndexUnusableError):
    """Another process has been writing to the index for longer than a writer waits."""


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[FileStorage]:
    """Hold the index's one write lock; raises ``IndexBusyError`` after ``patience`` seconds."""
    storage = FileStorage(str(path))
    lock = storage.lock(LOCK)
    if not try_for(lock.acquire, timeout=patience, delay=_RETRY):
        raise IndexBusyError(f"Another process is writing to the index in {path}.")
    try:
        yield storage
    finally:
        lock.release()


def replace(
    path: Path,
    open_index: Callable[[], FileIndex],
    field: str,
    values: Sequence[int | str],
    documents: Callable[[], Iterable[Mapping[str, Any]]],
) -> int:
    """Replace the documents whose ``field`` has one of the values; return how many were added.

    One delete pass, then the additions, one commit. The index is opened and ``documents`` called
    under the lock, so that neither is older than what another writer has put in.
    """
    added = 0
    if not path.is_dir():
        open_index()  # raises what is to be said; nothing is made here
    with locked(path):
        writer = BulkWriter(open_index())
        try:
            encode = writer.schema[field].to_bytes
            terms = [Term(field, encode(value)) for value in values]
            if terms and writer.segments:
                writer.delete_by_query(Or(terms))
            for document in documents():
                writer.add_document(**clean(document))
                added += 1
        except BaseException:
            writer.cancel()
            raise
        writer.commit(mergetype=merge_small)
    return added


def merge_small(writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """Whoosh merge policy: drop emptied segments; merge the small ones once there are many.

    The smallest are merged as long as the next one is no larger than what is merged so far, so
    that the large segment of a rebuild is not rewritten for a few briefings.
    """
    alive = [s for s in segments if s.doc_count_all() > s.deleted_count()]
    if len(alive) < _MOST_SEGMENTS:
        return alive
    alive.sort(key=lambda segment: segment.doc_count_all())
    merged = 0
    for number, segment in enumerate(alive):
        if number > 1 and segment.doc_count_all() > 2 * merged:
            return alive[number:]
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
        merged += segment.doc_count_all()
    return []


def rebuild(
    path: Path,
    schema: Any,
    documents: Callable[[], Iterable[Mapping[str, Any]]],
    processes: int | None = None,
) -> int:
    """Build a new index beside the live one and swap it in at once; return its document count.

    The segments are written in a directory of their own, then moved beside the live ones, where the
    renaming of the new TOC makes them the index. Until then, and after a crash, the live index is
    what it was, be it missing or damaged. The write lock is held throughout: changes made meanwhile
    wait in the outbox.
    """
    path.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".building")
    with locked(path) as live:
        if beside.exists():  # left by a rebuild that died
            shutil.rmtree(beside)
        beside.mkdir()
        try:
            storage = FileStorage(str(beside))
            index = storage.create_index(schema, indexname=NAME)
            added = _build(index, documents(), processes or min(2, os.cpu_count() or 1))
            segments = index._segments()
            if sum(segment.doc_count_all() for segment in segments) != added:
                raise IndexUnusableError(
                    "Building the index lost documents; the index in use was left as it is."
                )
            names = {segment.segment_id() for segment in segments}
            for file in beside.iterdir():
                if file.name.partition(".")[0] in names:
                    file.replace(path / file.name)
            generation = TOC._latest_generation(live, NAME) + 1
            TOC(schema, segments, generation).write(live, NAME)
            clean_files(live, NAME, generation, segments)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    return added


def _build(index: FileIndex, documents: Iterable[Mapping[str, Any]], processes: int) -> int:
    """Write all documents, by several processes when there are many; return how many."""
    stream = iter(documents)
    first = list(islice(stream, FEWEST_FOR_TWO))
    if processes > 1 and len(first) == FEWEST_FOR_TWO:
        return build_in_parallel(index, chain(first, stream), processes)
    writer = BulkWriter(index)
    added = 0
    try:
        for document in chain(first, stream):
            writer.add_document(**clean(document))
            added += 1
    except BaseException:
        writer.cancel()
        raise
    writer.commit(merge=False)
    return added
