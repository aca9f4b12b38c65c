"""Title, date, place and people above the first turn."""

from datetime import date, time

from briefings.transcripts.types import Role
from tests.transcripts.parsing.reading import read


def test_the_day_of_the_event_wins_over_the_day_of_publication() -> None:
    transcript = read(
        "SCIO briefing on eels\n\nharbour.example.org May 16, 2020\n\nDate:\n\nMay 15, 2020\n\n"
        "Hu Jian:\n\nGood afternoon and welcome."
    )
    assert transcript.header.date == date(2020, 5, 15)


def test_a_date_in_the_text_is_not_the_day_of_the_event() -> None:
    transcript = read("Briefing on eels\n\nQ: When?\n\nA: On July 25, 2019.\n\nQ: Sure?\n\nA: Yes.")
    assert transcript.header.date is None


def test_the_front_matter_gives_the_day_where_the_text_does_not() -> None:
    transcript = read("MS. ROE:  Hello.\n\nQ    Hi?", title="Gaggle", date="2021-08-26")
    assert transcript.header.date == date(2021, 8, 26)
    assert transcript.header.title == "Gaggle"


def test_a_doubled_header_lists_a_person_once() -> None:
    listed = (
        "Speaker:\n\nMr. Lin Da, director of ports\n\nChairperson:\n\nMs. Shen Mei, spokesperson"
    )
    transcript = read(
        f"Briefing\n\n{listed}\n\n{listed}\n\nShen Mei:\n\nGood morning, all.\n\nLin Da:\n\nHello."
    )
    people = [(person.name, person.role) for person in transcript.header.participants]
    assert people == [("Lin Da", Role.SPEAKER), ("Shen Mei", Role.MODERATOR)]


def test_a_person_of_the_lede_holds_the_office_that_stands_alone() -> None:
    transcript = read(
        "Daily briefing\n\nThe following is a transcript of the briefing by Ana Roe, Spokesperson "
        "for the Harbour.\n\nSpokesperson: Good day.\n\nQuestion: Any news?\n\nSpokesperson: None."
    )
    assert [turn.speaker for turn in transcript.turns] == ["Ana Roe", None, "Ana Roe"]


def test_an_office_without_a_known_holder_stays_unknown() -> None:
    transcript = read("MINISTER: Good day.\n\nQUESTION: Any news?\n\nMINISTER: None.")
    assert {turn.speaker for turn in transcript.turns} == {None}


SAID = """

MINISTER ROE: Good morning.

Q: When?

MINISTER ROE: Soon.

Q: Sure?

MINISTER ROE: Yes."""


def test_a_line_gives_the_day_the_hour_and_the_room_behind_it() -> None:
    header = read(
        f"Press Conference\n3 April 2023, 13:00, Press Briefing Room (S-12), Quay 4{SAID}"
    ).header
    assert header.date == date(2023, 4, 3)
    assert header.time == time(13, 0)
    assert header.place == "Press Briefing Room (S-12), Quay 4"


def test_a_ministry_behind_the_hour_is_the_place() -> None:
    header = read(
        f"Press Conference\nFriday, May 15, 2019, 1:46 p.m. Ministry of Harbours{SAID}"
    ).header
    assert (header.time, header.place) == (time(13, 46), "Ministry of Harbours")


def test_a_city_with_a_small_word_in_its_name_is_a_place() -> None:
    header = read(f"Press conference\nFrankfurt am Main, 8 May 2016{SAID}").header
    assert header.place == "Frankfurt am Main"


def test_what_the_event_is_called_beside_the_day_is_no_place() -> None:
    assert (
        read(f"Briefing of Minister Roe\n\nPress Briefing | July 5, 2021{SAID}").header.place
        is None
    )


def test_a_time_behind_a_slash_is_the_pages_stamp() -> None:
    header = read(f"Harbour fire: media briefing\nMarch 27, 2024 / 8:41 PM EDT{SAID}").header
    assert (header.date, header.time) == (date(2024, 3, 27), None)


def test_below_the_place_and_above_the_time_a_page_lists_its_topics() -> None:
    header = read(
        f"Department Briefing\n\nSalt Hall, D.C.\n\nHAVEN\n\nEELS\n\nTEXT:\n\n1:22 p.m. EDT{SAID}",
        title="Department Briefing",
        date="2024-03-14",
    ).header
    assert header.place == "Salt Hall, D.C."


def test_a_row_of_signs_is_no_part_of_the_title_above_it() -> None:
    title = "Transcript of remarks by the Harbour Master at a media session"
    wrapped = (
        "     Following is the transcript of remarks by the Harbour Master, Ms\n"
        "Ana Roe, at a media session before the meeting of the council this\n"
        "morning (May 4):"
    )
    header = read(f"{title}\n{'*' * 70}\n\n{wrapped}{SAID}").header
    assert header.title == title


def test_a_row_of_a_table_gives_the_place() -> None:
    header = read(
        f"Remarks of Minister Roe\n\nPress Briefing | July 5, 2021\n\nEvent\tPress Briefing\n"
        f"Location\tNew Harbour Building (NHB), Salthaven{SAID}"
    ).header
    assert header.place == "New Harbour Building (NHB), Salthaven"


def test_a_menu_above_all_else_is_no_title_and_who_speaks_no_place() -> None:
    header = read(
        "home jobs contact us\nOur Clients:\nBrowse by Port\nClick to go to\n\n"
        "HARBOUR FINALS: GULLS v TERNS\n\nJune 2, 2022\n\nAna Roe\n\nSalthaven, Oregon, USA\n\n"
        "THE MODERATOR: Good evening. Commissioner?\n\nANA ROE: Thank you. Good to be here.\n\n"
        "Q. Who pays?\n\nANA ROE: The fund.\n\nQ. All?\n\nANA ROE: Yes."
    ).header
    assert header.title == "HARBOUR FINALS: GULLS v TERNS"
    assert header.place == "Salthaven, Oregon, USA"
    assert [person.name for person in header.participants] == ["Ana Roe"]


