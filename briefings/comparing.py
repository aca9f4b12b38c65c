"""Two versions of one briefing side by side: rows of aligned paragraphs, ready to be shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from .ingest.loading import Known, load
from .models import Relation, Transcript, Turn
from .transcripts.relations import align, differences
from .transcripts.relations.types import Cell, Comparison, Finding, Row
from .transcripts.types import RelationKind


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph on one side; ``opens`` where it is the first of its turn."""

    turn: Turn
    cell: Cell
    opens: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs side by side; an empty side is a gap. ``number`` counts rows from 1."""

    number: int
    left: tuple[Shown, ...]
    right: tuple[Shown, ...]
    changed: int


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one exchange, by its number left and right (None outside exchanges)."""

    left: int | None
    right: int | None
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two transcripts side by side. ``translation``: figures and names are marked, not words."""

    left: Transcript
    right: Transcript
    translation: bool
    groups: tuple[Group, ...]
    changed: int
    findings: tuple[Finding, ...]


def compare(left: Transcript, right: Transcript) -> Compared:
    """Return two transcripts of one briefing, aligned, with what differs between them."""
    known = load([left.pk, right.pk])
    ours, theirs = known[left.pk], known[right.pk]
    kind = kind_of(left, right)
    aligned = align(ours.profile, theirs.profile)
    comparison = differences(ours.profile, theirs.profile, aligned, kind)
    return Compared(
        left=left,
        right=right,
        translation=kind is RelationKind.TRANSLATION,
        groups=tuple(_groups(comparison, ours, theirs)),
        changed=comparison.changed,
        findings=comparison.findings,
    )


def kind_of(left: Transcript, right: Transcript) -> RelationKind:
    """Return how two versions are compared: by figures for translations, else by words.

    Relations are to the canonical transcript: where one of two is a translation of it, the two are
    translations of each other, unless both are copies of one wording, which word marks show well.
    """
    if Relation.TRANSLATION in {left.relation, right.relation} or left.language != right.language:
        return RelationKind.TRANSLATION
    return RelationKind.REVISION


def _groups(comparison: Comparison, left: Known, right: Known) -> Iterator[Group]:
    """Yield the rows by exchange, in order."""
    numbered = enumerate(comparison.rows, 1)
    for exchanges, rows in groupby(numbered, key=lambda row: row[1].exchanges):
        yield Group(*exchanges, tuple(_pair(number, row, left, right) for number, row in rows))


def _pair(number: int, row: Row, left: Known, right: Known) -> Pair:
    return Pair(
        number,
        tuple(_shown(row.left, left)),
        tuple(_shown(row.right, right)),
        row.changed,
    )


def _shown(cells: Iterable[Cell], known: Known) -> Iterator[Shown]:
    for cell in cells:
        yield Shown(known.turns[cell.turn], cell, opens=cell.paragraph == 0)
