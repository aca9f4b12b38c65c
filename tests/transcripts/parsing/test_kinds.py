"""Moderation, handoffs, answers and asides are told by what is said, not by who says it."""

import pytest

from briefings.transcripts.parsing.asides import is_aside
from briefings.transcripts.parsing.calls import only_gives_floor
from tests.transcripts.parsing.reading import read

HEAD = "Press conference on the ferries\nMarch 14, 2023\n\n"


def kinds(text: str) -> list[str]:
    return [f"{turn.kind} {turn.exchange or '-'}" for turn in read(HEAD + text).turns]


@pytest.mark.parametrize(
    "text",
    [
        "Jeff.",
        "Thank you.  Now we'll take a few questions.",
        "Anything else for Dan?  Okay.",
        "Phil, then Clare.",
        "Okay, one last question, please.",
        "You get to call on someone.",
    ],
)
def test_words_that_only_give_the_floor(text: str) -> None:
    assert only_gives_floor(text)


@pytest.mark.parametrize(
    "text",
    [
        "Welcome.",
        "Next week we will sail.",
        "Ships were built last year. My colleague and I will take your questions.",
        "That is a matter for the Budget.",
    ],
)
def test_words_that_say_something(text: str) -> None:
    assert not only_gives_floor(text)


@pytest.mark.parametrize(
    "text", ["Correct.", "Absolutely.", "I get that.  (Laughs.)", "Me?", "Oh, me?"]
)
def test_a_reply_is_an_aside(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    ["(Inaudible) breaking news (inaudible).", "And have you —", "On the ferries.", "(Inaudible.)"],
)
def test_a_question_cut_short_or_unheard_is_one(text: str) -> None:
    assert not is_aside(text)


def test_a_call_for_who_answers_is_an_aside() -> None:
    assert is_aside("Jen?  Jen?", frozenset({"jen", "roe"}))
    assert not is_aside("Ferries?", frozenset({"jen", "roe"}))


def test_a_host_leads_between_anothers_answer_and_the_next_caller() -> None:
    assert kinds(
        "MR. ROE:  Welcome. Dr. Lin will take your questions.\n\n"
        "MODERATOR:  First, Ana Doe at Harbour News.\n\n"
        "Q    When will it sail?\n\nDR. LIN:  In March, we hope.\n\n"
        "MR. ROE:  Next question.\n\nMODERATOR:  Jo Poe at Coast TV.\n\n"
        "Q    And the fares?\n\nDR. LIN:  They will not rise.\n\n"
        "MR. ROE:  Well, thank you, everybody."
    ) == [
        "moderation -", "moderation -", "question 1", "answer 1", "moderation -",
        "moderation -", "question 2", "answer 2", "moderation -",
    ]  # fmt: skip


def test_a_sentence_of_matter_beside_a_handing_over_is_an_answer() -> None:
    text = (
        "MR. ROE:  Good morning.\n\nQ    When will it sail?\n\n{}\n\nDR. LIN:  In March, we hope."
    )
    assert kinds(text.format("MR. ROE:  Dr. Lin will answer that."))[2] == "handoff 1"
    assert (
        kinds(text.format("MR. ROE:  Not this week.  Dr. Lin will answer that."))[2] == "answer 1"
    )
    assert kinds(text.format("MR. ROE:  Dr. Lin, if I may add —"))[2] == "answer 1"


def test_guests_who_are_let_go_close_the_exchange() -> None:
    assert kinds(
        "MS. ROE:  Good afternoon. Secretary Doe is here.\n\nSECRETARY DOE:  Thank you.\n\n"
        "Q    When will it sail?\n\nSECRETARY DOE:  In March, we hope.\n\n"
        "MS. ROE:  Thank you so much for joining us.\n\nSECRETARY DOE:  Thank you.\n\n"
        "MS. ROE:  Okay, I have a couple of items at the top. The quay opens in May.\n\n"
        "Q    And the fares?\n\nMS. ROE:  They will not rise."
    )[4:] == ["moderation -", "remarks -", "remarks -", "question 2", "answer 2"]


def test_words_called_into_a_sentence_that_goes_on_are_no_question() -> None:
    assert kinds(
        "MS. ROE:  Good afternoon.\n\nQ    What is the plan?\n\nMS. ROE:  It is a —\n\n"
        "Q    Rescue.\n\nMS. ROE:  — a rescue plan, yes.\n\nQ    But then, why —\n\n"
        "MS. ROE:  — and it starts in May."
    )[1:] == ["question 1", "answer 1", "remarks -", "answer 1", "question 2", "answer 2"]


