"""Years and months with how many briefings each holds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Month:
    """One month: its first day and how many briefings it holds."""

    day: date
    number: int = 0


@dataclass(frozen=True, slots=True)
class Year:
    """One year with its twelve months."""

    year: int
    months: tuple[Month, ...] = field(default=())

    @property
    def number(self) -> int:
        """How many briefings the year holds."""
        return sum(month.number for month in self.months)


def calendar(rows: Iterable[tuple[int, int, int]]) -> list[Year]:
    """Return the years of ``rows``, (year, month, how many), newest first, each with 12 months."""
    found: dict[int, dict[int, int]] = {}
    for year, month, number in rows:
        found.setdefault(year, {})[month] = number
    return [
        Year(
            year,
            tuple(Month(date(year, month, 1), months.get(month, 0)) for month in range(1, 13)),
        )
        for year, months in sorted(found.items(), reverse=True)
    ]
