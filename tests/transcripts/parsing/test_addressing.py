"""Whom an answer addresses."""

import pytest

from briefings.transcripts.parsing.addressing import addressed, called


def name(answer: str, question: str = "What now?", many: bool = False) -> str | None:
    return addressed(answer, question, frozenset({"vera", "dahl"}), many=many)


@pytest.mark.parametrize(
    "answer",
    [
        "Well, Karen, the pier is safe.",
        "Thanks, Karen, for the question.",
        "Thank you for that question, Karen. It opens.",
        "As you noted, Karen — it opens.",
        "It is, as far as I know, Karen, quite safe.",
        "Good question, Karen. It opens.",
    ],
)
def test_it_reads_who_asked_in_the_answer(answer: str) -> None:
    assert name(answer) == "Karen"


@pytest.mark.parametrize(
    "answer",
    [
        "Well, Vera, you may add to this.",
        "Well, Congress, the pier is yours.",
        "I told my colleague, Karen, about it.",
        "Thank you, Dr. Lund.",
        "We asked Nordby, Karen and others.",
        "Absolutely. Go ahead, Karen.",
        "Two reasons, first the pier.",
    ],
)
def test_it_takes_other_names_for_nobody(answer: str) -> None:
    assert name(answer) is None


def test_it_takes_a_name_that_the_question_says_for_none() -> None:
    assert name("Well, Karen, she said it.", "What did Karen say?") is None


def test_it_takes_a_name_that_opens_the_answer_where_it_is_known() -> None:
    for word, known in (("Karen", frozenset({"Karen"})), ("Certainly", frozenset())):
        found = addressed(f"{word}, I have not seen it.", "When?", frozenset(), known, many=False)
        assert found == (word if known else None)


def test_it_believes_only_thanks_where_several_answer() -> None:
    assert name("Thanks, Karen. As I said, it opens.", many=True) is None
    assert name("Thank you for the question, Karen. It opens.", many=True) == "Karen"


def test_it_collects_the_names_that_people_are_called_by() -> None:
    assert called(["That is right, Karen.", "Absolutely, today."]) == {"Karen"}
