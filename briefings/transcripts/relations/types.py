"""The shapes that relating transcripts gives back. All are frozen and hold plain values.

A *turn* is named by its place in ``Transcript.turns`` from 0, a *paragraph* by its place in
``Turn.paragraphs`` from 0, an *exchange* by its number from 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import log2
from typing import Any

from briefings.transcripts.types import RelationKind

# Counts of a small archive say little: they weigh against the prior as if this many transcripts
# had been counted before.
PRIOR_WEIGHT = 200


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare keys of ``Fingerprint.figures`` are: of ``transcripts``, how many hold each.

    ``holding`` counts the known transcripts, so the one that is compared is among them.
    """

    transcripts: int
    holding: Mapping[int, int]

    def bits(self, key: int, prior: float) -> float:
        """Return what sharing a key tells, in bits; ``prior`` is what its form says."""
        others = max(self.holding.get(key, 0) - 1, 0)
        share = (others + PRIOR_WEIGHT * 2**-prior) / (self.transcripts + PRIOR_WEIGHT)
        return min(prior, -log2(min(share, 1.0)))


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The keys by which possible relatives of a transcript are found in the database.

    Every key is a 63-bit hash, stable over runs and machines. Two fingerprints may be compared
    only when their ``version`` is the same.
    """

    version: str
    words: tuple[int, ...]  # copies, excerpts and revisions share these
    figures: tuple[int, ...]  # translations share these


class Verdict(StrEnum):
    """Whether two transcripts are of one briefing. Unsure pairs are for a person to judge."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


class Direction(StrEnum):
    """Which of two transcripts, left and right as passed, is a part of the other."""

    NEITHER = "neither"
    LEFT_IN_RIGHT = "left-in-right"
    RIGHT_IN_LEFT = "right-in-left"


@dataclass(frozen=True, slots=True)
class Relation:
    """What two transcripts are to each other.

    ``kind`` is None when the verdict is different. ``score`` runs from 0 to 1; SAME begins at
    ``compare.SAME``, UNSURE at ``compare.UNSURE``. ``evidence`` is plain JSON: the measures by
    name, and under ``reasons`` sentences for a reader.
    """

    verdict: Verdict
    kind: RelationKind | None
    direction: Direction
    score: float
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ParagraphPair:
    """Paragraphs of two aligned turns that say the same; several where one side split one."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class TurnPair:
    """Two turns that say the same, how alike they are (0 to 1), and their paragraphs in order."""

    left: int
    right: int
    score: float
    paragraphs: tuple[ParagraphPair, ...] = ()


@dataclass(frozen=True, slots=True)
class ExchangePair:
    """Exchanges that are one; several on a side where the other joined them, none for a gap."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two transcripts side by side, in the order of the left (gaps of the right in their place).

    ``score`` is the mean of the aligned exchanges' scores, or of the turns' where neither side has
    exchanges; 0 when nothing aligns.
    """

    exchanges: tuple[ExchangePair, ...]
    turns: tuple[TurnPair, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Version:
    """What the choice of the canonical transcript looks at.

    ``labelled`` is False where no label says who speaks. ``official`` is True for the host's own
    text, False for a machine-made one, None when nobody knows. ``part`` is True when the words are
    contained in another version (an excerpt of it). ``received`` orders the documents by arrival.
    """

    complete: bool
    received: int
    labelled: bool = True
    official: bool | None = None
    part: bool = False
    exchanges: int = 0


class Field(StrEnum):
    """What one version can tell another."""

    OUTLET = "outlet"
    REPORTER = "reporter"
    SPEAKER = "speaker"
    DATE = "date"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Filled:
    """A value that the target lacks and the source prints; ISO 8601 for a date.

    ``turn`` and ``source_turn`` are None for the date and the place.
    """

    field: Field
    value: str
    turn: int | None = None
    exchange: int | None = None
    source_turn: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two versions print different values; nobody has settled it."""

    field: Field
    target_value: str
    source_value: str
    turn: int | None = None
    exchange: int | None = None
    source_turn: int | None = None


@dataclass(frozen=True, slots=True)
class FillingPlan:
    """What a target may take from a source, and where the two disagree."""

    filled: tuple[Filled, ...]
    conflicts: tuple[Conflict, ...]


class Mark(StrEnum):
    """What a run of words is in a comparison."""

    SAME = "same"
    DELETED = "deleted"  # only on the left
    INSERTED = "inserted"  # only on the right
    AGREES = "agrees"  # a figure of a translation that the other side has too
    DIFFERS = "differs"  # one that the other side lacks


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a paragraph's text; the segments of a paragraph joined give it back verbatim."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A paragraph on one side of a row; ``turn`` and ``paragraph`` say where it stands."""

    turn: int
    paragraph: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that stand side by side; an empty side is a gap.

    ``exchanges`` are the exchange numbers left and right (None outside exchanges).
    ``changed`` counts the differing words (copies, excerpts, revisions), or the figures that
    differ (translations).
    """

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]
    exchanges: tuple[int | None, int | None]
    changed: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A number that one translation gives and its counterpart does not; texts as printed."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    row: int
    exchanges: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows of a side-by-side page, the count of all differing words, the differing numbers."""

    rows: tuple[Row, ...]
    changed: int
    findings: tuple[Finding, ...]
