"""Bars: words by voice across a briefing, and hits over time above a list of results."""

from collections.abc import Sequence
from dataclasses import dataclass

from .axis import Tick, number, percent, pixels, round_steps
from .periods import Period

ROW_HEIGHT = 48
HISTOGRAM_HEIGHT = 120
# A bar keeps this part of its place; the rest is the gap to its neighbour.
BAR_PART = 0.8
# Of the labels below a histogram or a curve, about this many are kept on a narrow screen.
NARROW_LABELS = 4
WIDE_LABELS = 8


@dataclass(frozen=True, slots=True)
class Row:
    """What one voice said: ``press`` is True for those who ask."""

    name: str
    words: int
    address: str = ""
    press: bool = False


@dataclass(frozen=True, slots=True)
class RowBar:
    """One bar across: its width in percent of the longest, its place in pixels, its share."""

    row: Row
    width: str
    y: int
    share: float


@dataclass(frozen=True, slots=True)
class Rows:
    """Bars across, the longest first."""

    bars: tuple[RowBar, ...]
    height: int
    total: int


def rows(voices: Sequence[Row]) -> Rows:
    """Return the words of each voice as bars, the longest first; ties by name."""
    ordered = sorted(voices, key=lambda voice: (-voice.words, voice.name))
    total = sum(voice.words for voice in ordered)
    longest = ordered[0].words if ordered else 0
    return Rows(
        bars=tuple(
            RowBar(
                row=voice,
                width=percent(voice.words, longest),
                y=place * ROW_HEIGHT,
                share=100 * voice.words / total if total else 0.0,
            )
            for place, voice in enumerate(ordered)
        ),
        height=len(ordered) * ROW_HEIGHT,
        total=total,
    )


@dataclass(frozen=True, slots=True)
class Column:
    """An upright bar: percent across, pixels down, as printed in SVG."""

    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The hits of one period: ``rate`` is per 10,000 words spoken, None where none are known."""

    period: Period
    hits: int
    words: int
    link: str
    column: Column

    @property
    def rate(self) -> float | None:
        """Hits per 10,000 words spoken in the period."""
        return per_ten_thousand(self.hits, self.words)


@dataclass(frozen=True, slots=True)
class Histogram:
    """Hits over time: bars, ticks below and beside, pixels high."""

    bars: tuple[Bar, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    height: int
    by_words: bool


def histogram(
    over: Sequence[Period],
    hits: Sequence[int],
    words: Sequence[int],
    links: Sequence[str],
    *,
    by_words: bool = False,
) -> Histogram:
    """Return the hits of each period as bars up, in hits or per 10,000 words spoken.

    ``links`` are the URL parameters of the searches that list the hits of each period.
    """
    values = [
        (per_ten_thousand(hit, said) or 0.0) if by_words else float(hit)
        for hit, said in zip(hits, words, strict=True)
    ]
    columns, up = upright(values)
    return Histogram(
        bars=tuple(Bar(*row) for row in zip(over, hits, words, links, columns, strict=True)),
        across=labels([period.label for period in over], centred=True),
        up=up,
        height=HISTOGRAM_HEIGHT,
        by_words=by_words,
    )


def upright(values: Sequence[float]) -> tuple[tuple[Column, ...], tuple[Tick, ...]]:
    """Return values side by side as columns, and the ticks of their scale, which begins at 0."""
    steps = round_steps(max(values, default=0), 2)
    place = 1 / max(1, len(values))
    columns = []
    for index, value in enumerate(values):
        top = pixels(value, steps[-1], HISTOGRAM_HEIGHT)
        columns.append(
            Column(
                x=percent((index + (1 - BAR_PART) / 2) * place, 1),
                y=top,
                width=percent(BAR_PART * place, 1),
                height=f"{HISTOGRAM_HEIGHT - float(top):.1f}",
            )
        )
    ticks = (Tick(number(step), pixels(step, steps[-1], HISTOGRAM_HEIGHT)) for step in steps)
    return tuple(columns), tuple(ticks)


def per_ten_thousand(hits: int, words: int) -> float | None:
    """Return hits per 10,000 words, None where no words are known."""
    return 10_000 * hits / words if words else None


def labels(names: Sequence[str], *, centred: bool) -> tuple[Tick, ...]:
    """Return the labels below an axis: few enough to stand apart, fewer on a narrow screen.

    ``centred`` sets each in the middle of its share of the axis, else the first and last stand at
    the ends.
    """
    count = len(names)
    wide = max(1, -(-count // WIDE_LABELS))
    narrow = wide * max(1, -(-count // (wide * NARROW_LABELS)))
    kept = []
    for index in range(0, count, wide):
        part = (index + 0.5) / count if centred else (index / (count - 1) if count > 1 else 0.5)
        kept.append(Tick(names[index], percent(part, 1), minor=index % narrow != 0))
    return tuple(kept)
