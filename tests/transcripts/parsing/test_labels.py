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


def test_it_reads_labels_set_off_by_a_dash_on_lines_of_their_own() -> None:
    transcript = read(
        "Harbour Lines Media Call\n\nOperator\n\nGood morning and welcome to the call.\n\n"
        "Jo Lund -- Chief Financial Officer\n\nWe carried more than ever.\n\n"
        "Operator\n\nOur first question comes from Tam Roe with Coast Capital.\n\n"
        "Tam Roe -- Coast Capital -- Analyst\n\nWill the fares rise?\n\n"
        "Jo Lund -- Chief Financial Officer\n\nNot this year -- we think.\n\n"
        "Ann Poe -- Coast Daily -- Senior Ferry Editor\n\nAnd the new ferry?\n\n"
        "Jo Lund -- Chief Financial Officer\n\nIn May.\n\nOperator\n\nThat concludes the call."
    )
    assert [(str(t.kind), t.speaker, t.outlet, t.reporter) for t in transcript.turns] == [
        ("moderation", None, None, None),
        ("remarks", "Jo Lund", None, None),
        ("moderation", None, None, None),
        ("question", None, "Coast Capital", "Tam Roe"),
        ("answer", "Jo Lund", None, None),
        ("question", None, "Coast Daily", "Ann Poe"),
        ("answer", "Jo Lund", None, None),
        ("moderation", None, None, None),
    ]


def test_it_reads_labels_with_a_dash_before_the_colon() -> None:
    transcript = read(
        "Press call on the quay\n\nJo Lund — Harbour Master: The quay opens in May.\n\n"
        "Tam Roe — Coast Daily: Who pays?\n\nJo Lund — Harbour Master: The fund pays.\n\n"
        "Ann Poe – Isle Radio: And the ferry?\n\nJo Lund — Harbour Master: It sails on Fridays."
    )
    assert [(t.speaker, t.outlet, t.reporter) for t in transcript.turns[:3]] == [
        ("Jo Lund", None, None),
        (None, "Coast Daily", "Tam Roe"),
        ("Jo Lund", None, None),
    ]


def test_it_reads_labels_in_round_brackets() -> None:
    transcript = read(
        "Briefing on the harbour\n\n(Ms. Dahl): Good afternoon. The quay opens in May.\n\n"
        "(Question): Who pays?\n\n(Ms. Dahl): The fund.\n\n(Laughter.)\n\nIt has been said.\n\n"
        "(Through interpreter): And the isle.\n\n(Question): And the ferry?\n\n"
        "(Mr. Lund): On Fridays."
    )
    assert [(str(t.kind), t.label) for t in transcript.turns] == [
        ("remarks", "Ms. Dahl"),
        ("question", "Question"),
        ("answer", "Ms. Dahl"),
        ("question", "Question"),
        ("answer", "Mr. Lund"),
    ]


@pytest.mark.parametrize(
    "note", ["(through interpreter)", "(cont'd)", "(CONT’D)", "(continuing)", "(in English)"]
)
def test_a_note_on_the_speech_is_no_part_of_a_label(note: str) -> None:
    transcript = read(
        "Press Conference\n\nMINISTER LUND:  The quay opens in May.\n\nQ    Who pays for it?\n\n"
        f"MINISTER LUND {note}:  The fund.\n\nQ    And the ferry?\n\nMINISTER LUND:  On Fridays."
    )
    assert {turn.label for turn in transcript.turns} == {"MINISTER LUND", "Q"}


HOST = "Mr. Anil Roe, Official Spokesperson"


def test_who_is_called_by_name_speaks_next_though_the_label_comes_once() -> None:
    transcript = read(
        f"Weekly Briefing\n\n{HOST}: Good afternoon. Let me start with Harun.\n\n"
        "Harun: Sir, on the ferries. When do they sail?\n\n"
        f"{HOST}: On Fridays. Dr. Doe, anything from the docks?\n\n"
        "President and CEO Mira Doe, Salt Docks + Quays: We are ready, all of us.\n\n"
        f"{HOST}: Thank you. Question on the quays?\n\n"
        "Lena Poe: Who pays?\n\n"
        f"{HOST}: The fund. That is all."
    )
    assert [turn.label for turn in transcript.turns][:4] == [
        HOST,
        "Harun",
        HOST,
        "President and CEO Mira Doe, Salt Docks + Quays",
    ]


