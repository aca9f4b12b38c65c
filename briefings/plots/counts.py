"""The numbers that plots show, asked of the rows: canonical turns of published briefings alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, QuerySet, Sum
from django.db.models.functions import ExtractMonth, ExtractYear

from briefings.models import Briefing, Kind, Turn

from .bars import Row
from .matrix import Answers, Party

Month = tuple[int, int]
# Turns are looked up by key so many at a time; SQLite takes 32,766 values in one query.
BATCH = 10_000


def span() -> tuple[date, date] | None:
    """Return the first and last day of the published briefings, None where none is dated."""
    days = Briefing.objects.published().aggregate(first=Min("date"), last=Max("date"))
    return (days["first"], days["last"]) if days["first"] else None


def words_by_month() -> tuple[Mapping[Month, int], Mapping[Month, int]]:
    """Return the words spoken in each (year, month) by the podium and by the press."""
    rows = (
        _dated(Turn.objects.canonical().exclude(kind=Kind.HANDOFF))
        .values_list("year", "month", "kind")
        .annotate(number=Sum("words"))
    )
    return _sides(rows)


def hits_by_month(turns: Sequence[int]) -> tuple[Mapping[Month, int], Mapping[Month, int]]:
    """Return how many of these turns (primary keys) fall in each month: podium, press.

    Turns of undated briefings fall in none.
    """
    podium: dict[Month, int] = defaultdict(int)
    press: dict[Month, int] = defaultdict(int)
    for start in range(0, len(turns), BATCH):
        rows = (
            _dated(Turn.objects.filter(pk__in=turns[start : start + BATCH]))
            .values_list("year", "month", "kind")
            .annotate(number=Count("pk"))
        )
        for total, part in zip((podium, press), _sides(rows), strict=True):
            for month, number in part.items():
                total[month] += number
    return podium, press


def _dated(turns: QuerySet[Turn]) -> Any:
    """Group turns by the year and month of their briefing."""
    return (
        turns.filter(transcript__briefing__date__isnull=False)
        .order_by()
        .annotate(
            year=ExtractYear("transcript__briefing__date"),
            month=ExtractMonth("transcript__briefing__date"),
        )
    )


def _sides(rows: Iterable[Any]) -> tuple[Mapping[Month, int], Mapping[Month, int]]:
    """Add (year, month, kind, number) up for the podium and for the press."""
    podium: dict[Month, int] = defaultdict(int)
    press: dict[Month, int] = defaultdict(int)
    for year, month, kind, number in rows:
        side = press if kind == Kind.QUESTION else podium
        side[year, month] += number or 0
    return podium, press


def answers(series: int | None = None, year: int | None = None) -> list[Answers]:
    """Return how many answers each outlet got of each speaker, in one query."""
    turns = Turn.objects.canonical().filter(
        kind=Kind.ANSWER, speaker__isnull=False, question__outlet__isnull=False
    )
    if series is not None:
        turns = turns.filter(transcript__briefing__series=series)
    if year is not None:
        turns = turns.filter(transcript__briefing__date__year=year)
    names = [
        f"{who}__{field}"
        for who in ("question__outlet", "speaker")
        for field in ("pk", "name", "slug")
    ]
    rows = turns.order_by().values_list(*names).annotate(number=Count("pk"))
    return [Answers(Party(*row[:3]), Party(*row[3:6]), row[6]) for row in rows]


def voices(briefing: Briefing) -> list[Row]:
    """Return the words of each voice of a briefing: speakers one by one, the press by outlet.

    Voices that were not resolved stand under their label as printed, or none.
    """
    words: dict[tuple[str, str, bool], int] = defaultdict(int)
    turns = Turn.objects.filter(transcript=briefing.canonical_id).exclude(kind=Kind.HANDOFF)
    for turn in turns.select_related("speaker", "outlet").only(
        "kind", "label", "reporter", "words", "speaker__name", "speaker__slug", "outlet__name",
        "outlet__slug",
    ):  # fmt: skip
        press = turn.kind == Kind.QUESTION
        holder = turn.outlet if press else turn.speaker
        name = holder.name if holder else (turn.reporter if press else "") or turn.label
        words[name, holder.get_absolute_url() if holder else "", press] += turn.words
    return [Row(name, number, address, press) for (name, address, press), number in words.items()]
