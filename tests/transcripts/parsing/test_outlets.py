"""What a questioner's label says."""

import pytest

from briefings.transcripts.parsing.asker import NOBODY
from briefings.transcripts.parsing.outlets import from_label, unshouted
from tests.cases import names


@pytest.mark.parametrize(
    ("label", "outlet", "reporter"),
    [
        ("Reuters", "Reuters", None),
        ("Harbour Shimbun, Abe", "Harbour Shimbun", "Abe"),
        ("Ann Roe, Harbour News", "Harbour News", "Ann Roe"),
        ("Ann Roe (Reuters)", "Reuters", "Ann Roe"),
        ("Associated Press (Ann Roe)", "Associated Press", "Ann Roe"),
        ("Phoenix Satellite TV (Hong Kong)", "Phoenix Satellite TV (Hong Kong)", None),
        ("China National Radio, CMG", "China National Radio, CMG", None),
        ("ANN ROE/HARBOUR TV", "Harbour TV", "Ann Roe"),
        ("Radio Free Europe/Radio Liberty", "Radio Free Europe/Radio Liberty", None),
        ("Question – Rob Roe-Lund (Harbour Races)", "Harbour Races", "Rob Roe-Lund"),
        ("Question from Ann Roe, Harbour News", "Harbour News", "Ann Roe"),
        ("Question from Reuters", "Reuters", None),
        ("Freelance, Hori", None, "Hori"),
        ("香港《文汇报》记者", "香港文汇报", None),
        ("海港日报记者", "海港日报", None),
        ("路透社记者追问", "路透社", None),
    ],
)
def test_it_parts_outlet_and_reporter(label: str, outlet: str, reporter: str) -> None:
    asker = from_label(label, names())
    assert (asker.outlet, asker.reporter) == (outlet, reporter)


@pytest.mark.parametrize("label", ["Q", "Question 3", "Speaker 6", "UNIDENTIFIED FEMALE", "记者"])
def test_it_takes_anybodys_label_for_nobody(label: str) -> None:
    assert from_label(label, names(), persons=True) == NOBODY


@pytest.mark.parametrize("note", ["05:05", "via translation", "retranslated", "online, read out"])
def test_it_takes_a_note_in_brackets_for_no_outlet(note: str) -> None:
    assert from_label(f"Question ({note})", names()).outlet is None


def test_it_writes_an_outlet_in_capitals_as_it_writes_itself() -> None:
    assert unshouted("ASSOCIATED PRESS", names()) == "Associated Press"
    assert unshouted("CNN HARBOUR", names()) == "CNN Harbour"
    assert unshouted("STAT", names()) == "STAT"
