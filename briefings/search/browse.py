"""Searches without words: the filters alone, answered by the database through the ORM."""

from collections import Counter
from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Sum, When
from django.db.models.functions import ExtractYear, TruncMonth

from briefings.models import Kind, Turn
from briefings.search.engine import Answer, Found, Question
from briefings.search.entries import indexed_turns
from briefings.search.tree import And, Column, Days, Having, Node, Not, Or
from briefings.search.types import Sort

_DAY = "transcript__briefing__date"
# Where each column lies in the rows; ``asked_outlet`` and ``asked_reporter`` are annotated below.
_FIELDS = {
    Column.SPEAKER: "speaker_id",
    Column.OUTLET: "asked_outlet",
    Column.YEAR: "year",
    Column.MONTH: "month",
    Column.KIND: "kind",
    Column.LANGUAGE: "transcript__language",
    Column.SERIES: "transcript__briefing__series_id",
    Column.PLACE: "transcript__briefing__place",
    Column.ASKER: "asked_reporter",
    Column.COMPLETE: "transcript__complete",
}
_NOTHING = Q(pk__in=())
_ORDERS = {
    Sort.NEWEST: (F(_DAY).desc(nulls_last=True), "-transcript__briefing", "sequence"),
    Sort.OLDEST: (F(_DAY).asc(nulls_last=True), "transcript__briefing", "sequence"),
}


def _turns() -> QuerySet[Turn]:
    """Return the indexed turns with the outlet and reporter that asked, and the year."""
    asked = Q(kind=Kind.ANSWER, question__isnull=False)
    return indexed_turns().annotate(
        asked_outlet=_of_question(asked, "outlet_id"),
        asked_reporter=_of_question(asked, "reporter"),
        year=ExtractYear(_DAY),
        month=TruncMonth(_DAY),
    )


def _of_question(asked: Q, name: str) -> Case:
    """Return the question's value for an answer, else the turn's own."""
    return Case(When(asked, then=F(f"question__{name}")), default=F(name))


def condition(node: Node) -> Q:
    """Return a tree without words as a condition on rows; values unknown match no wanted value."""
    if isinstance(node, And):
        return reduce(and_, map(condition, node.parts), Q())
    if isinstance(node, Or):
        return reduce(or_, map(condition, node.parts), _NOTHING)
    if isinstance(node, Not):
        # As a set, and by id, so that an unknown value (NULL) is not the value that is not wanted.
        return ~Q(pk__in=_turns().filter(condition(node.part)).order_by().values("pk"))
    if isinstance(node, Having):
        return _having(node.column, node.values)
    if isinstance(node, Days):
        after = Q(**{f"{_DAY}__gte": node.after}) if node.after else Q()
        before = Q(**{f"{_DAY}__lte": node.before}) if node.before else Q()
        return after & before
    raise TypeError(f"{type(node).__name__} asks for words; an engine answers it.")


_IDS = {Column.SPEAKER, Column.OUTLET, Column.SERIES, Column.YEAR, Column.COMPLETE}
_MOST = 2**63  # what a database's whole number holds


def _having(column: Column, values: Iterable[int | str]) -> Q:
    """Return the condition of one column; a value that no row can have is left out."""
    if column in _IDS:
        possible = [v for v in values if isinstance(v, int) and abs(v) < _MOST]
        return Q(**{f"{_FIELDS[column]}__in": possible})
    texts = [v for v in values if isinstance(v, str) and "\x00" not in v]
    return Q(**{f"{_FIELDS[column]}__in": texts})


def _listed(question: Question) -> QuerySet[Turn]:
    """Return the turns within the days that the values chosen leave."""
    parts = (_having(column, values) for column, values in question.selected.items() if values)
    return _within_days(question).filter(reduce(and_, parts, Q()))


def _within_days(question: Question) -> QuerySet[Turn]:
    return _turns().filter(condition(Days(question.after, question.before))).order_by()


def _value(column: Column, value: Any) -> int | str:
    """Return a column's value as engines give it; the database's month is a day."""
    if value is None:
        return 0
    if column is Column.MONTH:
        return f"{value:%Y-%m}"
    found: int | str = value
    return found


def browse(question: Question) -> Answer:
    """Answer a question without words; by relevance is newest first, nothing is collapsed.

    The total and all counts come from one pass over the rows: how many turns have each combination
    of values (a few thousand); what is chosen is looked up in these.
    """
    tree = condition(question.tree)
    # The kind is always among them: a list of no columns is Django's word for all.
    columns = tuple(dict.fromkeys((*question.counted, *question.selected, Column.KIND)))
    rows = _within_days(question).filter(tree).values_list(*(_FIELDS[c] for c in columns))
    combinations = [
        ({c: _value(c, value) for c, value in zip(columns, values, strict=True)}, number)
        for *values, number in rows.annotate(number=Count("pk"))
    ]

    def chosen(values: dict[Column, int | str], left_out: Column | None = None) -> bool:
        return all(
            values[column] in wanted
            for column, wanted in question.selected.items()
            if wanted and column != left_out
        )

    counts: dict[Column, Counter[int | str]] = {column: Counter() for column in question.counted}
    for values, number in combinations:
        for column in question.counted:
            if values[column] and chosen(values, column):
                counts[column][values[column]] += number
    total = sum(number for values, number in combinations if chosen(values))
    order = _ORDERS.get(question.sort, _ORDERS[Sort.NEWEST])
    listed = _listed(question).filter(tree).order_by(*order)
    page = listed.values_list("pk", flat=True)[question.start : question.stop]
    return Answer(total, tuple(Found(pk, 0.0) for pk in page), counts)


def words_spoken(question: Question, column: Column) -> dict[int | str, int]:
    """Return the words spoken in all turns that a question's filters leave, by a column's value."""
    rows = _listed(question).values_list(_FIELDS[column]).annotate(number=Sum("words"))
    return {_value(column, value): number for value, number in rows if value}
