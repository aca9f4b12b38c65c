"""Kinds of turns, exchanges, and who asks."""

from briefings.transcripts.types import Attribution, Kind
from tests.transcripts.parsing.reading import read


def test_a_courtesy_under_q_is_no_question() -> None:
    transcript = read(
        "MS. ROE:  Hello.\n\nQ    Will it rain?\n\nMS. ROE:  No.\n\nQ    Thank you.\n\n"
        "MS. ROE:  Bye."
    )
    assert [turn.kind for turn in transcript.turns if turn.label == "Q"] == [
        Kind.QUESTION,
        Kind.REMARKS,
    ]


def test_a_handing_over_is_told_from_an_answer() -> None:
    transcript = read(
        "Speakers:\nLin Da, director\nLu Hai, engineer\nLin Da:\nWelcome.\nCCTV:\nHow deep is it?\n"
        "Lin Da:\nThank you. Mr. Lu Hai will answer this.\nLu Hai:\nNine metres."
    )
    assert [turn.kind for turn in transcript.turns][-3:] == [
        Kind.QUESTION,
        Kind.HANDOFF,
        Kind.ANSWER,
    ]
    assert {turn.exchange for turn in transcript.turns[-3:]} == {1}


def test_a_question_without_its_heading_is_found_by_the_gap_and_its_words() -> None:
    transcript = read(
        "Lin Da:\n\nWelcome.\n\n\nCCTV:\n\nHow deep is it?\n\nLin Da:\n\n"
        "Nine metres. Thank you.\n\n"
        "\n"
        "And how wide is it? Thank you.\n\nLin Da:\n\nThank you for your question. Forty metres."
    )
    question = transcript.turns[-2]
    assert (question.kind, question.outlet, question.exchange) == (Kind.QUESTION, None, 2)
    assert [issue.code for issue in transcript.issues] == ["lost-heading"]


def test_an_answer_with_a_wide_gap_is_left_whole() -> None:
    transcript = read(
        "Lin Da:\n\nWelcome.\n\nCCTV:\n\nHow deep is it?\n\nLin Da:\n\nNine metres.\n\n\n\n"
        "It was seven once.\n\nLu Hai:\n\nEight, I think."
    )
    assert sum(turn.kind is Kind.QUESTION for turn in transcript.turns) == 1


def test_no_questions_mean_no_exchanges() -> None:
    transcript = read("MINISTER ROE: Good day.\n\nMAYOR DOE: Thank you, Minister.")
    assert {turn.exchange for turn in transcript.turns} == {None}
    assert transcript.complete is False


def test_the_floor_given_by_a_moderator_lasts_until_it_is_given_again() -> None:
    transcript = read(
        "MODERATOR: We’ll go to Jane Roe at Bloomberg.\n\nQ: How much?\n\nMR. DOE: Two.\n\n"
        "Q: The whole pier?\n\nMR. DOE: Yes.\n\nMODERATOR: Next we’ll go to Ken Abe of NHK.\n\n"
        "Q: When?\n\nMR. DOE: In May."
    )
    asked = [turn for turn in transcript.turns if turn.kind is Kind.QUESTION]
    assert [(turn.outlet, turn.reporter, turn.outlet_attribution) for turn in asked] == [
        ("Bloomberg", "Jane Roe", Attribution.FLOOR_GIVEN),
        ("Bloomberg", "Jane Roe", Attribution.CONTINUED),
        ("NHK", "Ken Abe", Attribution.FLOOR_GIVEN),
    ]


def test_reporters_who_introduce_themselves_are_believed() -> None:
    questions = [
        "Jane Roe with Harbour News. How much?",
        "Thank you. My name is Jane Roe, Harbour News. How much?",
        "Hi, it's Jane Roe from the Harbour News. How much?",
    ]
    for question in questions:
        turn = read(f"SPOKESMAN: Hello.\n\nQUESTION: {question}\n\nSPOKESMAN: Two.").turns[1]
        assert (turn.outlet, turn.reporter) == ("Harbour News", "Jane Roe"), question
        assert turn.outlet_attribution is Attribution.INTRODUCED


def test_countries_and_lists_are_no_introductions() -> None:
    questions = [
        "Has the President of Nordland called?",
        "It’s Alabama, Louisiana, and Texas that we mean. How much?",
        "Thank you. Minister Roe of Fisheries said no. Why?",
    ]
    for question in questions:
        turn = read(f"SPOKESMAN: Hello.\n\nQUESTION: {question}\n\nSPOKESMAN: Two.").turns[1]
        assert (turn.outlet, turn.reporter) == (None, None), question
