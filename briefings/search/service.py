"""The search itself: a ``Request`` in, a ``Result`` out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from time import perf_counter

from django.utils.translation import gettext as _

from briefings.models import Turn
from briefings.search.asking import Asker
from briefings.search.engine import Answer, Found, Question
from briefings.search.explaining import chips, choices, explain
from briefings.search.labels import labels_of
from briefings.search.language import understand
from briefings.search.matching import Finder, wanted_leaves
from briefings.search.passages import mark as mark_text
from briefings.search.passages import passages
from briefings.search.rows import columns_by_key
from briefings.search.tree import Column, Node
from briefings.search.types import Facet, FacetValue, Hit, Request, Result, Segment

MOST_PAGE_SIZE = 200
SLOW = 1.0  # seconds, of one walk over the rows while the index cannot be used


def search(request: Request) -> Result:
    """Search. Never raises for anything a reader may type; what is odd is said in ``notices``."""
    understood = understand(request.query)
    asker = Asker()
    question = to_question(request, understood.tree)
    start = perf_counter()
    answer = asker.answer(question)
    is_slow = asker.is_plain and perf_counter() - start > SLOW
    leaves = wanted_leaves(understood.tree)
    listed = hits(answer, Finder(leaves))
    notices = list(understood.notices)
    if len(listed) < len(answer.found):
        notices.append(_("Some turns found are no longer in the archive; the index is behind."))

    def count(other: Request) -> int:
        tree = understand(other.query).tree
        return asker.answer(replace(to_question(other, tree), start=0, stop=0, counted=())).total

    suggestions = list(choices(request, understood, count))
    if not answer.total and not is_slow:  # each suggestion would cost as much again
        why, relaxed = explain(request, understood, count, asker.similar_words)
        notices += why
        suggestions += relaxed
    return Result(
        request=request,
        total=answer.total,
        hits=listed,
        facets=_facets(request, answer),
        chips=chips(request, understood),
        notices=tuple(dict.fromkeys([*asker.notices, *notices])),
        suggestions=tuple(suggestions),
        terms=tuple(dict.fromkeys(leaf.text for leaf in leaves)),
    )


def matches(request: Request) -> Sequence[int]:
    """Return every hit's ``Turn.pk`` in the request's order, all pages, without passages."""
    question = to_question(request, understand(request.query).tree)
    answer = Asker().answer(replace(question, start=0, stop=None, counted=()))
    return [found.turn_id for found in answer.found]


def stream(request: Request, batch: int = 200) -> Iterator[Hit]:
    """Yield every hit with its passages in the request's order, reading rows by batches."""
    finder = Finder(wanted_leaves(understand(request.query).tree))
    found = matches(request)
    for start in range(0, len(found), batch):
        part = tuple(Found(turn, 0.0) for turn in found[start : start + batch])
        yield from hits(Answer(len(found), part), finder)


def marker(query: str) -> Callable[[str], tuple[Segment, ...]]:
    """Return the function that marks a query's hits in a paragraph; never raises."""
    finder = Finder(wanted_leaves(understand(query).tree))
    return lambda text: mark_text(text, finder)


def mark(text: str, query: str) -> tuple[Segment, ...]:
    """Return one paragraph with a query's hits marked."""
    return marker(query)(text)


def to_question(request: Request, tree: Node) -> Question:
    """Return what an engine is asked for one page of a request."""
    size = min(max(1, request.page_size), MOST_PAGE_SIZE)
    start = (max(1, request.page) - 1) * size
    return Question(
        tree=tree,
        selected={
            Column(facet.value): frozenset(values)
            for facet, values in request.selected.items()
            if values
        },
        after=request.after,
        before=request.before,
        sort=request.sort,
        start=start,
        stop=start + size,
        counted=tuple(Column(facet.value) for facet in Facet),
        own=request.own,
    )


def hits(answer: Answer, finder: Finder) -> tuple[Hit, ...]:
    """Return the hits with their passages; a turn that is gone from the rows is left out."""
    (texts,) = columns_by_key((Turn, "text", [found.turn_id for found in answer.found]))
    return tuple(
        Hit(found.turn_id, found.score, passages(texts[found.turn_id], finder), found.also)
        for found in answer.found
        if found.turn_id in texts
    )


def _facets(request: Request, answer: Answer) -> Mapping[Facet, tuple[FacetValue, ...]]:
    """Return the facets' values with their names, the most frequent first (years: latest first)."""
    chosen = {facet: frozenset(request.selected.get(facet, ())) for facet in Facet}
    counts = {
        facet: {**dict.fromkeys(chosen[facet], 0), **answer.counts[Column(facet.value)]}
        for facet in Facet
    }
    names = labels_of(counts)
    facets = {}
    for facet in Facet:
        name = names[facet]
        rows = [(-number, name[value], value) for value, number in counts[facet].items()]
        if facet is Facet.YEAR:
            rows.sort(key=itemgetter(1), reverse=True)
        else:
            rows.sort()
        on = chosen[facet]
        facets[facet] = tuple(
            [FacetValue(value, label, -less, value in on) for less, label, value in rows]
        )
    return facets
