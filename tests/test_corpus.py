"""Three hundred and sixty-five real press briefings, read whole.

The corpus lies beside the repository (``../shared/corpus``) and is not part of it; without it
these tests are skipped.
"""

import re
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from briefings.transcripts.extraction import extract
from briefings.transcripts.parsing import parse
from briefings.transcripts.parsing.dates import find_date
from briefings.transcripts.types import Extracted, Kind, Transcript
from tests.cases import names

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "white-house-2021.tar.xz"
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not there")

# How the source sets a reporter's cue; a few are in Markdown's italics ("*Q    No.*").
CUE = re.compile(r"[\s\\*]*Q(?:\s|$|[:.])")
MIN_CUES_AGREE = 0.995
MIN_TITLE_DATES_AGREE = 0.98


@cache
def readings() -> tuple[tuple[Extracted, Transcript], ...]:
    """Return every document of the corpus with what was read in it."""
    tables = names()
    return tuple((extracted, parse(extracted, tables)) for extracted in documents())


def documents() -> Iterator[Extracted]:
    """Yield the corpus' documents without unpacking it to disk."""
    with tarfile.open(CORPUS) as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.name.endswith(".md") else None
            if stream is not None:
                yield extract(Path(member.name).name, stream.read())


def test_it_covers_every_line() -> None:
    assert len(readings()) == 365
    for extracted, transcript in readings():
        covered: set[int] = set()
        for span in (*transcript.header.spans, *transcript.turns, *transcript.furniture):
            covered.update(range(span.first_line, span.last_line + 1))
        lost = [n.number for n in extracted.lines if n.text.strip() and n.number not in covered]
        assert lost == [], extracted.name
        assert transcript.uncovered_lines == 0
        assert all(piece.reason != "unplaced" for piece in transcript.furniture), extracted.name


def test_it_finds_the_cues_that_the_source_prints() -> None:
    agree = 0
    for extracted, transcript in readings():
        printed = sum(bool(CUE.match(line.text)) for line in extracted.lines)
        found = sum(turn.label == "Q" for turn in transcript.turns)
        agree += printed == found
    assert agree >= MIN_CUES_AGREE * len(readings())


def test_every_answer_says_under_whose_label_it_stands() -> None:
    for extracted, transcript in readings():
        for turn in transcript.turns:
            if turn.kind in (Kind.ANSWER, Kind.HANDOFF):
                assert turn.speaker or turn.label, (extracted.name, turn.first_line)


def test_dates_in_titles_are_those_of_the_front_matter() -> None:
    dated = [
        (found, find_date(extracted.metadata["date"]))
        for extracted, transcript in readings()
        if (found := find_date(transcript.header.title or ""))
    ]
    assert dated
    assert sum(a == b for a, b in dated) >= MIN_TITLE_DATES_AGREE * len(dated)


def test_the_day_of_the_event_is_that_of_the_page_or_shortly_before() -> None:
    for extracted, transcript in readings():
        published = find_date(extracted.metadata["date"])
        assert published is not None
        assert transcript.header.date is not None, extracted.name
        assert 0 <= (published - transcript.header.date).days <= 3, extracted.name
