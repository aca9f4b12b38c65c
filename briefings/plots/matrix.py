"""The matrix of who answers whom: outlets down, speakers across, a disc for their answers."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

# What can be taken in at once; the table below the plot and the CSV hold all.
MOST_ROWS = 24
MOST_COLUMNS = 14
CELL = 40
# Room for names: those across stand slantwise, about 0.7 of their length high.
LABEL_WIDTH = 220
LABEL_HEIGHT = 170
LARGEST_RADIUS = 18
SMALLEST_RADIUS = 4


@dataclass(frozen=True, slots=True)
class Party:
    """An outlet or a speaker: its row's key, its name, its page."""

    pk: int
    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Answers:
    """How many answers of a speaker an outlet got; ``link`` is the search that lists them."""

    outlet: Party
    speaker: Party
    number: int
    link: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A row's or column's name, its place in pixels, and its total."""

    party: Party
    at: int
    total: int


@dataclass(frozen=True, slots=True)
class Cell:
    """The answers of one speaker to one outlet, as a disc whose area is their number."""

    answers: Answers
    x: int
    y: int
    radius: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The busiest outlets by the busiest speakers; ``left_out`` counts answers outside of it."""

    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    cells: tuple[Cell, ...]
    width: int
    height: int
    total: int
    left_out: int


def matrix(counts: Iterable[Answers]) -> Matrix:
    """Return the matrix of these numbers."""
    counts = list(counts)
    outlets: Counter[Party] = Counter()
    speakers: Counter[Party] = Counter()
    for one in counts:
        outlets[one.outlet] += one.number
        speakers[one.speaker] += one.number
    rows = _labels(outlets, MOST_ROWS, LABEL_HEIGHT)
    columns = _labels(speakers, MOST_COLUMNS, LABEL_WIDTH)
    down = {label.party: label.at for label in rows}
    across = {label.party: label.at for label in columns}
    shown = [one for one in counts if one.outlet in down and one.speaker in across]
    most = max((one.number for one in shown), default=0)
    total = sum(one.number for one in counts)
    cells = (
        Cell(one, across[one.speaker], down[one.outlet], _radius(one.number, most)) for one in shown
    )
    return Matrix(
        rows=rows,
        columns=columns,
        cells=tuple(sorted(cells, key=lambda cell: (cell.y, cell.x))),
        # The last slanted name needs room to its right.
        width=LABEL_WIDTH + CELL * len(columns) + LABEL_HEIGHT,
        height=LABEL_HEIGHT + CELL * len(rows),
        total=total,
        left_out=total - sum(one.number for one in shown),
    )


def _labels(totals: Counter[Party], most: int, start: int) -> tuple[Label, ...]:
    """Return the parties with the most answers, ties by name, each in the middle of its cell."""
    ordered = sorted(totals.items(), key=lambda item: (-item[1], item[0].name))[:most]
    return tuple(
        Label(party, start + CELL * place + CELL // 2, total)
        for place, (party, total) in enumerate(ordered)
    )


def _radius(number: int, most: int) -> str:
    """Return a radius so that areas are as the numbers, but never too small to see."""
    return f"{max(SMALLEST_RADIUS, LARGEST_RADIUS * math.sqrt(number / most)):.1f}"
