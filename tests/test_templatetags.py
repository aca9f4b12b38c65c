"""What templates show of a text in short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.templatetags.reading import excerpt, rate


def test_a_short_text_is_whole_on_one_line() -> None:
    assert excerpt("It runs\nat noon.", 40) == "It runs at noon."


def test_a_long_text_is_cut_between_words() -> None:
    assert excerpt("It runs at noon, and again at six.", 17) == "It runs at noon…"


def test_chinese_is_cut_between_characters() -> None:
    assert excerpt("渡轮每天中午开，晚上六点再开一次。", 8) == "渡轮每天中午开…"


@pytest.mark.parametrize("word", ["x" * 50, "港" * 50])
def test_a_text_without_gaps_is_cut_all_the_same(word: str) -> None:
    assert len(excerpt(word, 20)) <= 21


@given(st.text(), st.integers(1, 80))
def test_it_never_grows_and_never_invents(text: str, length: int) -> None:
    short = excerpt(text, length)
    assert len(short) <= length + 1
    assert " ".join(text.split()).startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        *((None, "–"), (0, "0"), (0.0004, "< 0.01"), (0.0049, "< 0.01"), (0.005, "0.01")),
        *((0.034, "0.03"), (0.0949, "0.09"), (0.095, "0.1"), (0.96, "1.0"), (14.06, "14.1")),
    ],
)
def test_a_small_rate_is_never_shown_as_nothing(value: float | None, shown: str) -> None:
    assert rate(value) == shown


@given(st.floats(min_value=0, exclude_min=True, max_value=1e4))
def test_only_nothing_is_shown_as_zero(value: float) -> None:
    assert any(digit in "123456789" for digit in rate(value))
