"""Turns to measure search with: those of a directory of documents, and as many more as wanted.

More turns are made by a seeded chain of word pairs over the real texts, with lengths, speakers and
outlets drawn from the real ones. Real vocabularies grow with the text (Heaps' law), so one word in
``NEW_WORD`` is made up from the syllables of others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

from briefings.models import (
    Attribution,
    Briefing,
    Kind,
    Outlet,
    SourceDocument,
    Speaker,
    Transcript,
    Turn,
)
from briefings.resolve import shipped_names
from briefings.transcripts.extraction import extract
from briefings.transcripts.parsing import parse

NEW_WORD = 258  # 388 of the real corpus' last 100,000 words are met the first time
TURNS_A_BRIEFING = 100


@dataclass(frozen=True, slots=True)
class Spoken:
    """A turn before it is a row; ``question`` says that it asks, ``voice`` who speaks or asks."""

    text: str
    kind: str
    voice: str


def read_turns(folder: Path) -> list[list[Spoken]]:
    """Return the turns of each document of a folder, in order, read by two processes."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    with ProcessPoolExecutor(2) as pool:
        return [turns for turns in pool.map(_read, paths, chunksize=4) if turns]


def _read(path: Path) -> list[Spoken]:
    transcript = parse(extract(path.name, path.read_bytes()), shipped_names())
    return [
        Spoken("\n".join(turn.paragraphs), turn.kind.value, turn.speaker or turn.outlet or "")
        for turn in transcript.turns
        if turn.kind.value != Kind.HANDOFF
    ]


def made_turns(real: list[list[Spoken]], number: int, seed: int = 5) -> Iterator[list[Spoken]]:
    """Yield documents of made-up turns, ``number`` turns in all."""
    random = Random(seed)
    turns = [turn for document in real for turn in document]
    following: dict[str, list[str]] = defaultdict(list)
    for turn in turns:
        words = turn.text.split()
        for word, after in pairwise(words):
            following[word].append(after)
    starts = [turn.text.split(maxsplit=1)[0] for turn in turns if turn.text.strip()]
    known = list(following)
    for _ in range(0, number, TURNS_A_BRIEFING):
        document = []
        for _ in range(TURNS_A_BRIEFING):
            like = random.choice(turns)
            word = random.choice(starts)
            words = [word]
            for _ in range(len(like.text.split()) - 1):
                after = following.get(word)
                word = random.choice(after) if after else random.choice(starts)
                if random.random() < 1 / NEW_WORD:
                    one, other = random.choice(known), random.choice(known)
                    words.append(one[: len(one) // 2 + 1] + other[len(other) // 2 :])
                else:
                    words.append(word)
            document.append(Spoken(" ".join(words), like.kind, like.voice))
        yield document


def write_rows(documents: Iterable[list[Spoken]]) -> int:
    """Write published briefings of the documents; return the number of turns."""
    speakers: dict[str, Speaker] = {}
    outlets: dict[str, Outlet] = {}
    total = 0
    for number, document in enumerate(documents, Briefing.objects.count() + 1):
        day = date(2015, 1, 1) + timedelta(days=2 * number)
        source = SourceDocument.objects.create(
            name=f"{number}.txt",
            sha256=f"{number:064}",
            media_type="text/plain",
            size=0,
            content=b"",
        )
        briefing = Briefing.objects.create(slug=f"b-{number}", title=f"Briefing {number}", date=day)
        transcript = Transcript.objects.create(
            document=source,
            briefing=briefing,
            family="benchmark",
            language="en",
            text="",
            parser_version="benchmark",
        )
        briefing.canonical = transcript
        briefing.save()
        rows: list[Turn] = []
        question: Turn | None = None
        for sequence, spoken in enumerate(document, 1):
            asks = spoken.kind == Kind.QUESTION
            row = Turn(
                transcript=transcript,
                sequence=sequence,
                kind=spoken.kind,
                text=spoken.text,
                words=len(spoken.text.split()),
                first_line=sequence,
                last_line=sequence,
            )
            if spoken.voice and asks:
                row.outlet = _named(Outlet, outlets, spoken.voice)
                row.outlet_attribution = Attribution.PRINTED
            elif spoken.voice:
                row.speaker = _named(Speaker, speakers, spoken.voice)
                row.speaker_attribution = Attribution.PRINTED
            if asks:
                row.save()
                question = row
            else:
                row.question = question if spoken.kind == Kind.ANSWER else None
                rows.append(row)
        Turn.objects.bulk_create(rows, batch_size=500)
        total += len(document)
    return total


def _named(model: type, known: dict, name: str) -> object:
    """Return the row of a name, made where it is new."""
    if name not in known:
        made, _ = model.objects.get_or_create(
            name=name[:250], defaults={"slug": f"{model.__name__.lower()}-{len(known)}"}
        )
        known[name] = made
    return known[name]
