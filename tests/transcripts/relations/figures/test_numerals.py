"""Numbers written in words."""

from decimal import Decimal

import pytest

from briefings.transcripts.relations.figures import numerals

_DIGITS = "零一二三四五六七八九"


def spelled(number: int) -> str:
    """Write a number below 10,000 in Chinese, as a schoolbook does."""
    text = ""
    gap = False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + sign
            gap = False
        else:
            gap = True
    return text


@pytest.mark.parametrize("scale", [("", 1), ("万", 10**4), ("亿", 10**8)])
def test_it_reads_what_was_spelled(scale: tuple[str, int]) -> None:
    for number in range(1, 10_000, 7):
        assert numerals.han(spelled(number) + scale[0]) == number * scale[1]


@pytest.mark.parametrize(
    ("text", "value"),
    [("二〇二二", 2022), ("十二", 12), ("两亿三千万", 230_000_000), ("三点五", Decimal("3.5"))],
)
def test_it_reads_years_teens_and_decimals(text: str, value: Decimal) -> None:
    assert numerals.han(text) == value


def test_it_says_what_is_no_numeral() -> None:
    assert numerals.han("港口") is None
    assert numerals.english(["harbour"]) is None


def test_it_adds_up_english_words() -> None:
    words = "three million two hundred forty five thousand six"
    assert numerals.english(words.split()) == 3_245_006
