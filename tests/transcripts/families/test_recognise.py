"""Whose briefing is it?"""

from briefings.transcripts.families import FAMILIES, GENERIC, recognise
from tests.cases import CASES
from tests.transcripts.parsing.reading import read as read_text


def test_what_no_family_claims_is_generic() -> None:
    assert recognise("Press conference of the Harbour Authority") == (GENERIC, ())


def test_two_claims_are_an_issue_and_no_coin_toss() -> None:
    transcript = read_text(
        "SCIO and MOFCOM press conference\n\nLin Da: Welcome.\n\nQ: Why?\n\nLin Da: Because."
    )
    assert transcript.family == "generic"
    assert [issue.code for issue in transcript.issues] == ["two-families"]


def test_the_address_tells_where_the_text_does_not() -> None:
    family, _ = recognise("Regular briefing", "https://www.whitehouse.gov/briefing-room/1/")
    assert family.name == "white-house"


def test_every_family_is_named_for_its_file() -> None:
    for name in FAMILIES:
        assert (CASES / name).is_dir(), name
