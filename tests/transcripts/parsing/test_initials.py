"""Initials as labels, with no key that explains them."""

from briefings.transcripts.parsing.blocks import Sheet
from briefings.transcripts.parsing.initials import find
from briefings.transcripts.parsing.normalize import normalize
from briefings.transcripts.types import Role
from tests.transcripts.parsing.reading import extracted, read

TALK = """Ferries & Other Harbour Issues Virtual Press conference transcript - 12 July 2022

Overview

00:00:12

CL          Hello and welcome to today's virtual press conference. My name is Carl Lind.

Let me introduce the participants. First, we have Dr Tessa Abel Grau, Director-General. Then we have
Dr Milo O'Ryan, Technical Lead on Quays. With this, let me hand over to the Director-General.

00:01:18

TAG        Thank you, Carl. Ferries sail again. We have no losses.

CL          Thank you. Let me open the floor for questions. We will start with Hana Bell from the
Harbour Post. Hana, please unmute yourself.

HB          Good morning. Who pays for the quay, and when?

CL          Thank you very much, Hana. Dr O'Ryan, please.

00:09:02

MR         Thanks, Hana. The fund pays, from May.

CL          Thank you. The next question goes to Jamal Chad, from Coast News. Jamal, go ahead.

00:11:50

JC          Yes, thank you, Carl. Can you hear me?

CL          Very well.

JC          When does the ferry sail?

TAG        On Fridays. Thank you.

CL          Thank you very much. With this, we conclude today's press conference. Thank you all.

00:21:30"""


def test_names_are_found_in_what_is_said() -> None:
    names = find(Sheet(normalize(extracted(TALK).lines)))
    assert {label: holder.name for label, holder in names.items()} == {
        "CL": "Carl Lind",
        "TAG": "Tessa Abel Grau",
        "HB": "Hana Bell",
        "MR": "Milo O'Ryan",
        "JC": "Jamal Chad",
    }


def test_initials_set_apart_are_labels() -> None:
    transcript = read(TALK)
    people = {person.name: (person.role, person.title) for person in transcript.header.participants}
    assert people == {
        "Carl Lind": (Role.MODERATOR, None),
        "Tessa Abel Grau": (Role.SPEAKER, "Director-General"),
        "Milo O'Ryan": (Role.SPEAKER, "Technical Lead on Quays"),
    }
    asked = [(t.outlet, t.reporter) for t in transcript.turns if t.kind == "question"]
    assert asked == [("Harbour Post", "Hana Bell"), ("Coast News", "Jamal Chad")]
    answers = [t.speaker for t in transcript.turns if t.kind == "answer"]
    assert answers == ["Milo O'Ryan", "Tessa Abel Grau"]


def test_initials_that_nobody_bears_are_no_labels() -> None:
    words = ["QU", "AB", "QU", "CD", "EF", "QU"]
    lines = "\n\n".join(f"{word}    a quay of the harbour" for word in words)
    assert find(Sheet(normalize(extracted(lines).lines))) == {}


def test_initials_that_the_key_has_forgotten_are_those_of_who_is_called() -> None:
    transcript = read(
        "Quay health - Virtual press conference - 27 September 2022\n\nSpeaker key:\n\n"
        "FL          Fay Lacroix\nDG          Dr Gil Tesfa\nKP          Kert Pall\n\n"
        "FL          Hello and welcome. We start with Kert Pall, Harbour Post.\n\n"
        "KP          Is the quay safe?\n\nDG          It is. We have looked at it.\n\n"
        "FL          Thank you. Isa Quint, Coast Daily, you're next.\n\n"
        "IQ          Good afternoon. Is the ferry safe?\n\n"
        "DG          It is, too.\n\nUN          agencies say so.\n\n"
        "FL          Thank you all for joining."
    )
    asked = [(t.label, t.outlet, t.reporter) for t in transcript.turns if t.kind == "question"]
    assert asked == [("KP", "Harbour Post", "Kert Pall"), ("IQ", "Coast Daily", "Isa Quint")]
    assert "UN" not in {turn.label for turn in transcript.turns}


def test_who_calls_on_the_bearers_of_initials_leads() -> None:
    transcript = read(
        "Quay health - Virtual press conference - 27 September 2022\n\nSpeaker key:\n\n"
        "FL          Fay Lacroix\nDG          Dr Gil Tesfa\nKP          Kert Pall\n"
        "SB          Sim Baum\n\n"
        "FL          Hello. Dr Gil Tesfa is here.\n\nDG          Good day. The quay is safe.\n\n"
        "FL          Kert Pall, Harbour Post, please.\n\nKP          Is the pier safe?\n\n"
        "FL          Thank you. Dr Tesfa, would you start?\n\nDG          It is.\n\n"
        "FL          Thank you both. Sim Baum, Coast Daily, please.\n\n"
        "SB          And the boats?\n\n"
        "DG          They are, too.\n\nFL          I see Kert with his hand up. Kert?\n\n"
        "KP          And the crews?\n\nDG          Safe.\n\nFL          Have a nice evening."
    )
    roles = {person.name: person.role for person in transcript.header.participants}
    assert roles == {"Fay Lacroix": Role.MODERATOR, "Gil Tesfa": Role.SPEAKER}