def test_a_name_that_is_talked_of_is_no_label() -> None:
    transcript = read(
        f"Weekly Briefing\n\n{HOST}: Good afternoon. I will speak of the quays, first Haven.\n\n"
        "Haven: It opens in May.\n\nQuestion: Who pays?\n\n"
        f"{HOST}: The fund.\n\nQuestion: All of it?\n\n{HOST}: Yes."
    )
    assert "Haven" not in [turn.label for turn in transcript.turns]


@pytest.mark.parametrize(
    "above",
    [
        "Answers to questions from Andorian journalists\n\nThe minister met the press at noon.",
        "HARBOUR FINALS: GULLS v TERNS",
        "Briefing of the Ministry\n\nSource\nMinistry of Harbours\nEditor\nLi Wei\nTime",
    ],
)
def test_nobody_speaks_above_the_line_of_the_day(above: str) -> None:
    transcript = read(
        f"{above}\n\nMay 4, 2024\n\nVera Roe: Good afternoon.\n\nQuestion: Who pays?\n\n"
        "Vera Roe: The fund.\n\nQuestion: All of it?\n\nVera Roe: Yes."
    )
    assert transcript.turns[0].label == "Vera Roe"
    assert str(transcript.header.date) == "2024-05-04"


def test_a_stamp_beside_a_question_label_is_not_said_and_a_date_with_an_hour_is_no_label() -> None:
    transcript = read(
        "Briefing of the Harbour\n\nJuly 19, 2022, 1:05PM\n\nMs. Roe  0:05\nGood afternoon.\n\n"
        "Q  01:14\nWho pays for it?\n\nMs. Roe  01:20\nThe fund.\n\nQ  01:44\nAnd the ferry?\n\n"
        "Ms. Roe  01:50\nOn Fridays. Thank you, everyone."
    )
    assert [(turn.label, turn.paragraphs) for turn in transcript.turns[:3]] == [
        ("Ms. Roe", ("Good afternoon.",)),
        ("Q", ("Who pays for it?",)),
        ("Ms. Roe", ("The fund.",)),
    ]


def test_it_takes_an_officer_for_the_press_for_no_reporter() -> None:
    transcript = read(
        """Sheriff's Press Briefing on the Search

Dana Lund, Public Information Officer: Good afternoon. Sheriff Ola Nord will take questions.

Sheriff Ola Nord: Thank you, Dana. We search on.

Reporter 1: Was the car found?

Sheriff Ola Nord: It was.

Dana Lund, Public Information Officer: Thank you all for coming.
"""
    )
    assert [turn.label for turn in transcript.turns if turn.kind == "question"] == ["Reporter 1"]


def test_names_alone_on_their_lines_are_labels_where_an_operator_calls_them() -> None:
    transcript = read(
        "Ferry Call Transcript\nFeb 16, 2024\n\n"
        "Operator\n\nOur first question comes from Mara Doe of the Harbour Post.\n\n"
        "Mara Doe\n\nWho pays?\n\nStefan Alt\n\nThe fund.\n\n"
        "Operator\n\nOur next question comes from Joey Hanson with Coast News.\n\n"
        "Joey Hanson\n\nHow much?\n\nStefan Alt\n\nTen million.\n\n"
        "Operator\n\nThis concludes the call."
    )
    assert [(str(t.kind), t.label, t.outlet) for t in transcript.turns] == [
        ("moderation", "Operator", None),
        ("question", "Mara Doe", "Harbour Post"),
        ("answer", "Stefan Alt", None),
        ("moderation", "Operator", None),
        ("question", "Joey Hanson", "Coast News"),
        ("answer", "Stefan Alt", None),
        ("moderation", "Operator", None),
    ]


