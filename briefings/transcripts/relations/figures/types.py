"""What a figure is, its one normal form, and how much it tells."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property


class FigureKind(StrEnum):
    """What a figure counts; figures of different kinds are never the same."""

    NUMBER = "number"
    PERCENT = "percent"  # per cent, percentage points, and times (130 % is 1.3 times)
    DATE = "date"  # 2022-07-19, 2022, 2022-07, --07, --07-19
    TIME = "time"
    ORDINAL = "ordinal"


@dataclass(frozen=True)
class Figure:
    """A figure at ``start:end`` of its paragraph; ``value`` is its one normal form.

    For numbers and shares the form is a plain decimal ("1430000", "34.3") or a fraction ("1/3").
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    value: str

    @cached_property
    def key(self) -> str:
        """Kind and value in one string: equal for equal figures."""
        return f"{self.kind}:{self.value}"

    @cached_property
    def digits(self) -> str:
        """The significant digits ("143" of 1430000, "343" of 34.3)."""
        return self.value.replace(".", "").strip("0") or "0"

    @cached_property
    def amount(self) -> float:
        """The number or share as a float; not a number for dates, times and ordinals."""
        if self.kind in (FigureKind.NUMBER, FigureKind.PERCENT):
            return float(Fraction(self.value))
        return float("nan")

    @cached_property
    def rounded(self) -> str:
        """The key at two significant digits: equal for 1.43 million and 1.4 million."""
        if self.kind in (FigureKind.NUMBER, FigureKind.PERCENT) and "/" not in self.value:
            return f"{self.kind}:{self.amount:.1e}"
        return self.key

    @cached_property
    def bits(self) -> float:
        """How much it tells that two texts share this figure, in bits, before any counting.

        A significant digit is worth log2(10) = 3.3 bits at most and real figures are not evenly
        spread, so 3 are reckoned; counts up to a hundred, dates and ordinals are in every briefing.
        """
        if self.kind is FigureKind.NUMBER:
            if "/" in self.value:
                return 2.0
            small = "." not in self.value and self.amount <= 100
            return 1.5 if small else min(12.0, 1.0 + 3.0 * len(self.digits))
        if self.kind is FigureKind.PERCENT:
            return min(10.0, 3.0 * len(self.digits))
        return 1.0

    @cached_property
    def telling(self) -> bool:
        """True for a figure that says something of its briefing: no date, no count up to 100."""
        return self.bits >= 3.0
