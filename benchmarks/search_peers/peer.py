"""What each engine is asked, and what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.search.entries import Entry

PAGE = 20
FACETS = ("speaker", "outlet", "year", "kind", "lang")


@dataclass(frozen=True, slots=True)
class Query:
    """Words joined by ``join`` (all, any, phrase, prefix), maybe of one speaker, and what of it."""

    words: tuple[str, ...]
    join: str = "all"
    speaker: int | None = None
    facets: bool = False
    snippets: bool = False
    bare: bool = False


class Peer:
    """An engine: ``build`` indexes entries, ``ask`` answers and returns the total.

    ``open`` takes up what an earlier run has built.
    """

    name = ""

    def open(self) -> None:
        """Open the index that is there; most do so when made or first asked."""

    def build(self, entries: Sequence[Entry]) -> None:
        """Index all entries."""
        raise NotImplementedError

    def ask(self, query: Query) -> int:
        """Answer a query in full; return its total."""
        raise NotImplementedError
