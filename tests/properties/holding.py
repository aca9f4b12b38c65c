"""What must be true of any transcript, whatever was read."""

import re
from pathlib import Path

from briefings.transcripts.names import Names
from briefings.transcripts.parsing import explain, parse
from briefings.transcripts.types import Extracted, Kind, Transcript

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = Names.load(SEEDS / "outlets.toml", SEEDS / "speakers.toml")
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]


def holds(extracted: Extracted) -> Transcript:
    """Parse, and assert all that must be true of any transcript; return it."""
    transcript = parse(extracted, NAMES)
    count = len(extracted.lines)
    header, turns, furniture = transcript.header.spans, transcript.turns, transcript.furniture

    covered: set[int] = set()
    for span in (*header, *turns, *furniture):
        assert 1 <= span.first_line <= span.last_line <= count
        covered.update(range(span.first_line, span.last_line + 1))
    lost = [line for line in extracted.lines if line.text.strip() and line.number not in covered]
    assert lost == []
    assert "reader-failed" not in [issue.code for issue in transcript.issues]
    assert transcript.uncovered_lines == 0

    said_in_order(extracted, transcript)

    assert [turn.first_line for turn in turns] == sorted(turn.first_line for turn in turns)
    exchange = 0
    for turn in turns:
        if turn.kind is Kind.QUESTION:
            exchange += 1
            assert turn.exchange == exchange
        elif turn.kind in (Kind.ANSWER, Kind.HANDOFF):
            assert turn.exchange == exchange > 0
        assert all(text == text.strip() and text and "\n" not in text for text in turn.paragraphs)
    assert all(issue.message and issue.code for issue in transcript.issues)

    explained = explain(extracted, NAMES)
    assert [line.number for line in explained] == [line.number for line in extracted.lines]
    return transcript


def said_in_order(extracted: Extracted, transcript: Transcript) -> None:
    """Assert that each paragraph's words stand in the lines of its turn, one after the other."""
    for turn in transcript.turns:
        lines = extracted.lines[turn.first_line - 1 : turn.last_line]
        source = squeezed("".join(line.text for line in lines))
        at = 0
        for paragraph in turn.paragraphs:
            words = squeezed(paragraph)
            found = source.find(words, at)
            assert found >= 0, (
                f"not in lines {turn.first_line}-{turn.last_line}: {paragraph[:80]!r}"
            )
            at = found + len(words)


def squeezed(text: str) -> str:
    """Return a text without white space: joining wrapped lines may add or drop some."""
    return re.sub(r"[\s\u200b\ufeff\u2060]+", "", text)
