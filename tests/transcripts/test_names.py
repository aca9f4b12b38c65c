"""The alias tables."""

from pathlib import Path

import pytest

from briefings.transcripts.names import Names, normalize
from tests.cases import names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Paper", "the paper reporter"),
        ("People's Posts", "People’s Posts:"),
        ("新华社", "新华社记者："),
        ("ＣＮＮ", "CNN"),
        ("Agence France-Presse", "agence france presse"),
    ],
)
def test_spelling_and_courtesy_make_no_difference(one: str, other: str) -> None:
    assert normalize(one) == normalize(other)


def test_the_times_is_not_the_new_york_times() -> None:
    assert names().outlet("The Times") == "The Times"
    assert names().outlet("NYT") == "The New York Times"


@pytest.mark.parametrize(
    ("label", "outlet"),
    [
        ("First financial reporter", "Yicai"),
        ("Reuters / 路透社", "Reuters"),
        ("China News Service (CNS)", "China News Service"),
        ("中央广播电视总台央视记者", "CCTV"),
        ("Harbourline", None),
        ("Reuters / AFP", None),
    ],
)
def test_it_knows_outlets_in_every_language_and_guesses_none(
    label: str, outlet: str | None
) -> None:
    assert names().outlet(label) == outlet


def test_two_entries_may_not_share_an_alias(tmp_path: Path) -> None:
    outlets = tmp_path / "outlets.toml"
    outlets.write_text(
        '[[outlet]]\nname = "A"\naliases = ["C"]\n[[outlet]]\nname = "B"\naliases = ["c"]\n'
    )
    speakers = tmp_path / "speakers.toml"
    speakers.write_text("")
    with pytest.raises(ValueError, match=r"'c' stands for A and B"):
        Names.load(outlets, speakers)
