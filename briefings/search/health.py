"""Is the index what the rows say? Drift found both ways, and mended."""

from collections.abc import Iterator
from dataclasses import dataclass

from haystack import connections

from briefings.models import IndexChange
from briefings.search.entries import Entry, entries, indexed_turns
from briefings.search.outbox import BATCH, take_in


@dataclass(frozen=True, slots=True)
class Drift:
    """How the index differs from the rows, in numbers of turns and the briefings they are of.

    ``waiting`` counts briefings in the outbox, whose differences are no fault.
    """

    rows: int
    indexed: int
    missing: int
    outdated: int
    without_row: int
    twice: int
    waiting: int
    briefings: tuple[int, ...]

    @property
    def is_none(self) -> bool:
        """Whether the index is what the rows say."""
        return not (self.missing or self.outdated or self.without_row or self.twice)


def check() -> Drift:
    """Compare every entry with the rows, by checksum, and read every posting list.

    Raises ``IndexUnusableError`` when the index is missing, damaged or not ours.
    """
    backend = connections["default"].get_backend()
    waiting = set(IndexChange.objects.values_list("briefing_id", flat=True))
    backend.verify()
    snapshot = backend.snapshot()
    columns = (snapshot.numbers[name][snapshot.live].tolist() for name in _COMPARED)
    indexed: dict[int, tuple[int, int]] = {}
    twice: list[int] = []
    total = 0
    for turn, checksum, briefing in zip(*columns, strict=True):
        total += 1
        if turn in indexed:
            twice.append(briefing)
        indexed[turn] = (checksum, briefing)
    missing: list[int] = []
    outdated: list[int] = []
    rows = 0
    for entry in _entries():
        rows += 1
        checksum, _ = indexed.pop(entry.turn, (None, 0))
        if checksum is None:
            missing.append(entry.briefing)
        elif checksum != entry.checksum:
            outdated.append(entry.briefing)
    without_row = [briefing for _, briefing in indexed.values()]
    return Drift(
        rows=rows,
        indexed=total,
        missing=len(missing),
        outdated=len(outdated),
        without_row=len(without_row),
        twice=len(twice),
        waiting=len(waiting),
        briefings=tuple(sorted({*missing, *outdated, *without_row, *twice})),
    )


_COMPARED = ("turn", "checksum", "briefing")


def _entries() -> Iterator[Entry]:
    turns = indexed_turns().order_by("transcript", "sequence")
    return entries(turns.iterator(chunk_size=2000))


def repair(drift: Drift) -> None:
    """Write the entries of the briefings that differ anew."""
    for start in range(0, len(drift.briefings), BATCH):
        take_in(list(drift.briefings[start : start + BATCH]))
