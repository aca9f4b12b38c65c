"""Whose label it is, by its shape and by who is known."""

import pytest

from briefings.transcripts.parsing import holders
from briefings.transcripts.parsing.known import Known
from briefings.transcripts.parsing.people import Person
from briefings.transcripts.parsing.resolved import Resolved
from briefings.transcripts.types import Attribution, Participant, Role

LISTED = [
    Participant("Deng Lan", Role.MODERATOR, "Director of the Press Bureau"),
    Participant("Ana Roe", Role.SPEAKER, "Minister of Harbours"),
    Participant("Rodrigo Doe Paz", Role.SPEAKER, "Minister of Fisheries"),
    Participant("沈梅", Role.SPEAKER, "港口局局长"),
]
HEADER = "Remarks by Secretary of Salt Oana Poe"
SPEECH = "I am joined by Surgeon General Vivek Loe."


def known() -> Known:
    people = Known(LISTED, HEADER, SPEECH, keys={"TJ": Resolved("Tarik Joe", Attribution.HEADER)})
    people.add(Person("Viktor Noe", "President of Andoria"))
    return people


@pytest.mark.parametrize(
    ("label", "name", "how"),
    [
        ("TJ", "Tarik Joe", Attribution.HEADER),
        ("MODERATOR (Mu Qin, deputy director)", "Mu Qin", Attribution.PRINTED),
        ("Ms. Roe", "Ana Roe", Attribution.PRINTED),
        ("Moderator", "Deng Lan", Attribution.HEADER),
        ("UNIDENTIFIED SPEAKER", None, None),
        ("港口局局长沈 梅", "沈梅", Attribution.PRINTED),
        ("MINISTRO DE PESCA, SAL Y FAROS, LUIS DE LA HOE", "Luis de la Hoe", Attribution.PRINTED),
        ("Ministro de Puertos, Luis Hoe Paz", "Luis Hoe Paz", Attribution.PRINTED),
        ("Commissioner Ida Hoe, Department of Salt", "Ida Hoe", Attribution.PRINTED),
        ("IDA O'HOE, MAYOR", "Ida O'Hoe", Attribution.PRINTED),
        ("MS. McHOE", "Ms. McHoe", Attribution.PRINTED),
        ("LT. GEN. HOE", "Lt. Gen. Hoe", Attribution.PRINTED),
        ("MR HOE", "Mr. Hoe", Attribution.PRINTED),
        ("DR. LOE", "Vivek Loe", Attribution.INTRODUCED),
        ("SECRETARY POE", "Oana Poe", Attribution.HEADER),
        ("Minister of Fisheries", "Rodrigo Doe Paz", Attribution.HEADER),
        ("Dear President of Andoria Viktor Noe", "Viktor Noe", Attribution.PRINTED),
        ("DL", "Deng Lan", Attribution.HEADER),
        ("V. LOE", "Vivek Loe", Attribution.INTRODUCED),
        ("Ida Hoe", "Ida Hoe", Attribution.PRINTED),
        ("Mr. Doe", "Rodrigo Doe Paz", Attribution.HEADER),
        ("Hoe", "Hoe", Attribution.PRINTED),
        ("Senior Administration Official", None, None),
    ],
)
def test_a_label_is_somebodys_by_its_shape(
    label: str, name: str | None, how: Attribution | None
) -> None:
    found = holders.find(label, known())
    assert (found.name, found.attribution) == (name, how)


def test_the_last_comma_parts_an_office_from_its_holder() -> None:
    found = holders.find("Secretary for Quays, Sport and Salt, Mr Kelvin Yip", known())
    assert (found.name, found.title) == ("Kelvin Yip", "Secretary for Quays, Sport and Salt")


def test_an_undersecretary_is_called_so_in_short() -> None:
    people = Known([], "", "We have with us Undersecretary Leonor Bald of the ports.")
    assert holders.find("USEC. BALD", people).name == "Leonor Bald"


def test_a_name_before_an_office_and_its_body_is_the_holder() -> None:
    found = holders.find("ANA DAHL, DIRECTOR, EMERGENCY MANAGEMENT", known())
    assert (found.name, found.title) == ("Ana Dahl", "Director, Emergency Management")


def test_the_party_is_no_part_of_a_name() -> None:
    assert holders.find("GOV. RON DELANE (R), SALT ISLES", known()).name == "Ron Delane"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("PIO RELL", "Kayla Rell"),
        ("IC HORST", "Tess Horst"),
        ("COMMISSIONER PRELL", "Don Prell"),
        ("ANA HORST", "Ana Horst"),  # another of that family
    ],
)
def test_the_initials_of_an_office_that_is_said_are_no_first_name(label: str, name: str) -> None:
    said = (
        "My name is Kayla Rell, I'm the public information officer. You will hear from the "
        "incident commander, Tess Horst. Commissioner Don Prell is here as well."
    )
    assert holders.find(label, Known([], "", said)).name == name