def test_a_star_in_brackets_opens_the_words_and_is_no_speech() -> None:
    transcript = read(
        "SECRETARY OF HARBOURS JAMES MATTEN HOLDS A NEWS CONFERENCE\n\nFEBRUARY 2, 2018\n\n"
        "SPEAKERS: JAMES MATTEN, SECRETARY OF HARBOURS\n\n[*] MATTEN: Good afternoon.\n\n"
        "QUESTION: What is new?\n\nMATTEN: Much.\n\nQUESTION: What does it cost?\n\nMATTEN: Little."
    )
    assert transcript.turns[0].label == "MATTEN"
    assert transcript.turns[0].paragraphs == ("Good afternoon.",)


NUMBERED = """The 6th Regular Press Conference (20 April 2023)

On the afternoon of 20 April 2023, Spokesperson of the Ministry of Foreign Affairs Lan Thuy Orel \
chaired the 6th regular press conference of the year.

I. ANNOUNCEMENTS

1. A reception for fishermen

The committee will hold a reception on 27 April 2023 in the capital.

II. Q&A

1. Coast Express: Please comment on the fishing ban announced by the other side.

Our position is consistent.

2. Zilk: Can you tell us about citizens abroad? Is anybody hurt?

There are no casualties.

We keep in contact. As follows:

1. Boats: eleven.

2. Crews: forty.

3. Reuters: Will relations be upgraded this year?

This will be agreed upon by both sides.

4. Question: Which measures were taken?

The film was removed.
"""


def test_questions_that_are_numbered_through_have_labels_without_the_number() -> None:
    transcript = read(NUMBERED)
    assert [(t.label, t.outlet) for t in transcript.turns if t.kind == "question"] == [
        ("Coast Express", "Coast Express"),
        ("Zilk", "Zilk"),
        ("Reuters", "Reuters"),
        ("Question", None),
    ]
    answers = [turn for turn in transcript.turns if turn.kind == "answer"]
    assert {turn.speaker for turn in answers} == {"Lan Thuy Orel"}
    assert answers[1].paragraphs[-1] == "2. Crews: forty."


def test_a_numbered_list_in_a_statement_has_no_labels() -> None:
    transcript = read(
        "Statement on the harbour\n\nMinister Ana Roe: We do three things.\n\n"
        "1. Boats: we buy eleven.\n\n2. Crews: is forty enough? We hire more.\n\n"
        "3. Piers: we mend all.\n\nReporter: When?\n\nMinister Ana Roe: In May."
    )
    assert [turn.label for turn in transcript.turns] == [
        "Minister Ana Roe",
        "Reporter",
        "Minister Ana Roe",
    ]


def test_round_brackets_that_hold_reporters_need_no_colon_each_time() -> None:
    transcript = read(
        "Weekly Media Briefing by the Spokesperson, 16 January 2025\n\n"
        "Thank you all for joining. The floor is open.\n\n"
        "(Nadir Coll, Dawn Coast News): Is the harbour open?\n\nSpokesperson: It is.\n\n"
        "(Mara H.): Any comment on the fees?\n\nSpokesperson: (Laughs.) None.\n\n"
        "(Khal M. Orel, Awash TV) My question is about boats. How many sank?\n\n"
        "Spokesperson: Eleven.\n\n(Laughter) And one more was found.\n\n"
        "(Follow-up) Whose were they?\n\nSpokesperson: Fishermen's.\n\n"
        "(Zee Bhat, Daily Pier): Thank you. Will you pay for them?\n\nSpokesperson: We will.\n\n"
        "(Bureau Chief, Reuters): When will you pay?\n\nSpokesperson: Soon."
    )
    assert [(t.outlet, t.reporter) for t in transcript.turns if t.kind == "question"] == [
        ("Dawn Coast News", "Nadir Coll"),
        (None, "Mara H."),
        ("Awash TV", "Khal M. Orel"),
        ("Awash TV", "Khal M. Orel"),
        ("Daily Pier", "Zee Bhat"),
        ("Reuters", None),
    ]


def test_a_line_below_a_picture_that_names_the_event_is_no_label() -> None:
    transcript = read(
        "Ana Ruiz: «Queremos ganar»\n\nAna Ruiz, en rueda de prensa\n\n"
        "La entrenadora ha atendido a los medios este viernes en el puerto.\n\n"
        "Llegan tras tres victorias seguidas. ¿Cómo ve al equipo?\n\nLo veo bien."
    )
    assert [turn.label for turn in transcript.turns if turn.label] == []
