"""What stands under a question label and asks nothing."""

import pytest

from tests.transcripts.parsing.reading import read

BRIEFING = """MS. ROE:  Good afternoon.  The quay opens in May.

Q    Which quay will open, and what is it paid from?

MS. ROE:  {answer}

Q    {said}

MS. ROE:  {after}

Q    And the fares?

MS. ROE:  They will not rise.
"""


def kinds(said: str, answer: str, after: str = "Okay.  Go ahead.") -> list[str]:
    """Return kind and exchange of what is said after an answer, and of what is said to that."""
    text = BRIEFING.format(said=said, answer=answer, after=after)
    return [f"{turn.kind} {turn.exchange or '-'}" for turn in read(text).turns[3:5]]


ANSWER = "The north quay, which is paid for over time."


@pytest.mark.parametrize(
    "said",
    [
        "Thank you for clarifying.",
        "Welcome back, by the way.",
        "Happy Friday.",
        "I’m so sorry.",
        "No, go ahead.",
        "Oh, I’ll go after.  Go ahead.",
        "Same to you.",
        "I understand.",
        "Paid for over time.",
        "Hi, thanks for taking my question.  Can you hear me now?  Hello?",
        "Hey, Ms. Roe.  Good afternoon.  How are you doing?",
        "No, I’m good, thanks.",
        "Thank you, Governor.",
    ],
)
def test_courtesies_and_echoes_are_no_questions(said: str) -> None:
    assert kinds(said, ANSWER)[0] == "remarks -"


@pytest.mark.parametrize(
    "said",
    [
        "Just one more.",
        "And the last question on that quay.",
        "Happy to ask it again: which quay?",
        "Can you hear me?  Will it close at night?",
        "It was paid for by the north.",
    ],
)
def test_what_asks_is_a_question(said: str) -> None:
    assert kinds(said, ANSWER)[0] == "question 2"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("You mean on the isle?", "Yeah.  On the isle.  Yes."),
        ("On the fares?", "On the fares, for the small ferries."),
        ("For what?  Sorry.", "The money for the pier."),
        ("How do we measure that?", "On that quay, yeah."),
    ],
)
def test_what_answers_a_question_asked_back_is_no_question(asked: str, said: str) -> None:
    assert kinds(said, asked, "Well, it is there for all.") == ["remarks -", "answer 1"]


def test_what_takes_up_an_offer_is_a_question() -> None:
    assert kinds("On the fares.", "Do you have another question?")[0] == "question 2"


@pytest.mark.parametrize(
    ("after", "kind"),
    [("Yes.", "remarks -"), ("I can hear you fine, Jo.  Go ahead.", "moderation -")],
)
def test_who_is_heard_is_told_so_without_an_answer(after: str, kind: str) -> None:
    assert kinds("Can you hear me?", ANSWER, after) == ["remarks -", kind]


def test_the_rest_of_a_question_that_was_cut_off_is_no_interjection() -> None:
    transcript = read(
        "MS. ROE:  Good afternoon.\n\nQ    Will it sail?\n\nMS. ROE:  It will.\n\n"
        "Q    So it is not, it was never —\n\nMS. ROE:  Well —\n\nQ    — a rule for all.\n\n"
        "MS. ROE:  — it is a rule."
    )
    assert [turn.exchange for turn in transcript.turns] == [None, 1, 1, 2, 2, 3, 3]


def test_banter_before_the_opening_asks_nothing() -> None:
    transcript = read(
        "MS. ROE:  Hi, everyone.  Happy Monday.\n\nQ    Happy Monday.\n\n"
        "MS. ROE:  Okay.  I have a couple of items at the top.  The quay opens in May.\n\n"
        "Q    Which one?\n\nMS. ROE:  The north quay."
    )
    assert [str(turn.kind) for turn in transcript.turns] == [
        "remarks", "remarks", "remarks", "question", "answer",
    ]  # fmt: skip


def test_what_nobody_wrote_down_is_a_question() -> None:
    transcript = read(
        "MS. ROE:  Good afternoon.\n\nQ    Will it sail?\n\n"
        "SECRETARY DOE:  (Speaks in Spanish.)\n\nQ    (Speaks in Spanish.)\n\n"
        "SECRETARY DOE:  (Speaks in Spanish.)"
    )
    assert [turn.exchange for turn in transcript.turns] == [None, 1, 1, 2, 2]


def test_what_not_even_who_was_asked_has_heard_is_no_question() -> None:
    assert kinds("(Inaudible.)", ANSWER, "I’m sorry, I couldn’t hear you.")[0] == "remarks -"
    assert kinds("(Inaudible.)", ANSWER, "I have not heard of that.") == ["question 2", "answer 2"]


def test_what_was_cut_off_by_a_question_asked_back_is_asked_once_it_is_said() -> None:
    transcript = read(
        "MS. ROE:  Good afternoon.\n\nQ    The mayor has said something on the fares --\n\n"
        "MS. ROE:  Which words are these?\n\nQ    She said at noon that they watch the rules.\n\n"
        "MS. ROE:  I have not seen it."
    )
    assert [turn.exchange for turn in transcript.turns] == [None, 1, 1, 2, 2]
