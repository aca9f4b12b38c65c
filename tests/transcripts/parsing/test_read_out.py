"""Who asks for somebody else: read out, sent in, standing in, or only asking leave to speak."""

from briefings.transcripts.types import Attribution
from tests.transcripts.parsing.podium import POLITICA, askers
from tests.transcripts.parsing.reading import read


def test_it_takes_who_reads_a_question_out_for_no_reporter() -> None:
    transcript = read(
        """Press Conference by Minister Jane Roe

MINISTER ROE: Good morning. We open the road today.

MR. HARP: Thank you, Minister. We will now take questions.

MR. HARP: We have received this question from Luz Lind, El Financiero, Mexico: “Who pays?”

MINISTER ROE: Whoever uses it, as I have said.

MR. HARP: Thank you all.
"""
    )
    questions = [turn for turn in transcript.turns if turn.kind == "question"]
    assert [(turn.reporter, turn.outlet) for turn in questions] == [("Luz Lind", "El Financiero")]


def test_it_keeps_the_outlet_for_who_stands_in_for_the_one_called_on() -> None:
    transcript = read(
        """Background Call on the Pier

MODERATOR: We’ll go to Nick Lund from Bloomberg.

QUESTION: Yes, hi. This is actually Iain standing in for Nick. Who pays for the pier?

SENIOR OFFICIAL ONE: Whoever uses it.

MODERATOR: Thank you. That is all for today.
"""
    )
    question = next(turn for turn in transcript.turns if turn.kind == "question")
    assert (question.reporter, question.outlet) == ("Iain", "Bloomberg")


def test_it_gives_the_plea_for_the_floor_to_who_then_says_who_asks() -> None:
    assert askers(
        """
Q    Is there a toll on it, and who will have to pay for it?

MS. DAHL:  There is one, and whoever uses the pier will pay it, as we have said before.

Q    Can I follow up on the toll?

MS. DAHL:  Sure.

Q    Thank you.  Mina Lund, Harbour News.  What will lorries pay for it?
""",
        POLITICA,
    ) == [
        ("Jo Roe", Attribution.FLOOR_GIVEN),
        ("Mina Lund", Attribution.INTRODUCED),
        ("Mina Lund", Attribution.INTRODUCED),
    ]


def test_it_reads_a_question_that_came_in_from_outside() -> None:
    transcript = read(
        """Press conference on the pier

Moderator: Good evening. Jim Free, the manager of the pier, takes your questions.

Reporter: Thanks. When does the pier open to the public, and who pays?

Jim Free: On Friday, and whoever uses it.

Moderator: A question came in online. Rose Dahl from Harbour Africa in Uganda: will it be lit?

Jim Free: It will be, from dusk to dawn.

Moderator: We take one from Zoom. Lucy, are you there?

Reporter: I am. Will there be a ferry from it in the summer?

Jim Free: There will. Thank you all.
"""
    )
    questions = [turn for turn in transcript.turns if turn.kind == "question"]
    assert [(turn.label, turn.reporter) for turn in questions] == [
        ("Reporter", None),
        ("Moderator", "Rose Dahl"),
        ("Reporter", "Lucy"),
    ]