def test_a_short_reply_to_a_question_asked_back_is_no_question() -> None:
    assert kinds(
        "MS. ROE:  Good afternoon.\n\nQ    Will it be closed?\n\n"
        "MS. ROE:  You mean the old bridge?\n\nQ    The new one.\n\nMS. ROE:  Then no."
    )[1:] == ["question 1", "answer 1", "remarks -", "answer 1"]


CALL = """Jo Lund: Good morning. Vera Dahl is with me today.

Q: When do the ferries sail?

Jo Lund: They sail on Fridays and on Sundays, until autumn.

Q: Is the pier open?

Vera Dahl: It is.

Jo Lund: {line}

Q: And the harbour?

Vera Dahl: It is, too.
"""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Next question.", "moderation -"),
        ("You had your hand raised for a while now, in the back.  Go ahead.", "moderation -"),
        (
            "And importantly we have enough ferries now for all who sail in May.  Next question.",
            "answer 2",
        ),
        ("And look, piers are old.  They take time.  Next question.", "answer 2"),
        ("We are going to have a feast that no pier has seen yet.  Next question.", "answer 2"),
        ("Okay.  And Kim, in the back.  Then we have to let her go, so one more.", "moderation -"),
    ],
)
def test_an_answer_that_ends_in_a_call_is_an_answer(line: str, kind: str) -> None:
    assert kinds(CALL.format(line=line))[5] == kind


END = """Jo Lund: Good morning. Vera Dahl is with me today.

Q: When do the ferries sail?

Jo Lund: They sail on Fridays, all of them —

Q: Right.

Jo Lund: {line}
"""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Thank you, everyone.  See you on Friday.", "moderation -"),
        ("— but for the ferry to the isle, which has been laid up.  Thank you, all.", "answer 1"),
        ("And the isle’s ferry may sail once it is mended.  Thank you, all.", "answer 1"),
    ],
)
def test_an_answer_that_ends_in_the_close_is_an_answer(line: str, kind: str) -> None:
    assert kinds(END.format(line=line))[-1] == kind


def test_a_guest_who_is_thanked_by_name_and_thanks_in_turn_is_let_go() -> None:
    assert kinds(
        "MS. ROE:  Good afternoon. Secretary Doe is here.\n\nSECRETARY DOE:  Hello.\n\n"
        "Q    When will it sail?\n\nSECRETARY DOE:  In March, we hope.\n\nQ    Thank you.\n\n"
        "MS. ROE:  Thank you, Secretary Doe.  If you have more questions, we will send them on.\n\n"
        "SECRETARY DOE:  Great.\n\n"
        "MS. ROE:  Okay. The quay opens in May.\n\nQ    And the fares?\n\nMS. ROE:  They stay."
    )[5:] == ["moderation -", "remarks -", "remarks -", "question 2", "answer 2"]


def test_a_panelist_who_thanks_another_answers() -> None:
    assert kinds(
        "MR. ROE:  Good afternoon.\n\nQ    When will it sail?\n\nDR. LIN:  In March, we hope.\n\n"
        "MR. ROE:  Thank you, Dr. Lin.  It will be the second ferry, and the larger one.\n\n"
        "DR. LIN:  It will indeed be, and it has cabins for all of those who sail at night, too."
    )[3:] == ["answer 1", "answer 1"]


def test_an_official_who_only_says_how_to_quote_another_under_the_same_label_leads() -> None:
    label = "SENIOR ADMINISTRATION OFFICIAL:  "
    assert kinds(
        f"{label}Hi, everyone. Today’s call is on background, and embargoed. Over to you.\n\n"
        f"{label}Thanks. The quay opens in May. With that, over to your questions.\n\n"
        f"Q    When will it sail?\n\n{label}In March."
    ) == ["moderation -", "remarks -", "question 1", "answer 1"]


READ_OUT = """Press Briefing of Secretary Roe

July 15, 2021

SEC. ROE: Good afternoon. We go to our questions from the press corps. Ms. Poe?

MS. POE: Good afternoon, Secretary. The first question is from Lena Sal of the Inquirer: “Will the
ban be extended to the isles?”

SEC. ROE: As of now, there is no such plan.

MS. POE: Her second question: “When will it be dropped?”

SEC. ROE: In May, I hope.

MS. POE: Thank you, Secretary. For our next question, Mela Doe via Zoom.

MELA DOE/HARBOUR TV: Good afternoon, Secretary. Who pays for the quay?

SEC. ROE: The fund. Thank you, Mela. Back to Ms. Poe please.

MS. POE: From Kris Loe of Coast Online: “Is there a final list?”

SEC. ROE: Please wait for it.

MS. POE: Thank you. Josef Moe via Zoom.

JOSEF MOE/NET 25: Good afternoon. Does the ferry sail?

SEC. ROE: On Fridays. Thank you, all."""


