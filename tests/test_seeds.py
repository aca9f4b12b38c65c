"""The five seed documents, read exactly; against their gold where it lies beside the repository."""

import json
from pathlib import Path
from typing import Any

import pytest

from briefings.transcripts.types import Kind
from tests.cases import SEEDS, read

GOLD = SEEDS.parents[1] / "shared" / "gold"
DOCUMENTS = sorted(SEEDS.glob("*.txt"))


@pytest.mark.parametrize(
    ("start", "turns", "exchanges", "complete"),
    [
        ("000", 3, 0, False),
        ("001", 2, 0, False),
        ("002", 31, 10, True),
        ("003", 18, 9, False),
        ("004", 22, 9, True),
    ],
)
def test_it_finds_the_turns_of_each_seed(
    start: str, turns: int, exchanges: int, complete: bool
) -> None:
    transcript = read(next(path for path in DOCUMENTS if path.name.startswith(start)))
    questions = [turn for turn in transcript.turns if turn.kind is Kind.QUESTION]
    assert (len(transcript.turns), len(questions)) == (turns, exchanges)
    assert transcript.complete is complete
    assert {issue.code for issue in transcript.issues} <= {"lost-heading"}


@pytest.mark.skipif(not GOLD.exists(), reason="the gold is not there")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name[:3])
def test_every_turn_is_that_of_the_gold(path: Path) -> None:
    gold = json.loads((GOLD / f"{path.stem}.json").read_text(encoding="utf-8"))
    transcript = read(path)
    assert transcript.header.title == gold["title"]
    assert str(transcript.header.date or "") == (gold["date"] or "")
    assert transcript.header.place == gold["place"]
    found: list[dict[str, Any]] = [
        {
            "kind": str(turn.kind),
            "speaker": turn.speaker,
            "outlet": turn.outlet,
            "exchange": turn.exchange,
            "paragraphs": len(turn.paragraphs),
            "words": sum(len(text.split()) for text in turn.paragraphs),
            "starts": " ".join(turn.paragraphs[0].split()[:8]),
            "ends": " ".join(turn.paragraphs[-1].split()[-5:]),
        }
        for turn in transcript.turns
    ]
    assert found == [{key: turn[key] for key in found[0]} for turn in gold["turns"]]
