"""Figures in context: the sentence as said, the numbers near the term, nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.figures import mentions, numbers, sentences, term_pattern

SEEDS = Path(__file__).parent.parent / "seeds"


def printed(sentence: str) -> list[str]:
    """Return the figures of a sentence as printed."""
    return [sentence[start:end] for start, end in numbers(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The quay took 2,500 boats and $1.9 trillion.", ["2,500", "$1.9 trillion"]),
        ("Up 3.5 percent, 5.2 percentage points, 6.8 per cent, 9.6%.",
         ["3.5 percent", "5.2 percentage points", "6.8 per cent", "9.6%"]),
        ("US$1.5 billion; RMB 100 million; $3.5T; 3.5bn; -2.5%",
         ["US$1.5 billion", "RMB 100 million", "$3.5T", "3.5bn", "-2.5%"]),
        ("Between 50-60% of 3 to 4 million.", ["50-60%", "3", "4 million"]),
        ("Two hundred thousand, half a million, twenty-five percent, a hundred.",
         ["Two hundred thousand", "half a million", "twenty-five percent", "a hundred"]),
        ("开通5G基站185.4万个，增长3.5%，占60%以上，百分之十五，三百二十万人，两千万元，10年。",
         ["185.4万", "3.5%", "60%", "百分之十五", "三百二十万", "两千万", "10"]),
        ("Llegaron 1,5 millones y 23 mil; 45 por ciento.",
         ["1,5 millones", "23 mil", "45 por ciento"]),
        ("Some 1\u202f430\u202f000 of them.", ["1\u202f430\u202f000"]),
    ],
)  # fmt: skip
def test_figures_are_found_with_their_scale_and_unit(sentence: str, expected: list[str]) -> None:
    assert printed(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "5G, 4K, COVID-19, H1N1, v1.19 and the 14th in the 1980s.",
        "In 2022, and from 2021-2025, and in June 2021.",
        "On July 16, on Feb. 28 and on 19 July, and May 3 to 5.",
        "At 10:30 a.m., at 9 o'clock, around 3 p.m.",
        "No. 5, Article 7, § 24/7, 9/11.",
        "2022年7月19日10时，第3条，第二，十四五，万一。",
    ],
)
def test_dates_times_and_parts_of_names_are_no_figures(sentence: str) -> None:
    assert printed(sentence) == []


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Lin met Dr. Oak of the U.S. on Feb. 28, 2022. ", "It rose 3.5 percent, i.e. a lot."],
        ["He said “It is 1.43 million. That is much.” ", "Then he left."],
        ["截至6月底，基站达到185.4万个。", "占全球60%以上！", "这说明什么？", "谢谢。"],
        ["No. 5 was first. ", "No."],
    ],
)
def test_sentences_survive_abbreviations_and_chinese(parts: list[str]) -> None:
    assert sentences("".join(parts)) == parts


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_sentences_joined_are_the_paragraph_and_no_text_breaks_the_rules(text: str) -> None:
    assert "".join(sentences(text)) == text
    spans = numbers(text)
    assert spans == sorted(spans)
    assert all(start < end for start, end in spans)
    term_pattern(text)


@given(
    st.lists(
        st.sampled_from(
            ["quays ", "12 million ", "in 2021 ", "码头", "三百万", "and ", "5G ", "7. "]
        )
    )
)
def test_the_pieces_are_the_sentence_and_every_figure_is_in_it(words: list[str]) -> None:
    paragraph = "".join(words)
    for mention in mentions([paragraph], "quay"):
        assert "".join(piece.text for piece in mention.pieces) == mention.sentence
        assert mention.sentence in paragraph
        assert mention.figures


def test_a_number_too_far_from_the_term_is_not_its_figure() -> None:
    sentence = (
        "More than 1.43 million 5G masts have been set up and opened, and the number of 5G mobile "
        "phone terminal connections has reached 520 million."
    )
    (mention,) = mentions(["Good morning.", sentence], "5G masts")
    assert mention.paragraph == 2
    assert mention.figures == ("1.43 million",)
    assert mention.sentence == sentence


def test_a_sentence_without_a_figure_near_is_left_out() -> None:
    assert mentions(["The quays are open. It cost $5 million."], "quays") == []


@pytest.mark.parametrize(
    "said", ["5G base stations", "5g Base Station", "5G base-stations", "5G\u00a0base stations"]
)
def test_the_term_is_found_whatever_its_capitals_spaces_and_plural(said: str) -> None:
    assert mentions([f"We built 12 {said} here."], "5G base stations")[0].figures == ("12",)


@pytest.mark.parametrize(
    "other", ["15G base stations", "5G basement stations", "5G base stationery"]
)
def test_the_term_is_not_found_inside_other_words(other: str) -> None:
    assert mentions([f"We built 12 {other} here."], "5G base stations") == []


def test_a_term_without_a_word_finds_nothing() -> None:
    assert mentions(["12 quays."], " ?! ") == []


def test_the_seed_briefings_tell_how_the_base_stations_grew() -> None:
    figures = {
        name: [
            mention.figures[0]
            for mention in mentions(
                (SEEDS / name).read_text(encoding="utf-8").split("\n"), "5G base stations"
            )
        ]
        for name in (
            "002_c5ced51492e4201b.txt",
            "001_b1e6efb03b39bf89.txt",
            "004_3ee098761aab8046.txt",
        )
    }
    assert list(figures.values()) == [
        ["961,000", "961,000"],
        ["1.43 million"],
        ["1.85 million", "1.854 million", "600,000"],
    ]
