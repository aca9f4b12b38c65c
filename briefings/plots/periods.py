"""The stretches of time on a plot's axis: months, quarters or years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum


class Grain(IntEnum):
    """How many months one period holds."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12


# About as many points as a screen of 320 pixels can hold apart for a fingertip (24 pixels) twice
# over; a longer time is shown in coarser periods.
MOST_PERIODS = 24


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Some whole months; ``first`` and ``last`` are its first and last day."""

    first: date
    last: date
    grain: Grain

    @property
    def label(self) -> str:
        """The period in figures that any language reads: 2022, 2022-Q3, 2022-07."""
        if self.grain is Grain.YEAR:
            return str(self.first.year)
        if self.grain is Grain.QUARTER:
            return f"{self.first.year}-Q{(self.first.month + 2) // 3}"
        return f"{self.first.year}-{self.first.month:02}"


def period_of(day: date, grain: Grain) -> Period:
    """Return the period of that grain in which ``day`` lies."""
    months = day.year * 12 + day.month - 1
    start = months - months % grain
    return Period(
        date(start // 12, start % 12 + 1, 1),
        # The day before the next period; year 9999 has none after it.
        date.max
        if (start + grain) // 12 > date.max.year
        else date((start + grain) // 12, (start + grain) % 12 + 1, 1) - timedelta(days=1),
        grain,
    )


def periods(first: date, last: date, most: int = MOST_PERIODS) -> list[Period]:
    """Return all periods from ``first`` to ``last`` in order, as fine as ``most`` allows.

    A time longer than ``most`` years is given in years all the same.
    """
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    grain = next((g for g in Grain if -(-months // g) + 1 <= most), Grain.YEAR)
    found = [period_of(first, grain)]
    while found[-1].last < last:
        found.append(period_of(found[-1].last + timedelta(days=1), grain))
    return found


def gather(by_month: Mapping[date, int], over: Sequence[Period]) -> tuple[int, ...]:
    """Add up numbers by month (its first day) into consecutive periods that hold them all."""
    sums = dict.fromkeys(over, 0)
    for month, number in by_month.items():
        sums[period_of(month, over[0].grain)] += number
    return tuple(sums.values())
