"""One text reads the same from every format."""

from collections.abc import Callable
from functools import partial

import pytest

from briefings.transcripts.extraction import extract
from briefings.transcripts.types import Kind
from tests.properties.extraction.files import as_docx, as_pdf
from tests.properties.holding import TEXTS, holds, squeezed
from tests.transcripts.extraction.documents import as_html, as_subtitles, as_text


def test_the_same_briefing_reads_the_same_from_every_format() -> None:
    transcripts = {
        name: holds(extract(f"briefing.{name}", write()))
        for name, write in (
            ("text", as_text),
            ("html", as_html),
            ("docx", as_docx),
            ("pdf", as_pdf),
        )
    }
    wanted = transcripts["text"]
    assert [turn.kind for turn in wanted.turns].count(Kind.QUESTION) == 2
    for name, transcript in transcripts.items():
        said = [(t.kind, t.label, t.speaker, t.outlet, t.paragraphs) for t in transcript.turns]
        assert said == [
            (t.kind, t.label, t.speaker, t.outlet, t.paragraphs) for t in wanted.turns
        ], name
        header, expected = transcript.header, wanted.header
        assert (header.title, header.date) == (expected.title, expected.date), name
        assert header.participants == expected.participants, name


def test_the_same_is_said_in_subtitles() -> None:
    told = [
        [
            (turn.kind, turn.label, turn.outlet, " ".join(turn.paragraphs))
            for turn in holds(extract("briefing", data)).turns
        ]
        for data in (as_text(), as_subtitles())
    ]
    assert told[1] == told[0]


@pytest.mark.parametrize("write", [as_html, as_docx, as_pdf, partial(as_pdf, columns=2)])
@pytest.mark.parametrize("number", [0, 2, 3, 4])
def test_a_seed_written_in_another_format_has_the_same_turns(
    number: int, write: Callable[[list[str]], bytes]
) -> None:
    """The first page of 001 alone has signs that the PDF's font does not."""
    lines = [" ".join(line.split()) for line in TEXTS[number].split("\n") if line.strip()]
    told = [
        [(turn.kind, turn.label, squeezed("".join(turn.paragraphs))) for turn in transcript.turns]
        for transcript in (holds(extract("x", data)) for data in (as_text(lines), write(lines)))
    ]
    assert told[0]
    assert told[1] == told[0]


@pytest.mark.parametrize("end", ["\n", "\n\n", "\n\n\n"], ids=["none", "one", "two"])
@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_a_seed_has_the_same_turns_however_many_blank_lines_stand_between_its_paragraphs(
    number: int, end: str
) -> None:
    """Web pages set them apart as they like: a lost heading is told by the words."""
    lines = [line for line in TEXTS[number].split("\n") if line.strip()]
    told = [
        [
            (turn.kind, turn.label, turn.exchange, turn.outlet, turn.paragraphs)
            for turn in holds(extract("seed.txt", text.encode())).turns
        ]
        for text in (TEXTS[number], end.join(lines))
    ]
    assert told[1] == told[0]
