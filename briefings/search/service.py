"""The search itself: a ``Request`` in, a ``Result`` out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from haystack import connections

from briefings.models import Kind, Outlet, Series, Speaker, Turn
from briefings.search.browse import browse
from briefings.search.engine import Answer, Engine, IndexUnusableError, Question
from briefings.search.language import understand
from briefings.search.matching import wanted_leaves
from briefings.search.passages import mark as mark_text
from briefings.search.passages import passages
from briefings.search.plain import PlainEngine
from briefings.search.tree import has_text
from briefings.search.types import Facet, FacetValue, Hit, Request, Result, Segment

MOST_PAGE_SIZE = 200


def search(request: Request) -> Result:
    """Search. Never raises for anything a reader may type; what is odd is said in ``notices``."""
    understood = understand(request.query)
    notices = list(understood.notices)
    question = _question(request, understood.tree)
    answer = _answer(question, notices)
    leaves = wanted_leaves(understood.tree)
    turns = Turn.objects.in_bulk([found.turn_id for found in answer.found])
    hits = tuple(
        Hit(
            turn_id=found.turn_id,
            score=found.score,
            passages=passages(turns[found.turn_id].text, leaves),
            also=found.also,
        )
        for found in answer.found
        if found.turn_id in turns
    )
    if len(hits) < len(answer.found):
        notices.append(_("Some turns found are no longer in the archive; the index is behind."))
    return Result(
        request=request,
        total=answer.total,
        hits=hits,
        facets=_facets(request, answer),
        notices=tuple(notices),
        terms=tuple(dict.fromkeys(leaf.text for leaf in leaves)),
    )


def matches(request: Request) -> Sequence[int]:
    """Return every hit's ``Turn.pk`` in the request's order, all pages, without passages."""
    question = _question(request, understand(request.query).tree)
    answer = _answer(replace(question, start=0, stop=None, counted=()), [])
    return [found.turn_id for found in answer.found]


def marker(query: str) -> Callable[[str], tuple[Segment, ...]]:
    """Return the function that marks a query's hits in a paragraph; never raises."""
    leaves = wanted_leaves(understand(query).tree)
    return lambda text: mark_text(text, leaves)


def mark(text: str, query: str) -> tuple[Segment, ...]:
    """Return one paragraph with a query's hits marked."""
    return marker(query)(text)


def _question(request: Request, tree: object) -> Question:
    size = min(max(1, request.page_size), MOST_PAGE_SIZE)
    start = (max(1, request.page) - 1) * size
    return Question(
        tree=tree,  # type: ignore[arg-type]
        selected={facet: frozenset(values) for facet, values in request.selected.items() if values},
        after=request.after,
        before=request.before,
        sort=request.sort,
        start=start,
        stop=start + size,
        counted=tuple(Facet),
    )


def _answer(question: Question, notices: list[str]) -> Answer:
    """Answer by the rows where no words are asked, else by the engine, else by the plain walk."""
    if not has_text(question.tree):
        return browse(question)
    engine: Engine = connections["default"].get_backend()
    try:
        return engine.answer(question)
    except IndexUnusableError as error:
        notices.append(str(error))
        return PlainEngine().answer(question)


def _facets(request: Request, answer: Answer) -> Mapping[Facet, tuple[FacetValue, ...]]:
    """Return the facets' values with their names, the most frequent first (years: latest first)."""
    facets = {}
    for facet, counts in answer.counts.items():
        selected = frozenset(request.selected.get(facet, ()))
        counts = {**dict.fromkeys(selected, 0), **counts}
        labels = _labels(facet, counts)
        values = [
            FacetValue(value, labels.get(value, str(value)), number, value in selected)
            for value, number in counts.items()
        ]
        if facet is Facet.YEAR:
            values.sort(key=lambda value: -int(value.value))
        else:
            values.sort(key=lambda value: (-value.count, value.label))
        facets[facet] = tuple(values)
    return facets


def _labels(facet: Facet, values: Iterable[int | str]) -> Mapping[int | str, str]:
    """Return the names of a facet's values."""
    models = {Facet.SPEAKER: Speaker, Facet.OUTLET: Outlet, Facet.SERIES: Series}
    if facet in models:
        rows = models[facet]._default_manager.filter(
            pk__in=[v for v in values if isinstance(v, int)]
        )
        return dict(rows.values_list("pk", "name"))
    if facet is Facet.KIND:
        return {kind.value: str(kind.label) for kind in Kind}
    if facet is Facet.LANGUAGE:
        return {value: _language(str(value)) for value in values}
    return {}


def _language(tag: str) -> str:
    """Return a language's name, "English", and "Chinese + English" for "zh+en"."""
    names = []
    for part in tag.split("+"):
        code = {"zh": "zh-hans"}.get(part, part)
        try:
            names.append(str(get_language_info(code)["name_translated"]))
        except KeyError:
            names.append(part)
    return " + ".join(names)
