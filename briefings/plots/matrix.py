"""The matrix of who answers whom: outlets down, speakers across, a disc for their answers."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap
from unicodedata import east_asian_width

# What can be taken in at once; the table below the plot and the CSV hold all.
MOST_ROWS = 24
MOST_COLUMNS = 14
CELL = 40
# A row's name is set in up to two lines of so many characters ("People's Posts and /
# Telecommunications News"), a column's in one; what is longer is cut, and whole in the table.
LINE_CHARACTERS = 24
COLUMN_CHARACTERS = 40
# Pixels of a character of 14 px text, and of one in a name set 40° aslant: across, and up.
CHARACTER = 7.6
CHARACTER_ACROSS = 5.8
CHARACTER_UP = 4.9
LARGEST_RADIUS = 18
SMALLEST_RADIUS = 4
# A disc of this radius has room for its number.
NUMBERED_RADIUS = 10


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
    """A row's or column's name as it is set, its place in pixels, and its total."""

    party: Party
    lines: tuple[str, ...]
    at: int
    total: int


# A party with its total and the lines of its name.
Named = tuple[Party, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cell:
    """The answers of one speaker to one outlet, as a disc whose area is their number."""

    answers: Answers
    x: int
    y: int
    radius: str
    numbered: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """The busiest outlets by the busiest speakers; ``left_out`` counts answers outside of it.

    The cells begin at (``left``, ``top``) and end at ``right``; all are pixels.
    """

    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    cells: tuple[Cell, ...]
    left: int
    right: int
    top: int
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
    beside = _named(outlets, MOST_ROWS, LINE_CHARACTERS, 2)
    above = _named(speakers, MOST_COLUMNS, COLUMN_CHARACTERS, 1)
    left = 20 + round(CHARACTER * _longest(beside))
    slanted = _longest(above)
    top = 20 + round(CHARACTER_UP * slanted)
    rows, columns = _labels(beside, top), _labels(above, left)
    right = left + CELL * len(columns)
    down = {label.party: label.at for label in rows}
    across = {label.party: label.at for label in columns}
    shown = [one for one in counts if one.outlet in down and one.speaker in across]
    most = max((one.number for one in shown), default=0)
    total = sum(one.number for one in counts)
    cells = []
    for one in shown:
        radius = _radius(one.number, most)
        numbered = radius >= NUMBERED_RADIUS
        place = across[one.speaker], down[one.outlet]
        cells.append(Cell(one, *place, f"{radius:.1f}", numbered))
    return Matrix(
        rows=rows,
        columns=columns,
        cells=tuple(sorted(cells, key=lambda cell: (cell.y, cell.x))),
        left=left,
        right=right,
        top=top,
        # The last slanted name needs room to its right.
        width=right + round(CHARACTER_ACROSS * slanted),
        height=top + CELL * len(rows),
        total=total,
        left_out=total - sum(one.number for one in shown),
    )


def _named(totals: Counter[Party], most: int, width: int, lines: int) -> list[Named]:
    """Return the parties with the most answers, ties by name, with their totals and their names.

    A name is set in at most ``lines`` lines of ``width`` characters.
    """
    ordered = sorted(totals.items(), key=lambda item: (-item[1], item[0].name.casefold()))
    return [
        (party, total, tuple(wrap(party.name, width, max_lines=lines, placeholder="…")))
        for party, total in ordered[:most]
    ]


def _labels(named: list[Named], start: int) -> tuple[Label, ...]:
    """Return each party in the middle of its cell."""
    return tuple(
        Label(party, lines, start + CELL * place + CELL // 2, total)
        for place, (party, total, lines) in enumerate(named)
    )


def _longest(named: list[Named]) -> int:
    """Return the characters of the longest line of a name; a Chinese one counts for two."""
    lines = (line for _party, _total, lines in named for line in lines)
    return max((sum(1 + (east_asian_width(c) in "WF") for c in line) for line in lines), default=0)


def _radius(number: int, most: int) -> float:
    """Return a radius so that areas are as the numbers, but never too small to see."""
    return max(SMALLEST_RADIUS, LARGEST_RADIUS * math.sqrt(number / most))
