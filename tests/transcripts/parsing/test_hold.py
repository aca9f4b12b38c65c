"""How long a reporter has the floor: what keeps it, takes it away and gives it to another."""

import pytest

from briefings.transcripts.types import Attribution
from tests.transcripts.parsing.podium import CALL, POLITICA, askers, outlets
from tests.transcripts.parsing.reading import read


def test_it_gives_a_question_that_was_cut_off_to_one_reporter() -> None:
    assert askers(
        """
Q    Thank you.  Is there —

MS. DAHL:  Sure.

Q    — a toll on the pier, now that it is open?

MS. DAHL:  There is a toll, and everybody will pay it, as we have said.  Go ahead.

Q    Thank you.  What about the harbour, which has been closed since the spring?
"""
    ) == [("Jo", Attribution.FLOOR_GIVEN), ("Jo", Attribution.CONTINUED), (None, None)]


def test_it_keeps_the_floor_for_who_was_called_on_while_another_breaks_in() -> None:
    assert askers(
        """
Q    Is there a toll on the pier, and who will have to pay for it?

MS. DAHL:  There is a toll, and everybody will pay it, as we have said.  Go ahead, Sabrina.

Q    The harbour, please?

MS. DAHL:  I’ll come to you next.

Q    Thank you, Vera.  On the fleet: When does it leave?
"""
    ) == [
        ("Jo", Attribution.FLOOR_GIVEN),
        (None, None),
        ("Sabrina", Attribution.FLOOR_GIVEN),
    ]


def test_it_leaves_the_rest_of_a_question_with_who_began_it() -> None:
    assert askers(
        """
Q    Is there a toll, and doesn’t the Admiral —

MS. DAHL:  I think we’re going to have to move on.  Go ahead, Karen.

Q    — have to pay it?

MS. DAHL:  Go ahead, Karen.

Q    Thank you.  When does the fleet leave?
"""
    ) == [
        ("Jo", Attribution.FLOOR_GIVEN),
        ("Jo", Attribution.CONTINUED),
        ("Karen", Attribution.FLOOR_GIVEN),
    ]


def test_it_takes_a_greeting_after_a_full_answer_for_somebody_else() -> None:
    found = askers(
        """
Q    Is there a toll on the pier, and who will have to pay for it?

MS. DAHL:  There is a toll, and everybody will pay it, as we have said from the start.

Q    Thanks, Vera.  When does the fleet leave?

MS. DAHL:  It leaves on Friday, as the Admiral told you, and it comes back in the spring.

Q    And where does it go?
"""
    )
    assert found == [("Jo", Attribution.FLOOR_GIVEN), (None, None), (None, None)]


def test_it_leaves_a_question_begun_again_with_who_began_it() -> None:
    assert askers(
        """
Q    And lastly, yesterday —

MS. DAHL:  Go ahead, Ann.  I think we have to keep going —

Q    But lastly, yesterday the pier was shut.  Why?

MS. DAHL:  It was mended.  Go ahead, Ann.

Q    When does it open again?
"""
    ) == [
        ("Jo", Attribution.FLOOR_GIVEN),
        ("Jo", Attribution.CONTINUED),
        ("Ann", Attribution.FLOOR_GIVEN),
    ]


def test_it_takes_a_check_of_the_sound_for_a_new_voice_unless_one_was_called_on() -> None:
    transcript = read(
        CALL
        + """OPERATOR:  Our first question comes from the line of Jo Roe with CNN.

Q    Can you hear me?

MR. LUND:  Yes.

Q    Is there a toll on the pier?

MR. LUND:  Thanks, Jo.  There is.
"""
    )
    assert outlets(transcript) == ["CNN"]
    body = """
Q    Is there a toll on the pier, and who is to pay for it?

MS. DAHL:  There is one, Jo, and whoever uses the pier will pay, as we said from the start.

Q    Hi, can you hear me?

MS. DAHL:  Yep.

Q    And when does it open?
"""
    assert askers(body)[1] == (None, None)


def test_it_takes_the_floor_from_who_has_thanked_for_the_answer() -> None:
    assert askers(
        """
Q    Is there a toll on it, and who will have to pay for it?

MS. DAHL:  There is one, and whoever uses the pier will pay it, as we have said from the start.

Q    Thanks.

MS. DAHL:  Go ahead.

Q    And what of the lamps on the pier, will they be lit at night?

MS. DAHL:  It’s a great question, Ann, and the answer is that they will, from the first night on.
"""
    ) == [("Jo", Attribution.FLOOR_GIVEN), ("Ann", Attribution.ADDRESSED)]


@pytest.mark.parametrize(
    "call",
    [
        "The gentleman with the beard?",
        "(CROSSTALK) OK, last one.  Yes, ma’am.",
        "Right there, in the second row.",
        "Let me go to Nation, Ann Roe of Lund.",
        "Last one, and it had better be good.",
    ],
)
def test_it_ends_a_hold_on_the_floor_where_somebody_is_pointed_at(call: str) -> None:
    assert askers(
        f"""
Q    Is there a toll on it, and who will have to pay for it?

MS. DAHL:  There is one, and whoever uses the pier will pay it, as we have said before.  {call}

Q    And may I ask about the bridge?
""",
        POLITICA,
    ) == [("Jo Roe", Attribution.FLOOR_GIVEN), (None, None)]


def test_it_leaves_the_floor_with_who_was_called_on_while_an_operator_opens_the_line() -> None:
    transcript = read(
        """Background Call on the Pier

MODERATOR: We’ll go to Kirsty Lund-Moore at the Nordby Morning Herald.

OPERATOR: One moment, please. Please go ahead.

QUESTION: Thank you. Who pays for the pier?

SENIOR OFFICIAL ONE: Whoever uses it.

MODERATOR: Thank you. That is all for today.
"""
    )
    assert outlets(transcript) == ["Nordby Morning Herald"]


def test_it_spends_a_call_when_its_bearer_asks() -> None:
    assert askers(
        """
Q    Is there a toll on it, and who will have to pay for it?

MS. DAHL:  There is one, and whoever uses the pier will pay it.  Ben, then Ibtisam.

Q    Thank you, Vera.  What will lorries pay for it?

MS. DAHL:  The same as all others do.  Yes, please.

Q    Ibtisam Lund, Reuters.  What will buses pay for it?

MS. DAHL:  The same as all others do, by day and by night, on all days of the year.

Q    Do you plan to put it to a vote of the harbour's members?
"""
    )[-1] == (None, None)
