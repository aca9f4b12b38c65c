"""Title, date, place and people above the first turn."""

from datetime import date

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