def test_questions_read_out_for_who_is_absent_are_questions_and_the_reader_leads() -> None:
    turns = read(READ_OUT).turns
    asked = [(t.label, t.reporter) for t in turns if t.kind == "question"]
    assert asked == [
        ("MS. POE", "Lena Sal"),
        ("MS. POE", "Lena Sal"),
        ("MELA DOE/HARBOUR TV", "Mela Doe"),
        ("MS. POE", "Kris Loe"),
        ("JOSEF MOE/NET 25", "Josef Moe"),
    ]
    assert {t.kind for t in turns if t.label == "MS. POE"} == {"question", "moderation"}


def test_who_says_sir_and_who_is_only_called_speaker_asks() -> None:
    host = "Mr. Anil Roe, Official Spokesperson"
    turns = read(
        f"Weekly Briefing\n\n{host}: Good afternoon. Questions?\n\n"
        f"Harun Doe: Sir, Harun Doe from the Post. Who pays?\n\n{host}: The fund.\n\n"
        f"Kalil: Kalil here. Sir, the envoy has said something on ferries --\n\n"
        f"{host}: Which?\n\nKalil: Sir, the one on the quays. Is it so?\n\n"
        f"{host}: I have not seen it. Last question.\n\n"
        f"Speaker: Sir, Wen Li from Coast TV. Could you tell us when it opens?\n\n{host}: In May."
    ).turns
    assert [t.label for t in turns if t.kind == "question"] == [
        "Harun Doe",
        "Kalil",
        "Kalil",
        "Speaker",
    ]


def test_who_leads_by_name_is_told_though_a_list_has_her_among_the_speakers() -> None:
    transcript = read(
        "Report Press Conference\n\nSpeakers:\nAndrew Bay, Governor\n"
        "Kate March, Executive Director, Communications\n\n"
        "Kate March: Good afternoon. We will now open for questions. Let us start with Faisal.\n\n"
        "Faisal Isle, BBC: Governor, will rates fall?\n\nAndrew Bay: It's too early.\n\n"
        "Kate March: Thank you. Joel.\n\nJoel Hill, ITV News: And mortgages?\n\n"
        "Andrew Bay: I know it's hard.\n\nKate March: Lucy, are you there?\n\n"
        "Lucy Mead, Bloomberg: Hi. Can you hear me?\n\nKate March: Yes, we can.\n\n"
        "Lucy Mead, Bloomberg: Have you discussed sales?\n\nAndrew Bay: We have.\n\n"
        "Kate March: Thank you all very much. We'll see you in December."
    )
    roles = {person.name: str(person.role) for person in transcript.header.participants}
    assert roles == {"Andrew Bay": "speaker", "Kate March": "moderator"}
    assert {t.kind for t in transcript.turns if t.label == "Kate March"} == {"moderation"}


def test_a_moderator_is_known_by_the_name_she_says() -> None:
    transcript = read(
        "Press Conference on the ferries\n\n"
        "MODERATOR: Good afternoon. My name is Flora Nieto, of the Accreditation Unit. Welcome.\n\n"
        "AMBASSADOR MOE: Thank you, Flora. Good afternoon.\n\nQ: Who pays?\n\n"
        "AMBASSADOR MOE: The fund.\n\nMODERATOR: Next question.\n\nQ: All of it?\n\n"
        "AMBASSADOR MOE: Yes.\n\nMODERATOR: Thank you all."
    )
    assert {t.speaker for t in transcript.turns if t.label == "MODERATOR"} == {"Flora Nieto"}
    roles = {person.name: str(person.role) for person in transcript.header.participants}
    assert roles["Flora Nieto"] == "moderator"


def test_those_listed_below_the_end_say_nothing_there() -> None:
    said = (
        "Ferry Call\n\nFeb 16, 2024\n\nOperator\n\nOur first question comes from Mara Doe.\n\n"
        "Mara Doe -- Harbour Post -- Reporter\n\nWho pays?\n\nStefan Alt -- Chief Executive\n\n"
        "The fund.\n\nTrent Moe -- Director\n\nAll.\n\nOperator\n\nThis concludes the call.\n\n"
    )
    listed = (
        "Stefan Alt -- Chief Executive\n\nTrent Moe -- Director\n\n"
        "Mara Doe -- Harbour Post -- Reporter"
    )
    transcript = read(f"{said}Call participants:\n\n{listed}\n\nMore on ferries")
    assert [str(t.kind) for t in transcript.turns] == [
        "moderation",
        "question",
        "answer",
        "answer",
        "moderation",
    ]
    assert not transcript.issues
    assert transcript.uncovered_lines == 0


