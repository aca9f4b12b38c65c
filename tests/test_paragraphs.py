"""Paragraphs as they are shown."""

import pytest

from briefings.paragraphs import is_han, is_narrative


@pytest.mark.parametrize(
    ("text", "narrative"),
    [
        ("(Laughter.)", True),
        ("[Recording interrupted]", True),
        ("（笑声）", True),
        ("(Laughter.) And then?", False),
        ("(One.) (Two.)", False),
        ("(" + "long " * 40 + ")", False),
        ("", False),
    ],
)
def test_a_narrative_is_all_in_one_pair_of_brackets(text: str, narrative: bool) -> None:
    assert is_narrative(text) is narrative


@pytest.mark.parametrize(
    ("text", "han"), [("渡轮何时开？", True), ("When?", False), ("5G 基站数量", True), ("", False)]
)
def test_a_paragraphs_script_is_seen(text: str, han: bool) -> None:
    assert is_han(text) is han
