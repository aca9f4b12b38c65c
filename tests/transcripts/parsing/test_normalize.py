"""Hard-wrapped lines are joined into the paragraphs that were written."""

import textwrap

import pytest

from briefings.transcripts.parsing.normalize import normalize
from briefings.transcripts.types import Line
from tests.transcripts.extraction.documents import PARAGRAPHS

CHINESE = (
    "主持人：女士们、先生们，大家上午好。今天我们请到港务局渡轮处处长林大明先生介绍上半年的有关情况。",
    "林大明：今年上半年共有四百二十万人次乘坐渡轮，同比增长百分之五点一，新码头已于五月启用，"
    "长远规划还要再建两座，前往海鸥岛的航线票价保持不变，六岁以下的儿童仍然免票乘船。",
    "我们也会继续做好船员的工作，任何船员连续夜班都不得超过五天，请大家放心，谢谢各位的关心和支持。",
)


def joined(text: str) -> list[str]:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    return [" ".join(block.text.split()) for block in normalize(lines)]


def wrap(text: str, first: str = "", width: int = 64) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_an_indent_begins_a_paragraph(between: str) -> None:
    text = between.join("\n".join(wrap(text, " " * 5)) for text in PARAGRAPHS)
    assert joined(text) == list(PARAGRAPHS)


def test_a_double_spaced_text_is_joined_over_its_empty_lines() -> None:
    text = "\n\n\n".join("\n\n".join(wrap(text)) for text in PARAGRAPHS)
    assert joined(text) == list(PARAGRAPHS)


def test_lines_below_a_label_that_hangs_out_go_on() -> None:
    said = [text for text in PARAGRAPHS if len(text) > 120]
    text = "\n".join(
        textwrap.fill(f"MR. VALE: {text}", 64, subsequent_indent=" " * 10) for text in said
    )
    assert joined(text) == [f"MR. VALE: {text}" for text in said]


def test_centred_lines_stay_by_themselves() -> None:
    above = [
        "A Press Briefing by the Secretary of Harbours Oren Vale",
        "James S. Harlow Press Room",
    ]
    said = "\n".join(line for text in PARAGRAPHS[4:12] for line in wrap(text, " " * 10))
    blocks = joined("\n".join([*(line.center(64).rstrip() for line in above), said]))
    assert blocks[:2] == above


@pytest.mark.parametrize("width", [33, 36])
def test_chinese_is_wrapped_at_half_as_many_signs(width: int) -> None:
    text = "\n\n".join(
        "\n".join(text[at : at + width] for at in range(0, len(text), width)) for text in CHINESE
    )
    assert joined(text) == list(CHINESE)


def test_paragraphs_of_a_line_with_one_between_are_not_double_spaced() -> None:
    said = [f"And paragraph {n} says so in one short line." for n in range(30)]
    assert joined("\n\n".join(said)) == said
