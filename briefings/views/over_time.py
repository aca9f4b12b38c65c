"""Hits over time: the histogram above results, and the curves of terms."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefings.forms import parameters
from briefings.models import Kind
from briefings.plots.bars import Histogram, histogram
from briefings.plots.lines import Lines, Series, lines
from briefings.plots.periods import MOST_PERIODS, Period, gather, periods
from briefings.search import histogram as by_month
from briefings.search import matches
from briefings.search.types import Bin, Facet, Request

# A bar can be thinner than a fingertip, for the table below it holds its link too.
MOST_BARS = 60
# What each side of the room says.
SIDES = {
    "podium": (Kind.REMARKS.value, Kind.ANSWER.value, Kind.MODERATION.value),
    "press": (Kind.QUESTION.value,),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of the table below the curves, and the search that lists what it counts."""

    side: str
    term: str
    hits: int
    rate: float | None
    link: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The curves of terms, and the same as a table without the periods in which nobody spoke.

    ``undated`` counts the hits in briefings without a date.
    """

    shape: Lines
    table: tuple[tuple[Period, tuple[Cell, ...]], ...]
    undated: int


def bars(asked: Request, *, by_words: bool = False) -> Histogram | None:
    """Return a search's hits over time, None where they fall in fewer than two periods."""
    bins = by_month(asked, rated=by_words)
    over = _periods([_day(one) for one in bins], MOST_BARS)
    if len(over) < 2:
        return None
    hits = gather({_day(one): one.hits for one in bins}, over)
    words = gather({_day(one): one.words for one in bins}, over)
    if sum(number > 0 for number in hits) < 2:
        return None
    return histogram(over, hits, words, [_link(asked, one) for one in over], by_words=by_words)


def curves(terms: Sequence[str]) -> Terms | None:
    """Return the plot of these terms, None where no briefing is dated.

    Only a turn's own words count: an answer does not say what its question says.
    """
    # The words of a side are the same for every term, so they are added up once.
    spoken = {
        side: {_day(one): one.words for one in by_month(Request(selected={Facet.KIND: kinds}))}
        for side, kinds in SIDES.items()
    }
    over = _periods([month for months in spoken.values() for month in months])
    if not over:
        return None
    sides: dict[str, list[Series]] = {side: [] for side in SIDES}
    undated = 0
    for term in terms:
        for side, kinds in SIDES.items():
            asked = Request(query=term, own=True, selected={Facet.KIND: kinds})
            hits = gather({_day(one): one.hits for one in by_month(asked, rated=False)}, over)
            words = gather(spoken[side], over)
            links = tuple(_link(asked, period) for period in over)
            sides[side].append(Series(term, hits, words, links))
            undated += len(matches(asked)) - sum(hits)
    table = tuple(
        (period, tuple(_cells(index, sides)))
        for index, period in enumerate(over)
        if any(series[0].words[index] for series in sides.values())
    )
    return Terms(lines(over, list(sides.items())), table, undated)


def _cells(index: int, sides: Mapping[str, Sequence[Series]]) -> Iterable[Cell]:
    """Yield one period's numbers, the podium's terms and then the press's."""
    for side, terms in sides.items():
        for term in terms:
            yield Cell(side, term.term, term.hits[index], term.rate(index), term.links[index])


def _periods(months: Sequence[date], most: int = MOST_PERIODS) -> list[Period]:
    """Return the periods from the first month to the last, none where there is no month."""
    return periods(min(months), max(months), most) if months else []


def _link(asked: Request, period: Period) -> str:
    """Return the parameters of the search that lists what a bar or a point counts."""
    after = max(filter(None, [asked.after, period.first]))
    before = min(filter(None, [asked.before, period.last]))
    return parameters(replace(asked, after=after, before=before))


def _day(one: Bin) -> date:
    """Return the first day of a month."""
    return date.fromisoformat(f"{one.month}-01")
