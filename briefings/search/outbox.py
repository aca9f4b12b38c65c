"""The outbox of the index: what changed in the rows and is not yet in the index.

An ``IndexChange`` row is written in the transaction that changes a briefing and removed when the
index has the briefing's new entries. Between the two a process may die: the row stays, and the next
drain takes the briefing in again, which changes nothing if it was in already.
"""

import logging
from collections.abc import Callable, Iterator
from threading import Event, Lock, Thread
from typing import Any

from django.db import connection
from haystack import connections

from briefings.models import IndexChange, Turn
from briefings.search.engine import IndexMissingError, IndexUnusableError
from briefings.search.entries import indexed_turns

logger = logging.getLogger(__name__)

BATCH = 20  # briefings a commit of the index: seconds of writing, and of waiting for others


def drain(batch: int = BATCH) -> int:
    """Take the changes of the outbox into the index; return how many briefings were taken in.

    ``batch`` briefings make a commit: many at once cost less each and hold the index longer.

    Never raises for an index that is missing, damaged or busy, or for a disk that is full: the
    changes stay in the outbox, and a rebuild takes everything in.
    """
    taken = 0
    try:
        while briefings := list(
            IndexChange.objects.order_by("briefing_id")
            .values_list("briefing_id", flat=True)
            .distinct()[:batch]
        ):
            take_in(briefings)
            taken += len(briefings)
    except (IndexUnusableError, OSError) as error:
        logger.warning("The outbox of the search index was not drained: %s", error)
    return taken


def take_in(briefings: list[int]) -> None:
    """Write the entries of briefings anew and remove the changes that this took in.

    The changes are read before the rows, under the index's lock: one that comes later stays.
    """
    backend = connections["default"].get_backend()
    changes: list[int] = []

    def documents() -> Iterator[dict[str, Any]]:
        changes.extend(
            IndexChange.objects.filter(briefing_id__in=briefings).values_list("pk", flat=True)
        )
        index = connections["default"].get_unified_index().get_index(Turn)
        turns = indexed_turns().filter(transcript__briefing__in=briefings)
        yield from index.prepare_all(turns.order_by("transcript", "sequence"))

    backend.replace_briefings(briefings, documents)
    IndexChange.objects.filter(pk__in=changes).delete()


def rebuild(processes: int | None = None, seen: Callable[[], None] = lambda: None) -> int:
    """Build the index anew beside the live one, swap it in, and clear what the outbox held.

    Returns the number of entries; ``seen`` is called for each as it is written.
    """
    backend = connections["default"].get_backend()
    changes: list[int] = []

    def documents() -> Iterator[dict[str, Any]]:
        changes.extend(IndexChange.objects.values_list("pk", flat=True))
        index = connections["default"].get_unified_index().get_index(Turn)
        turns = indexed_turns().order_by("transcript", "sequence").iterator(chunk_size=2000)
        for document in index.prepare_all(turns):
            seen()
            yield document

    total: int = backend.rebuild(documents, processes)
    for start in range(0, len(changes), 500):
        IndexChange.objects.filter(pk__in=changes[start : start + 500]).delete()
    return total


def ensure() -> int | None:
    """Build the index where none has been built; return its number of entries, None if one is."""
    try:
        connections["default"].get_backend().snapshot()
    except IndexMissingError:
        return rebuild()
    except IndexUnusableError as error:
        logger.warning("%s", error)
    return None


_draining = Lock()
_wanted = Event()


def drain_soon() -> None:
    """Drain in a thread of its own, so that a request that saves does not wait for the index."""
    _wanted.set()
    Thread(target=_drain_on_the_side, name="drain").start()


def _drain_on_the_side() -> None:
    """Drain, then give back the connection that the thread opened."""
    try:
        _drain_while_wanted()
    finally:
        connection.close()


def _drain_while_wanted() -> None:
    """Drain until nobody has asked since; a second thread leaves its wish to the first."""
    while _wanted.is_set() and _draining.acquire(blocking=False):
        try:
            _wanted.clear()
            drain()
        finally:
            _draining.release()
