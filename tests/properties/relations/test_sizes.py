"""Long runs of one sign: found in linear time; a pattern of quadratic time hangs here."""

import pytest

from briefings.transcripts.relations.figures import find_figures
from briefings.transcripts.relations.mentions import find_mentions
from briefings.transcripts.relations.profile import words_of

IN_HAN = ("一", "十", "万", "百分之", "第")
IN_LATIN = ("1", "1,", "1-", "1 ", "one ", "and ", "May ", "Ab ")


@pytest.mark.parametrize("sign", [*IN_HAN, *IN_LATIN])
@pytest.mark.parametrize("before", ["", "1 "])
def test_a_line_of_one_sign_over_and_over_is_read_in_linear_time(before: str, sign: str) -> None:
    text = before + sign * 100_000
    found = find_figures(text, "zh")
    assert all(figure.text == text[figure.start : figure.end] for figure in found)
    assert all(name in text.lower() for name in set(find_mentions(text)))
    assert len(words_of(text)) <= len(text)


def test_a_numeral_of_thousands_of_characters_is_no_error() -> None:
    for text in ("一" * 5000 + "十", "第" + "9" * 6000, "九" * 6000 + "分之" + "一" * 6000):
        assert isinstance(find_figures(text, "zh"), tuple)