def people(text: str) -> dict[str, str | None]:
    return {person.name: person.title for person in read(text).header.participants}


def test_one_line_lists_several_with_ranks_and_offices() -> None:
    listed = people(
        "Harbour Secretary Holds a Press Briefing\nSept. 7, 2023\n"
        "Brigadier General Walter Roe, Press Secretary; "
        "Dr. Lena Doe, Deputy Secretary of Quays for Salt\n\n"
        "BRIGADIER GENERAL WALTER ROE:  Good afternoon.\n\nDR. LENA DOE:  Thanks, General.\n\n"
        "Q:  Who pays?\n\nGEN. ROE:  The fund.\n\nQ:  All of it?\n\nDR. DOE:  Yes."
    )
    assert listed == {
        "Walter Roe": "Press Secretary",
        "Lena Doe": "Deputy Secretary of Quays for Salt",
    }


def test_the_lede_gives_the_office_that_labels_leave_out() -> None:
    listed = people(
        "Harbour Press Conference Transcript\n\nSep 18, 2020\n\n"
        "UK Prime Minister Harold Fen held a press conference on September 18 on the quays.\n\n"
        "Harold Fen: (01:04)\nGood afternoon, everybody.\n\nSpeaker 2: (01:17)\nWho pays?\n\n"
        "Harold Fen: (01:20)\nThe fund."
    )
    assert listed == {"Harold Fen": "UK Prime Minister"}


def test_what_stands_on_the_line_above_is_no_office() -> None:
    listed = people(
        "Harbour fire: media briefing\nMarch 27, 2024 / 8:41 PM EDT\n\n"
        "Port Chair Jocelyn Roe and Investigator-in-Charge Marcel Doe gave a media briefing.\n\n"
        "CHAIR ROE: Good evening.\n\nMR. DOE: Good evening.\n\nREPORTER: Who pays?\n\n"
        "CHAIR ROE: The fund.\n\nREPORTER: All of it?\n\nMR. DOE: Yes."
    )
    assert listed == {"Jocelyn Roe": "Port Chair", "Marcel Doe": "Investigator-in-Charge"}


def test_a_city_above_the_day_at_the_foot_is_the_place() -> None:
    header = read(f"Weekly Briefing (March 07, 2024){SAID}\n\nSalthaven\nMarch 07, 2024").header
    assert header.place == "Salthaven"


def test_a_heading_of_names_beside_the_day_is_no_place() -> None:
    header = read(
        "Harbour Lift Press Call Transcript\nFeb. 16, 2024 1:05 PM ET\n\nCompany Participants\n\n"
        "Stefan Alt - Chief Executive Officer\n\nOperator\n\nOur question comes from Mara Doe.\n\n"
        "Mara Doe\n\nWho pays?\n\nStefan Alt\n\nThe fund.\n\nMara Doe\n\nAll?\n\n"
        "Stefan Alt\n\nYes.\n\n"
        "Operator\n\nThank you for attending today."
    ).header
    assert header.place is None
    assert [(person.name, person.title) for person in header.participants] == [
        ("Stefan Alt", "Chief Executive Officer")
    ]


def test_an_unknown_speaker_is_nobodys_office() -> None:
    assert people(
        "Board press conference\n\nSPEAKERS\nJane Roe, Tom Moe, Unknown Speaker\n\n"
        "Jane Roe  00:05\nGood morning, everybody.\n\nUnknown Speaker  01:10\nWho pays?\n\n"
        "Tom Moe  01:14\nThe fund.\n\nUnknown Speaker  01:20\nAll?\n\nJane Roe  01:30\nYes."
    ) == {"Jane Roe": None, "Tom Moe": None}


def test_what_a_page_calls_its_kind_is_no_title() -> None:
    transcript = read(
        "The Coast Government\nPress statements by Chancellor Roe and Premier Doe in Salthaven\n\n"
        "Tuesday, 4 March 2025 – in Salthaven\nType: Transcript of press conference\n\n"
        "Chancellor Roe: Welcome.\n\nQuestion: When?\n\nPremier Doe: Soon."
    )
    assert transcript.header.title == (
        "Press statements by Chancellor Roe and Premier Doe in Salthaven"
    )


def test_a_hall_of_a_school_below_the_day_is_the_place() -> None:
    header = read(
        "HARBOUR COUNTY FIRE\n\nEVENING MEDIA BRIEFING\n\nSunday, August 11, 2024 - 6:00 PM\n\n"
        f"Cedar High School gymnasium{SAID}"
    ).header
    assert header.place == "Cedar High School gymnasium"


def test_a_path_run_into_the_title_is_no_office_and_dr_is_no_part_of_one() -> None:
    title = "Salt Isles Premier Declan Orel & Dr. Anja Bord Measles Update Transcript"
    header = read(
        f"May 8, 2025\n\n{title}\n\nSiteBlogTranscriptsIsles{title}\n\n"
        "Premier Declan Orel and Chief Medical Officer of Health Dr. Anja Bord held a press "
        "conference on May 8, 2025.\n\n"
        "Declan Orel: (00:04)\nGood afternoon.\n\nDr. Anja Bord: (01:12)\nThank you.\n\n"
        "Speaker 3: (03:05)\nWhere did it come from?\n\nDr. Anja Bord: (03:31)\nFrom afar."
    ).header
    assert [(person.name, person.title) for person in header.participants] == [
        ("Declan Orel", "Salt Isles Premier"),
        ("Anja Bord", "Chief Medical Officer of Health"),
    ]
