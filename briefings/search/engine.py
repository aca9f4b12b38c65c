"""The contract of an engine: one question, one answer.

An engine is whatever answers a ``Question`` exactly: the Whoosh backend with its columns, the plain
walk over the database's rows, or another Haystack backend. ``tests/search/contract.py`` is the
contract as a test class.

What a turn matches
    A turn matches a word (phrase, prefix …) when its own text does, or, for an answer, when the
    text of its question does. AND, OR, NOT and the filters combine these as sets.
Order by relevance
    First the turns whose own words satisfy the query, then the answers that need their question's
    words for it; within each, by score: own words count fully, the question's a quarter
    (``QUESTION_WEIGHT``); ties go to the newer briefing, then to reading order.
Collapsing
    Near-identical answers of one briefing carry one ``group``; a list shows the first of a group
    in its order and names the others, and totals and counts count the group once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from briefings.search.tree import And, Column, Node
from briefings.search.types import Sort

# A choice: it orders the answers among themselves; own words come first whatever it is.
QUESTION_WEIGHT = 0.25


class IndexUnusableError(Exception):
    """The index cannot answer; the message is a sentence that says why and what mends it."""


class IndexMissingError(IndexUnusableError):
    """No index has been built yet."""


@dataclass(frozen=True, slots=True)
class Question:
    """What an engine is asked: the tree, the facets chosen, days, order, and a slice of the list.

    ``stop`` is exclusive; None means to the end. The columns that ``counted`` names are counted.
    ``own`` leaves the text of answers' questions out of it.
    """

    tree: Node = field(default_factory=And)
    selected: Mapping[Column, frozenset[int | str]] = field(default_factory=dict)
    after: date | None = None
    before: date | None = None
    sort: Sort = Sort.RELEVANCE
    start: int = 0
    stop: int | None = 20
    counted: tuple[Column, ...] = ()
    own: bool = False


@dataclass(slots=True)  # not frozen: see ``types``
class Found:
    """A turn found; ``also`` are the turns of its group that it stands for."""

    turn_id: int
    score: float
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The slice asked for, the exact total of the list, and the counts of each column's values.

    A value's count is the total of the list with this value alone chosen in its column and all else
    unchanged; unknown values (0, "") are not counted.
    """

    total: int
    found: tuple[Found, ...]
    counts: Mapping[Column, Mapping[int | str, int]] = field(default_factory=dict)


class Engine(Protocol):
    """What the service needs of an engine."""

    def answer(self, question: Question) -> Answer:
        """Answer; raises ``IndexUnusableError`` when the index cannot be used."""
        ...

    def similar_words(self, word: str, limit: int = 5) -> list[str]:
        """Return words of the index spelt like a word, the likeliest first."""
        ...

    def words_spoken(self, question: Question, column: Column) -> Mapping[int | str, int]:
        """Return the words of all turns that the question leaves, by the column's values."""
        ...

    def frequencies(self, wanted: Iterable[str]) -> tuple[Mapping[str, int], int]:
        """Return how often each word (a token, unstemmed) is said, and how many words are."""
        ...
