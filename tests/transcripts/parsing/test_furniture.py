"""What belongs to the page, and what only looks like it."""

import pytest

from briefings.transcripts.parsing.blocks import Block
from briefings.transcripts.parsing.page_lines import reason_of
from tests.transcripts.parsing.reading import read

CONFERENCE = """Press conference on the ferries
March 14, 2023

Jane Roe: Good afternoon, everyone. Three ferries will be built.

Q: When will the first one sail?

Jane Roe: In March, we hope.

Q: Will the fares go up?

Jane Roe: They will not. Thank you very much."""


@pytest.mark.parametrize(
    "line",
    [
        "[Page 3]",
        "Page 1 of 2    Next >>",
        "Página 1 de 4 www.gobierno.example CALLE MAYOR 1",
        "press@harbour.example",
        "https://harbour.example/briefings/1",
        "ADVERTISEMENT",
        "Was this page helpful?",
        "Sign up for our newsletter",
        "Privacy policy | Terms of use | Contact us",
        "Copyright © 2023 Ministry of Harbours",
        "More from the press room",
        "港务局局长 林大明（徐想 摄）",
        "[责任编辑：李杰]",
        "扫码关注",
        "Compartir en Facebook",
        "Transcript provided by Roe Services",
    ],
)
def test_it_knows_the_lines_of_pages(line: str) -> None:
    assert reason_of(Block(1, 1, line, 1))


@pytest.mark.parametrize(
    "line",
    [
        "Copyright is not the issue here.",
        "More on that next week.",
        "It is 3 of 12, not 4.",
        ">> Jane Roe: Good afternoon.",
        "Page 3 of 12 says that the ferries are safe.",
        "Contact with the ships was never lost.",
        "Tags are not sold any more.",
    ],
)
def test_it_leaves_what_is_said(line: str) -> None:
    assert reason_of(Block(1, 1, line, 1)) == ""


def test_a_running_head_is_known_by_the_page_number_beside_it() -> None:
    head = "March 14, 2023    The Ferry Conference    FINAL"
    text = CONFERENCE.replace("In March, we hope.", f"In March,\n\n{head}\nPage 2 of 3\n\nwe hope.")
    transcript = read(text + f"\n\n{head}\nPage 3 of 3")
    assert transcript.turns[2].paragraphs == ("In March,", "we hope.")
    reasons = [piece.reason for piece in transcript.furniture]
    assert reasons == ["running head", "pager", "running head", "pager"]


def test_nobody_speaks_below_the_end_mark() -> None:
    transcript = read(
        CONFERENCE + "\n\n[ENDS]\n\nWe acknowledge all who work at sea.\n\nOUR OFFICE: Roe"
    )
    assert [turn.label for turn in transcript.turns] == [
        "Jane Roe",
        "Q",
        "Jane Roe",
        "Q",
        "Jane Roe",
    ]
    assert {piece.reason for piece in transcript.furniture} == {"end mark", "below the end"}


def test_the_foot_of_a_page_is_no_speech() -> None:
    transcript = read(CONFERENCE + "\n\nMedia Contact\n(212) 555 0100\nFerry Bureau")
    assert transcript.turns[-1].paragraphs == ("They will not. Thank you very much.",)


def test_below_the_last_aside_stands_the_foot() -> None:
    transcript = read(CONFERENCE + "\n\nQ: Thank you.\n\nChoose what you want to receive.")
    assert transcript.turns[-1].paragraphs == ("Thank you.",)
    assert str(transcript.turns[-1].kind) == "remarks"


def test_headlines_below_related_news_are_no_speech() -> None:
    transcript = read(CONFERENCE + "\n\nRelated News\n\nQuay opens in May\n\nFerry week begins")
    assert transcript.turns[-1].paragraphs == ("They will not. Thank you very much.",)


@pytest.mark.parametrize(
    "foot",
    [
        "Subscribe to Harbour.example Products\nChoose what you want delivered to your inbox.",
        "Harbour Communications Department\n\nPRESS OFFICER: Nicolas Monte",
        "(Please also refer to the Chinese portion of the remarks.)",
        "—",
    ],
)
def test_what_a_page_offers_and_refers_to_below_the_end_is_no_speech(foot: str) -> None:
    transcript = read(f"{CONFERENCE}\n\n{foot}")
    assert transcript.turns[-1].paragraphs == ("They will not. Thank you very much.",)
    assert transcript.uncovered_lines == 0


def test_a_note_on_the_translation_is_nobodys_word() -> None:
    transcript = read(
        "Press Conference by Minister Roe\n\nMay 15, 2019\n\nThis is a provisional translation by "
        "an external company for reference purpose only.\nJapanese\n\nMinister Roe: I will go.\n\n"
        "Harbour Press, Doe: When?\n\nMinister Roe: In June.\n\nHarbour Press, Doe: Alone?\n\n"
        "Minister Roe: No."
    )
    assert transcript.turns[0].paragraphs == ("I will go.",)
    assert {piece.reason for piece in transcript.furniture} == {"disclaimer", "language link"}
