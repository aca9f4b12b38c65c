"""Who asks: who was called on, who goes on, who breaks in."""

import pytest

from briefings.transcripts.types import Attribution, Transcript
from tests.transcripts.parsing.reading import read

HEAD = """Press Briefing by Press Secretary Vera Dahl

1:05 P.M. EST

MS. DAHL:  Good afternoon, everyone.  The pier opens on Friday.  Jo, why don’t you kick us off?

"""
END = """
MS. DAHL:  That is what I have.  Thank you, everyone.

END 1:40 P.M. EST
"""


def askers(body: str, head: str = HEAD) -> list[tuple[str | None, Attribution | None]]:
    transcript = read(head + body.strip() + "\n" + END)
    return [
        (turn.reporter, turn.reporter_attribution)
        for turn in transcript.turns
        if turn.kind == "question"
    ]


def outlets(transcript: Transcript) -> list[str | None]:
    return [turn.outlet for turn in transcript.turns if turn.kind == "question"]


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


CALL = """Press Call on the Harbour

MODERATOR:  Welcome to this call.  We will go to questions.

MR. LUND:  Thank you.  The pier opens on Friday.

"""


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


def test_it_gives_a_printed_name_the_outlet_that_was_said_the_first_time() -> None:
    transcript = read(
        """Transcript of Chair Lund’s Press Conference

CHAIR LUND.  Good afternoon.  Rates stay where they are.

JO ROE.  Hi.  Jo Roe from Marketplace.  When will they fall?

CHAIR LUND.  We will see.

ANN DAHL.  Thank you.  Ann Dahl, Harbour News.  And prices?

CHAIR LUND.  They fall.

JO ROE.  In the spring, as you have said before?

CHAIR LUND.  In the spring.  Thank you all.
"""
    )
    assert outlets(transcript) == ["Marketplace", "Harbour News", "Marketplace"]


def test_it_knows_a_reporter_again_by_the_name_alone() -> None:
    transcript = read(
        """Press conference by Secretary Vera Dahl

Moderator: We start with Harbour News.

Harbour News: Is there a toll on the pier?

Vera Dahl: There is.

Dana Michel (Nordby Street Journal): And who pays it?

Vera Dahl: Whoever uses it.

Dana Michel: Does that go for lorries, too?

Vera Dahl: It does.

Sean: Sean Gull from the Nordby Maverick. When does it open?

Vera Dahl: On Friday.

Sean: In the morning?

Vera Dahl: At noon. Thank you all.
"""
    )
    assert [(t.reporter, t.outlet) for t in transcript.turns if t.kind == "question"] == [
        (None, "Harbour News"),
        ("Dana Michel", "Nordby Street Journal"),
        ("Dana Michel", "Nordby Street Journal"),
        ("Sean Gull", "Nordby Maverick"),
        ("Sean Gull", "Nordby Maverick"),
    ]


def test_it_takes_anybodys_label_for_no_name() -> None:
    transcript = read(
        """Press conference with Mayor Vera Dahl

Mayor Vera Dahl: Good morning. The pier opens on Friday. Let's go to Sam from the Harbour Echo.

Unidentified Speaker: Is there a toll on the pier?

Mayor Vera Dahl: There is. Thank you all.
"""
    )
    question = next(turn for turn in transcript.turns if turn.kind == "question")
    assert (question.reporter, question.outlet) == ("Sam", "Harbour Echo")


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


POLITICA = HEAD.replace("Jo, why don’t you kick us off?", "Jo Roe from Reuters.")


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


def test_it_reads_the_reporters_name_under_the_outlets_label() -> None:
    transcript = read(
        """Press conference by Secretary Vera Dahl

AFP: Thank you, Max from AFP. Is there a toll on the pier?

Vera Dahl: There is.

Reuters: And who pays it?

Vera Dahl: Whoever uses it. Thank you all.
"""
    )
    questions = [turn for turn in transcript.turns if turn.kind == "question"]
    assert [(turn.reporter, turn.outlet) for turn in questions] == [
        ("Max", "AFP"),
        (None, "Reuters"),
    ]


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
