"""Curves: terms over time, what the podium and the press say apart, per 10,000 words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .axis import Tick, number, percent, pixels, round_steps
from .bars import labels, per_ten_thousand
from .periods import Period

PANEL_HEIGHT = 180


@dataclass(frozen=True, slots=True)
class Series:
    """How often one term is said on one side, by period: passages, of so many words spoken.

    ``links`` are the URL parameters of the searches that list the passages of each period.
    """

    term: str
    hits: tuple[int, ...]
    words: tuple[int, ...]
    links: tuple[str, ...]

    def rate(self, index: int) -> float | None:
        """Return the hits per 10,000 words of a period, None where nothing was said."""
        return per_ten_thousand(self.hits[index], self.words[index])


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a curve, at (x percent, y pixels)."""

    period: Period
    hits: int
    words: int
    rate: float
    link: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line between two neighbouring points."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A term's points in order; ``style`` (1 to 4) tells curves apart by dash and mark."""

    term: str
    style: int
    points: tuple[Point, ...]
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The curves of one side, to a scale of its own.

    A question is short and an answer long, so per word the press says any term far more often: on
    one scale the podium's curves would lie flat.
    """

    side: str
    curves: tuple[Curve, ...]
    up: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Panels one below the other over the same time."""

    panels: tuple[Panel, ...]
    across: tuple[Tick, ...]
    height: int


def lines(over: Sequence[Period], sides: Sequence[tuple[str, Sequence[Series]]]) -> Lines:
    """Return the sides' terms as curves.

    A period in which a side said nothing has no rate and gets no point; the line goes on from the
    last point to the next.
    """
    return Lines(
        panels=tuple(_panel(over, side, terms) for side, terms in sides),
        across=labels([period.label for period in over], centred=False),
        height=PANEL_HEIGHT,
    )


def _panel(over: Sequence[Period], side: str, terms: Sequence[Series]) -> Panel:
    """Return one side's curves and the ticks of its scale."""
    rates = [term.rate(index) or 0.0 for term in terms for index in range(len(over))]
    steps = round_steps(max(rates, default=0))
    return Panel(
        side,
        tuple(_curve(over, term, style, steps[-1]) for style, term in enumerate(terms, 1)),
        tuple(Tick(number(step), pixels(step, steps[-1], PANEL_HEIGHT)) for step in steps),
    )


def _curve(over: Sequence[Period], term: Series, style: int, top: float) -> Curve:
    """Return one term's points and the strokes between neighbours."""
    points = []
    for index, period in enumerate(over):
        rate = term.rate(index)
        if rate is None:
            continue
        part = index / (len(over) - 1) if len(over) > 1 else 0.5
        x, y = percent(part, 1), pixels(rate, top, PANEL_HEIGHT)
        points.append(
            Point(period, term.hits[index], term.words[index], rate, term.links[index], x, y)
        )
    strokes = (Stroke(one.x, one.y, other.x, other.y) for one, other in pairwise(points))
    return Curve(term.term, style, tuple(points), tuple(strokes))
