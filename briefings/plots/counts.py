"""The numbers that plots show, asked of the rows: canonical turns of published briefings alone."""

from collections import defaultdict

from django.db.models import Count, Q

from briefings.models import Briefing, Kind, Outlet, Turn

from . import shares
from .bars import Row
from .matrix import Answers, Party

# An outlet's questions by year, None for those of undated briefings.
ByYear = dict[int | None, shares.Count]


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


def questions_of(outlet: Outlet) -> ByYear:
    """Return an outlet's questions and follow-ups by year."""
    asked = Turn.objects.canonical().filter(kind=Kind.QUESTION, outlet=outlet).with_follow_up()
    rows = asked.by_year().annotate(follow_ups=Count("pk", filter=Q(follow_up=True)))
    return {row["year"]: shares.Count(row["number"], row["follow_ups"]) for row in rows}


def questions_of_all() -> dict[int | None, int]:
    """Return the questions of all known outlets by year, None for undated briefings."""
    asked = Turn.objects.canonical().filter(kind=Kind.QUESTION, outlet__isnull=False)
    return {row["year"]: row["number"] for row in asked.by_year()}
