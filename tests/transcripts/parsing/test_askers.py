"""Who asks: who was called on, who goes on, who breaks in."""

from briefings.transcripts.types import Attribution
from tests.transcripts.parsing.podium import CALL, HEAD, askers, outlets
from tests.transcripts.parsing.reading import read


def test_it_gives_the_question_to_who_was_called_on_and_their_follow_ups() -> None:
    assert askers(
        """
Q    Thank you, Vera.  Is there a toll on it, and who will have to pay for it?

MS. DAHL:  There is one, and whoever uses the pier will pay it, as we have said from the start.

Q    And for lorries?

MS. DAHL:  The same, for all that comes and goes, by day and by night.  Go ahead, Ann.

Q    When does it open, in the morning or at noon?
"""
    ) == [
        ("Jo", Attribution.FLOOR_GIVEN),
        ("Jo", Attribution.CONTINUED),
        ("Ann", Attribution.FLOOR_GIVEN),
    ]


def test_it_reads_who_asked_in_the_answer() -> None:
    assert askers(
        """
Q    Is there a toll on the pier, and who will have to pay for it?

MS. DAHL:  There is a toll, and everybody will pay it, as we have said.  Go ahead.

Q    Thank you, Vera.  On the fleet: When does it leave?

MS. DAHL:  Well, Karen, it leaves on Friday, as the Admiral told you.
"""
    ) == [("Jo", Attribution.FLOOR_GIVEN), ("Karen", Attribution.ADDRESSED)]


def test_it_carries_nothing_over_a_question_without_a_sign_of_going_on() -> None:
    assert askers(
        """
Q    Is there a toll on the pier, and who will have to pay for it?

MS. DAHL:  There is a toll, and everybody will pay it, as we have said from the start.

Q    The Admiral told us that the fleet leaves on Friday.  Why was it kept from the public?
"""
    ) == [("Jo", Attribution.FLOOR_GIVEN), (None, None)]


def test_it_carries_an_outlet_by_the_name_that_is_called() -> None:
    transcript = read(
        CALL
        + """OPERATOR:  Our first question comes from the line of Jo Roe with CNN.

MR. LUND:  Hi, Jo.

Q    Can you hear me?

MR. LUND:  I can.

Q    Thank you.  Is there a toll on the pier?

MR. LUND:  There is.

MODERATOR:  Tam Harb at the Washington Times.

Q    When does it open?

MR. LUND:  At noon.
"""
    )
    assert outlets(transcript)[-2:] == ["CNN", "The Washington Times"]
    assert {turn.reporter for turn in transcript.turns if turn.outlet == "CNN"} == {"Jo Roe"}


def test_it_lets_the_askers_own_words_win_over_the_moderators() -> None:
    transcript = read(
        CALL
        + """MODERATOR:  First, we will go to Sheila Lund at CNN.

Q    Hi, thanks for taking my question.  I’m actually at The 19th, but is there a toll?

MR. LUND:  There is.
"""
    )
    assert outlets(transcript) == ["The 19th"]


def test_it_gives_the_questions_before_the_name_that_an_answer_tells_late() -> None:
    body = """
Q    Thank you, Vera.  Is there a toll on it, and who will have to pay for it?

MS. DAHL:  There is one, and whoever uses the pier will pay it, as we have said from the start.

Q    {second}

MS. DAHL:  Well, Ana, the fund pays for that.
"""
    head = HEAD.replace("  Jo, why don’t you kick us off?", "  Go ahead.")
    addressed = ("Ana", Attribution.ADDRESSED)
    assert askers(body.format(second="And who pays for the lamps?"), head) == [addressed, addressed]
    assert askers(body.format(second="Thanks.  Who pays for them?"), head) == [
        (None, None),
        addressed,
    ]


def test_it_keeps_a_name_told_late_from_questions_before_the_floor_passed_on() -> None:
    head = HEAD.replace("  Jo, why don’t you kick us off?", "  Go ahead.")
    assert askers(
        """
Q    Is there a toll on it, and who will have to pay for it?

MS. DAHL:  There is one, and whoever uses the pier will pay it, as we have said from the start.

Q    Thanks, Vera.

MS. DAHL:  Go ahead.

Q    And who pays for the lamps?

MS. DAHL:  Well, Ana, the fund pays for that.
""",
        head,
    ) == [(None, None), ("Ana", Attribution.ADDRESSED)]


def test_it_believes_an_address_once_the_guests_have_gone() -> None:
    guest = """
Q    When does it sail?

SECRETARY LUND:  On Fridays, we hope, if the weather holds.

MS. DAHL:  Thank you, Secretary Lund.  Come back soon.

SECRETARY LUND:  Great.

MS. DAHL:  Okay.  I have two items at the top.  The quay opens in May.

"""
    talk = "Q    And what is it for?\n\nMS. DAHL:  It is for the ferries.\n\n" * 5
    asked = "Q    Who pays?\n\nMS. DAHL:  Well, Ann, the fund pays for all of it.\n"
    assert askers(guest + talk + asked)[-1] == ("Ann", Attribution.ADDRESSED)


def test_agencies_that_write_themselves_small_and_one_of_two_that_were_called() -> None:
    transcript = read(
        "Press statements by Chancellor Roe\n\n4 March 2025\n\nStS Hille: Welcome, all.\n\n"
        "StS Hille: The first question goes to Ms. Osten, dpa.\n\nQuestion: When?\n\n"
        "Chancellor Roe: Soon. There is no more to be said of that today, I am afraid.\n\n"
        "StS Hille: The last question, Ritzau or Berlingske? – You decide.\n\n"
        "Question: Berlingske, then. On cables: is there proof?\n\nChancellor Roe: None."
    )
    questions = [turn for turn in transcript.turns if turn.kind == "question"]
    assert [turn.outlet for turn in questions] == ["dpa", "Berlingske"]
