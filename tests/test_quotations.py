"""A quotation beside what was said, as one text."""

import pytest

from briefings.quotations import AROUND, Mark, Piece, passage, pieces
from briefings.search.types import Change, Quotation, Stretch

SAID = "Good. By the end of June, some 1,425,000 base stations were built (nearly all)."
STRETCHES = (
    Stretch(Change.SAME, "By the end of", "By the end of"),
    Stretch(Change.CHANGED, "July", "June, some"),
    Stretch(Change.SAME, "1425000", "1,425,000"),
    Stretch(Change.ADDED, "new", ""),
    Stretch(Change.SAME, "base stations were", "base stations were"),
    Stretch(Change.LEFT_OUT, "", "built"),
    Stretch(Change.SAME, "nearly all", "nearly all"),
)


def quotation(paragraph: str, words: str, *stretches: Stretch) -> Quotation:
    """Return a quotation whose passage is ``words`` in ``paragraph``."""
    start = paragraph.index(words)
    return Quotation(1, 1, 0.9, stretches, start, start + len(words))


def joined(shown: tuple[Piece, ...], *marks: Mark) -> str:
    """Return the pieces of these marks as one text."""
    return "".join(piece.gap + piece.text for piece in shown if piece.mark in marks)


def test_it_is_one_text_in_which_what_was_pasted_stands_before_what_was_said() -> None:
    shown = pieces(quotation(SAID, SAID[6:-2], *STRETCHES), SAID)
    signs = {Mark.SAME: "", Mark.TYPED: "-", Mark.SAID: "+"}
    assert "".join(f"{piece.gap}{signs[piece.mark]}{piece.text}" for piece in shown) == (
        "By the end of -July +June, some 1,425,000 -new base stations were +built (nearly all"
    )


def test_what_was_said_keeps_its_punctuation_and_its_figures() -> None:
    stretches = [one for one in STRETCHES if one.change is not Change.CHANGED]
    text = "By the end of 1,425,000 base stations were built (nearly all"
    shown = pieces(quotation(text + ")", text, *stretches), text + ")")
    assert joined(shown, Mark.SAME, Mark.SAID) == text


def test_a_word_said_twice_is_taken_from_the_passage() -> None:
    paragraph = "The quay. The quay is long."
    (shown,) = pieces(
        Quotation(1, 1, 1.0, (Stretch(Change.SAME, "The quay", "The quay"),), 10, 18), paragraph
    )
    assert shown == Piece(Mark.SAME, "The quay", "")


def test_chinese_gets_no_spaces() -> None:
    said = "建成基站一百四十二万个"
    shown = pieces(
        quotation(
            said,
            said,
            Stretch(Change.SAME, "建成", "建成"),
            Stretch(Change.CHANGED, "了", "基站"),
            Stretch(Change.SAME, "一百四十二万个", "一百四十二万个"),
        ),
        said,
    )
    assert joined(shown, *Mark) == "建成了基站一百四十二万个"


@pytest.mark.parametrize("before", ["", "A beginning. ", "Many words stand here. " * 20])
def test_a_passage_stands_in_its_paragraph_cut_between_words(before: str) -> None:
    paragraph = f"{before}The quay is open, {before[::-1]}"
    shown = passage(quotation(paragraph, "The quay is open"), paragraph)
    assert shown.words == "The quay is open"
    assert paragraph.endswith(shown.before.removeprefix("… ") + paragraph[len(before) :])
    assert paragraph.startswith(before + shown.words + shown.after.removesuffix(" …"))
    assert len(shown.before) <= AROUND + 2
    assert shown.before.startswith("… ") == (len(before) > AROUND)
    if shown.before.startswith("… "):
        assert before[: -len(shown.before) + 2].endswith(" ")