def test_who_tells_how_to_ask_and_only_speaks_before_questions_leads() -> None:
    turns = read(
        "Harbour Board media briefing\nMarch 27, 2024\n\n"
        "ERIC WISE: Good evening. I'm with the Board's Office of Media Relations. "
        "When I call on you, state your name.\n\nCHAIR ROE: Good evening.\n\n"
        "ERIC WISE: Right here, front row.\n\nREPORTER: Who pays?\n\nCHAIR ROE: No one.\n\n"
        "ERIC WISE: Yes, ma'am.\n\nREPORTER: And now?\n\nCHAIR ROE: No one.\n\n"
        "ERIC WISE: Thank you all."
    ).turns
    assert {str(t.kind) for t in turns if t.label == "ERIC WISE"} == {"moderation"}


BOARD = """Director General's Press Conference

6 March 2023
Salthaven, Amberland

SPOKESPERSON: Good afternoon. We begin with remarks by the Director General, Rafael Gross.

DIRECTOR GENERAL: Thank you very much. The Board met today.

SPOKESPERSON: Please raise your hand and state your name. Francis?

JOURNALIST: Francis Murph, Reuters. Did you agree?

DIRECTOR GENERAL: Yes, we did.

SPOKESPERSON: Laura.

JOURNALIST: Laura Norm from the Harbour Post. When will they begin?

DIRECTOR GENERAL: Soon.

SPOKESPERSON: That concludes our press conference. Thank you."""


def test_an_office_that_only_calls_leads_and_names_who_holds_the_other() -> None:
    turns = read(BOARD).turns
    assert {str(t.kind) for t in turns if t.label == "SPOKESPERSON"} == {"moderation"}
    assert {t.speaker for t in turns if t.label == "DIRECTOR GENERAL"} == {"Rafael Gross"}


def test_who_speaks_of_another_holder_of_his_office_is_not_that_other() -> None:
    turns = read(
        "Press conference\n\nPRIME MINISTER: Good day. I have met the Prime Minister, Oana Doe.\n\n"
        "JOURNALIST: When?\n\nPRIME MINISTER: Today.\n\nJOURNALIST: Where?\n\nPRIME MINISTER: Here."
    ).turns
    assert {t.speaker for t in turns} == {None}


def test_who_is_named_at_the_end_of_an_answer_goes_on_with_it() -> None:
    turns = read(
        "Mayor Roe's press availability\n\nMAYOR ERIK ROE: Good morning, everyone.\n\n"
        "DEPUTY MAYOR FABI LEE: Thank you, Mr. Mayor. Let's go to questions. Katie?\n\n"
        "QUESTION: Will the tents stay open?\n\nMAYOR ROE: When it's safe. Fabi?\n\n"
        "DEPUTY MAYOR LEE: We moved 2,000 people last night.\n\n"
        "QUESTION: And the school?\n\nMAYOR ROE: It reopened today.\n\n"
        "DEPUTY MAYOR LEE: Last question. Dana.\n\nQUESTION: What does it cost?\n\n"
        "MAYOR ROE: We'll get you the number. Thank you."
    ).turns
    answers = [t.speaker for t in turns if t.kind == "answer"]
    assert answers == ["Erik Roe", "Fabi Lee", "Erik Roe", "Erik Roe"]


def test_an_office_and_a_name_alone_above_the_words_again_and_again_are_a_label() -> None:
    turns = read(
        "Remarks by President Karla Michel on harbours\n\nSalthaven, 12 May 2023\n\n"
        "President Michel\nGood evening to all.\n\nQuestion (Politico)\nIs the tax gone?\n\n"
        "President Michel\nNo.\n\nQuestion (Deutsche Welle)\nWhat about the eels?\n\n"
        "President Michel\nThey are safe."
    ).turns
    assert [(str(t.kind), t.outlet or t.speaker) for t in turns] == [
        ("remarks", "Karla Michel"),
        ("question", "Politico"),
        ("answer", "Karla Michel"),
        ("question", "Deutsche Welle"),
        ("answer", "Karla Michel"),
    ]
