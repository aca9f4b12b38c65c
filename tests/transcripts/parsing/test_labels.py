"""What is a label and what only looks like one."""

import pytest

from tests.transcripts.parsing.reading import read, turns

BRIEFING = """Press conference on harbours

Ola Nord: Good morning. The pier opens on Friday.

Harbour Daily: Is there a toll?

Ola Nord: There is.

{line}

Nordby TV: And for lorries?

Ola Nord: Ten crowns. Thank you, that is all.
"""


@pytest.mark.parametrize(
    "line",
    [
        "The rules are as follows: pay, wait and drive.",
        "Second: the pier is long.",
        "On Haiti: we wait.",
        "Question: will this go on? Yes, it will.",
        "To the second question: in autumn.",
        "https://harbour.example/pier: see there.",
        "At 10:30 the gate opens.",
        "有三点：开放、绿色、安全。",
        "I said this yesterday: no dogs.",
        '"Pay first": that is the rule.',
    ],
)
def test_it_takes_a_colon_in_speech_for_speech(line: str) -> None:
    answer = read(BRIEFING.format(line=line)).turns[2]
    assert answer.paragraphs == ("There is.", line)


def test_it_takes_an_editor_line_for_furniture() -> None:
    transcript = read(BRIEFING.format(line="Source: Harbour Office Editor: Jane Roe"))
    assert [piece.reason for piece in transcript.furniture] == ["credit"]
    assert len(transcript.turns) == 5


@pytest.mark.parametrize(
    "line",
    [
        "Harbourline: And who collects it?",
        "Jane Roe (Reuters): And who collects it?",
        "Reporter from Radio Elin: And who collects it?",
        "QUESTION: And who collects it?",
        "Jane Roe, Harbour News: And who collects it?",
    ],
)
def test_it_knows_a_label_between_two_turns_of_one_speaker(line: str) -> None:
    text = BRIEFING.format(line=f"{line}\n\nOla Nord: The agency.")
    kinds = [kind for kind, _, _ in turns(read(text))]
    assert kinds == ["remarks", *["question", "answer"] * 3]


def test_q_and_one_space_is_a_label_only_where_q_is_one() -> None:
    transcript = read("MS. ROE: Hello.\n\nQ Will it rain?\n\nMS. ROE: No.\n\nQ And snow?")
    assert [turn.label for turn in transcript.turns] == ["MS. ROE", "Q", "MS. ROE", "Q"]
    alone = read("Q Branch is a place of gadgets.\n\nIt lies below the harbour.")
    assert [turn.label for turn in alone.turns] == [None]


def test_an_answer_label_needs_a_question_label() -> None:
    transcript = read("A: is the first letter.\n\nB: is the second.")
    assert [turn.label for turn in transcript.turns] == [None]
