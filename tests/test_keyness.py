"""Distinctive words: the measure is the published one, and only what is surprising is listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.keyness import CRITICAL, distinctive, log_likelihood


def test_the_measure_is_the_published_one() -> None:
    # 100 of 1,000 words and 50 of 1,000: 75 expected in each, 2 (100 ln 4/3 + 50 ln 2/3) = 16.99.
    assert log_likelihood(100, 1000, 50, 1000) == pytest.approx(16.99, abs=0.005)
    assert log_likelihood(20, 1000, 0, 1000) == pytest.approx(27.73, abs=0.005)


def test_a_word_said_as_often_by_all_is_no_surprise() -> None:
    assert log_likelihood(5, 100, 50, 1000) == pytest.approx(0, abs=1e-9)


def test_the_most_surprising_word_comes_first() -> None:
    found = distinctive({"quay": 20, "boat": 30}, 1000, {"quay": 0, "boat": 100}, 10_000)
    assert [one.word for one in found] == ["quay", "boat"]
    assert (found[0].said, found[0].rest) == (20, 0)
    assert (found[1].said_rate, found[1].rest_rate) == (300, 100)


@pytest.mark.parametrize(
    ("word", "said", "rest"),
    [
        ("the", 200, 100),  # carries grammar
        ("2022", 50, 0),  # a number
        ("quay", 2, 0),  # one sentence
        ("quay", 10, 95),  # chance
        ("quay", 10, 500),  # the rest say it more
    ],
)
def test_what_tells_nothing_of_the_speaker_is_left_out(word: str, said: int, rest: int) -> None:
    assert distinctive({word: said}, 1000, {word: rest}, 10_000) == []


def test_with_nothing_to_compare_there_is_nothing_distinctive() -> None:
    assert distinctive({"quay": 50}, 1000, {}, 0) == []
    assert distinctive({}, 0, {"quay": 5}, 1000) == []


@given(
    st.dictionaries(st.sampled_from(["quay", "boat", "tide", "gull"]), st.integers(0, 500)),
    st.dictionaries(st.sampled_from(["quay", "boat", "tide", "gull"]), st.integers(0, 500)),
)
def test_every_word_listed_is_beyond_chance_and_said_more_often(
    said: dict[str, int], rest: dict[str, int]
) -> None:
    for one in distinctive(said, sum(said.values()), rest, sum(rest.values())):
        assert one.log_likelihood >= CRITICAL
        assert one.said_rate > one.rest_rate
