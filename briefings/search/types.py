"""The shapes of a search: what is asked and what comes back.

Views make a ``Request`` and render a ``Result``; they know nothing of engines or of Haystack.

Nothing here is changed once made. What a page has hundreds of is not frozen all the same: Python
takes three times as long to make what is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Sort(StrEnum):
    """The order of hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Facet(StrEnum):
    """The filters that show counts. The values are the names of the URL's parameters."""

    SPEAKER = "speaker"  # Speaker.pk
    OUTLET = "outlet"  # Outlet.pk: its questions and the answers given to it
    YEAR = "year"  # four digits
    KIND = "kind"  # Kind value
    LANGUAGE = "lang"  # language tag
    SERIES = "series"  # Series.pk


@dataclass(frozen=True, slots=True)
class Request:
    """A search. Several values of one facet mean or; facets, dates and words are joined by and.

    ``selected`` holds ids as ints for speaker, outlet, series and year, else strings. ``after`` and
    ``before`` are inclusive days. ``page`` counts from 1. ``own`` looks at a turn's own words
    alone, so that no answer is found by what its question says.
    """

    query: str = ""
    selected: Mapping[Facet, tuple[int | str, ...]] = field(default_factory=dict)
    after: date | None = None
    before: date | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = 20
    own: bool = False


@dataclass(slots=True)
class Segment:
    """A piece of a passage, marked when it is a hit. Plain text: templates escape it."""

    text: str
    hit: bool = False


@dataclass(slots=True)
class Passage:
    """A part of one paragraph (counted from 1) of a turn; True flags say it was cut at that end."""

    paragraph: int
    segments: tuple[Segment, ...]
    cut_before: bool = False
    cut_after: bool = False


@dataclass(slots=True)
class Hit:
    """A turn found. ``passages`` hold its best one or two; ``turn_id`` is ``Turn.pk``.

    ``also`` are answers of the same briefing that say nearly the same and are not listed again.
    """

    turn_id: int
    score: float
    passages: tuple[Passage, ...] = ()
    also: tuple[int, ...] = ()


@dataclass(slots=True)
class FacetValue:
    """One value of a facet: ``count`` is the total of the list that choosing it alone leads to."""

    value: int | str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of the search as understood, in words, and the search that is left without it."""

    text: str
    without: Request


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A search that would find something: why, in words, and how many."""

    text: str
    request: Request
    total: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a search found: one page of hits in order, and the exact total of all pages.

    ``notices`` are sentences about the query (a quote not closed, an ambiguous name, the index out
    of order). ``terms`` are the words to mark in a page that a hit leads to.
    """

    request: Request
    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[Facet, tuple[FacetValue, ...]] = field(default_factory=dict)
    chips: tuple[Chip, ...] = ()
    notices: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    terms: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages the hits fill."""
        return max(1, -(-self.total // self.request.page_size))


@dataclass(frozen=True, slots=True)
class Bin:
    """A month of a histogram: hits, and the words spoken in all turns that the filters leave."""

    month: str
    hits: int
    words: int

    @property
    def rate(self) -> float:
        """Hits per 10,000 words spoken; 0 where nothing was."""
        return 10_000 * self.hits / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a query is somebody's: hits, and the words that they spoke in all."""

    value: int | str
    label: str
    hits: int
    words: int

    @property
    def rate(self) -> float:
        """Hits per 10,000 words spoken; 0 where nothing was."""
        return 10_000 * self.hits / self.words if self.words else 0.0


class Change(StrEnum):
    """What a stretch of a quotation is to what was said."""

    SAME = "same"
    CHANGED = "changed"  # typed so, said otherwise
    ADDED = "added"  # typed and not said
    LEFT_OUT = "left out"  # said and not typed


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a quotation beside the words that were said, both as written."""

    change: Change
    typed: str
    said: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """The passage that is closest to a quotation: where, how close (0 to 1), word by word.

    ``turn_id`` may be of any version; ``canonical_id`` is the turn of the canonical transcript that
    says the same, None where none is known (or it is the turn itself). ``paragraph`` counts from 1;
    ``start`` and ``end`` are the passage's characters in it.
    """

    turn_id: int
    paragraph: int
    likeness: float
    stretches: tuple[Stretch, ...]
    start: int
    end: int
    canonical_id: int | None = None
