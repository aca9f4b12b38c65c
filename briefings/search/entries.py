"""What is indexed: one entry a turn of the canonical transcript of a published briefing.

Hand-overs are left out: they hold no more than "please go ahead".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from zlib import crc32

from django.db.models import F, QuerySet

from briefings.models import Briefing, Kind, Turn
from briefings.search.repeats import repeats
from briefings.search.tokens import words

INDEXED_KINDS = (Kind.REMARKS, Kind.QUESTION, Kind.ANSWER, Kind.MODERATION)


@dataclass(frozen=True, slots=True)
class Entry:
    """A turn as an engine sees it. Ids are primary keys, 0 where nothing is known.

    ``question`` is the text of the question that an answer answers, "" for all others. ``outlet``
    and ``asker`` of an answer are those of its question. ``group`` is the turn's own id, or that of
    the earlier answer of the briefing that says nearly the same.
    """

    turn: int
    text: str
    question: str
    briefing: int
    sequence: int
    speaker: int
    outlet: int
    kind: str
    lang: str
    series: int
    place: str
    asker: str
    complete: int
    day: date | None
    words: int
    group: int

    @property
    def year(self) -> int:
        """The year of the briefing, 0 where its date is not known."""
        return self.day.year if self.day else 0

    @property
    def month(self) -> str:
        """The month of the briefing ("2022-07"), "" where its date is not known."""
        return self.day.strftime("%Y-%m") if self.day else ""

    @property
    def tokens(self) -> int:
        """How many tokens the text has: words, figures, signs, ideographs."""
        return len(words(self.text))

    @property
    def checksum(self) -> int:
        """What tells an entry of today from one of before, in 32 bits (``check_index``)."""
        return crc32(repr(self).encode())


def indexed_turns() -> QuerySet[Turn]:
    """Return the turns that are searched, with what an entry needs."""
    return Turn.objects.filter(
        kind__in=INDEXED_KINDS,
        transcript__briefing__status=Briefing.Status.PUBLISHED,
        transcript__briefing__canonical=F("transcript"),
    ).select_related("transcript__briefing", "question")


def entry_of(turn: Turn, group: int | None = None) -> Entry:
    """Return the entry of one turn of ``indexed_turns``."""
    briefing = turn.transcript.briefing
    asked = turn.question if turn.kind == Kind.ANSWER else None
    source = asked or turn
    return Entry(
        turn=turn.pk,
        text=turn.text,
        question=asked.text if asked else "",
        briefing=briefing.pk,
        sequence=turn.sequence,
        speaker=turn.speaker_id or 0,
        outlet=source.outlet_id or 0,
        kind=turn.kind,
        lang=turn.transcript.language,
        series=briefing.series_id or 0,
        place=briefing.place,
        asker=source.reporter,
        complete=int(turn.transcript.complete),
        day=briefing.date,
        words=turn.words,
        group=group or turn.pk,
    )


def entries(turns: Iterable[Turn]) -> Iterator[Entry]:
    """Yield the entries of turns of ``indexed_turns`` that come transcript by transcript."""
    for transcript, of_transcript in groupby(turns, key=lambda turn: turn.transcript_id):
        answers = Turn.objects.filter(transcript=transcript, kind=Kind.ANSWER)
        groups = repeats(answers.order_by("sequence").values_list("pk", "text"))
        for turn in of_transcript:
            yield entry_of(turn, groups.get(turn.pk))
