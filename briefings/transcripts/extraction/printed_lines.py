"""A line as a PDF prints it: its place on the page, and how wide it is."""

import re
from dataclasses import dataclass

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]"
)
_NARROW = re.compile("[iljtfI.,:;'’|!()\\[\\] -]")
_CAPITAL = re.compile("[A-HJ-ZÀ-Þmw—]")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed: page from 1, the place of its start in points, size of letters."""

    page: int
    x: float
    y: float
    size: float
    text: str
    tail: tuple[float, str] | None = None  # of a line of pieces, the last one's start and text

    @property
    def end(self) -> float:
        """The estimated place where the line ends."""
        start, text = self.tail or (self.x, self.text)
        return start + text_width(text) * self.size


def text_width(text: str) -> float:
    """Estimate a text's width in ems: square Chinese signs, Latin letters about half as wide.

    The figures are those of Times and Helvetica, rounded: 0.28 for "i" or a space, 0.5 for most,
    0.68 for capitals (a label in capitals is a third longer than as many small letters).
    """
    wide, narrow = len(_WIDE.findall(text)), len(_NARROW.findall(text))
    capitals = len(_CAPITAL.findall(text))
    return wide + 0.28 * narrow + 0.68 * capitals + 0.5 * (len(text) - wide - narrow - capitals)
