"""Two versions of one briefing side by side: rows of aligned paragraphs, ready to be shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from .ingest.loading import Known, load
from .models import Relation, Transcript, Turn
from .transcripts.relations import align, differences
from .transcripts.relations.types import Cell, Finding, Mark, Row, Segment
from .transcripts.types import RelationKind


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph on one side; ``opens`` where it is the first of its turn."""

    turn: Turn
    segments: tuple[Segment, ...]
    opens: bool

    @property
    def text(self) -> str:
        """The paragraph whole."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs side by side. One side is empty where only the other has these paragraphs.

    ``findings`` are the figures in which the two sides differ (translations only).
    """

    number: int
    left: tuple[Shown, ...]
    right: tuple[Shown, ...]
    findings: tuple[Finding, ...] = ()


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

    @property
    def findings(self) -> list[tuple[Group, Pair, Finding]]:
        """The figures that differ, each with its place, in order."""
        return [
            (group, pair, finding)
            for group in self.groups
            for pair in group.pairs
            for finding in pair.findings
        ]


def compare(left: Transcript, right: Transcript) -> Compared:
    """Return two transcripts of one briefing, aligned, with what differs between them."""
    known = load([left.pk, right.pk])
    ours, theirs = known[left.pk], known[right.pk]
    kind = kind_of(left, right)
    aligned = align(ours.profile, theirs.profile)
    found = differences(ours.profile, theirs.profile, aligned, kind)
    findings: dict[int, list[Finding]] = {}
    for finding in found.findings:
        findings.setdefault(finding.row, []).append(finding)
    return Compared(
        left=left,
        right=right,
        translation=kind is RelationKind.TRANSLATION,
        groups=tuple(_groups(found.rows, findings, ours, theirs)),
        changed=found.changed,
    )


def kind_of(left: Transcript, right: Transcript) -> RelationKind:
    """Return how two versions are compared: by figures for translations, else by words.

    Relations are to the canonical transcript: where one of two is a translation of it, the two are
    taken for translations of each other.
    """
    if Relation.TRANSLATION in {left.relation, right.relation} or left.language != right.language:
        return RelationKind.TRANSLATION
    return RelationKind.REVISION


def _groups(
    rows: Sequence[Row], findings: dict[int, list[Finding]], left: Known, right: Known
) -> Iterator[Group]:
    """Yield the rows by exchange, in order; rows that one side lacks in a run become one."""
    for exchanges, numbered in groupby(enumerate(rows), key=lambda row: row[1].exchanges):
        pairs = []
        for gap, run in groupby(numbered, key=lambda row: _gap(row[1])):
            if gap is None:
                pairs += [_pair(number, [row], findings, left, right) for number, row in run]
            else:
                numbers, together = zip(*run, strict=True)
                pairs.append(_pair(numbers[0], together, findings, left, right))
        yield Group(exchanges[0], exchanges[1], tuple(pairs))


def _gap(row: Row) -> str | None:
    """Return the side that a row lacks, None where both have it."""
    if not row.left:
        return "left"
    return None if row.right else "right"


def _pair(
    number: int,
    rows: Sequence[Row],
    findings: dict[int, list[Finding]],
    left: Known,
    right: Known,
) -> Pair:
    alone = _gap(rows[0]) is not None
    return Pair(
        number=number + 1,
        left=tuple(_shown((cell for row in rows for cell in row.left), left, plain=alone)),
        right=tuple(_shown((cell for row in rows for cell in row.right), right, plain=alone)),
        findings=tuple(findings.get(number, ())),
    )


def _shown(cells: Iterable[Cell], known: Known, *, plain: bool) -> Iterator[Shown]:
    """Yield paragraphs; ``plain`` takes the marks off, which say nothing where a side is empty."""
    for cell in cells:
        segments = cell.segments
        if plain:
            segments = (Segment(Mark.SAME, "".join(segment.text for segment in segments)),)
        yield Shown(known.turns[cell.turn], segments, opens=cell.paragraph == 0)
