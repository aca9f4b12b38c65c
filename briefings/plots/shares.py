"""Shares: how much of each year's questions one outlet asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .axis import Tick
from .bars import HISTOGRAM_HEIGHT, Column, labels, upright

# Pixels: two years as two slabs across a page would look like more than they are.
YEAR_WIDTH = 72


@dataclass(frozen=True, slots=True)
class Count:
    """The questions of an outlet, and how many of them ask on."""

    questions: int = 0
    follow_ups: int = 0


@dataclass(frozen=True, slots=True)
class Year:
    """One year: the outlet's questions, those of all outlets, and the bar of their share.

    ``link`` are the URL parameters of the search that lists the outlet's questions.
    """

    year: int
    count: Count
    of_all: int
    link: str
    column: Column

    @property
    def percent(self) -> float | None:
        """The share in percent; None of a year in which no outlet is known to have asked."""
        return share(self.count.questions, self.of_all)


@dataclass(frozen=True, slots=True)
class Shares:
    """The years from an outlet's first question to its last, oldest first, as upright bars.

    ``width`` and ``height`` are pixels; a narrow screen may show it narrower.
    """

    years: tuple[Year, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    width: int
    height: int


def share(part: int, whole: int) -> float | None:
    """Return ``part`` in percent of ``whole``, None of nothing."""
    return 100 * part / whole if whole else None


def shares(
    counts: Mapping[int, Count], of_all: Mapping[int, int], links: Mapping[int, str]
) -> Shares:
    """Return an outlet's share of each year's questions.

    All three are by year: the outlet's questions, those of all outlets, and the URL parameters of
    the searches that list the outlet's. Years without a question of the outlet stand between.
    """
    over: Sequence[int] = range(min(counts), max(counts) + 1) if counts else ()
    asked = [counts.get(year, Count()) for year in over]
    values = [
        share(one.questions, of_all.get(year, 0)) or 0.0
        for year, one in zip(over, asked, strict=True)
    ]
    columns, up = upright(values)
    return Shares(
        years=tuple(
            Year(year, one, of_all.get(year, 0), links.get(year, ""), column)
            for year, one, column in zip(over, asked, columns, strict=True)
        ),
        across=labels([str(year) for year in over], centred=True),
        up=up,
        width=YEAR_WIDTH * len(over),
        height=HISTOGRAM_HEIGHT,
    )
