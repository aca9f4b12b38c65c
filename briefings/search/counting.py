"""Counts around a search: over time, by speaker and outlet, of words said."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefings.models import Kind
from briefings.search.asking import Asker
from briefings.search.labels import labels
from briefings.search.language import understand
from briefings.search.service import to_question
from briefings.search.tokens import words
from briefings.search.tree import And, Column
from briefings.search.types import Bin, Facet, Request, Share

MOST_SHARES = 20


def histogram(request: Request, *, rated: bool = True) -> tuple[Bin, ...]:
    """Return the months from the first to the last in which anything was said, with their hits.

    A month's words are those of all turns that the request's filters leave, whatever its query;
    months between in which nothing was said are listed with 0. Undated briefings are left out.
    Not ``rated``, no words are added up: they are all 0 and the months are those of the hits.
    """
    hits = _hits(request, Column.MONTH)
    spoken = Asker().words_spoken(to_question(request, And()), Column.MONTH) if rated else {}
    months = sorted(map(str, {*hits, *spoken}))
    if not months:
        return ()
    return tuple(
        Bin(month, hits.get(month, 0), spoken.get(month, 0))
        for month in _months(months[0], months[-1])
    )


def who_says(request: Request, limit: int = MOST_SHARES) -> tuple[Share, ...]:
    """Return the speakers who say it most, by hits; each with all words that they spoke.

    Only their own words count: an answer is not a hit by what its question says.
    """
    return _shares(replace(request, own=True), Facet.SPEAKER, limit)


def who_asks(request: Request, limit: int = MOST_SHARES) -> tuple[Share, ...]:
    """Return the outlets whose questions say it most; each with all words of their questions."""
    selected = {**request.selected, Facet.KIND: (Kind.QUESTION.value,)}
    return _shares(replace(request, own=True, selected=selected), Facet.OUTLET, limit)


def frequencies(wanted: Iterable[str]) -> tuple[Mapping[str, int], int]:
    """Return how often each word is said, exactly as written but for case, and how many words are.

    The words are tokens, as ``said_words`` gives them.
    """
    return Asker().frequencies(tuple(dict.fromkeys(wanted)))


def said_words(text: str) -> list[str]:
    """Return a text's words as the index counts them: folded, unstemmed, in order."""
    return words(text)


def _hits(request: Request, column: Column) -> Mapping[int | str, int]:
    question = to_question(request, understand(request.query).tree)
    counted = replace(question, start=0, stop=0, counted=(column,))
    return Asker().answer(counted).counts[column]


def _shares(request: Request, facet: Facet, limit: int) -> tuple[Share, ...]:
    column = Column(facet.value)
    hits = _hits(request, column)
    spoken = Asker().words_spoken(to_question(request, And()), column)
    names = labels(facet, hits)
    shares = [
        Share(value, names[value], number, spoken.get(value, 0)) for value, number in hits.items()
    ]
    shares.sort(key=lambda share: (-share.hits, -share.rate, share.label))
    return tuple(shares[:limit])


def _months(first: str, last: str) -> Iterable[str]:
    """Yield the months from one to another, both included."""
    year, month = map(int, first.split("-"))
    while (name := f"{year:04}-{month:02}") <= last:
        yield name
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
