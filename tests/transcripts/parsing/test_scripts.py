"""Chinese in both scripts."""

import re

import pytest

from briefings.transcripts.parsing.scripts import either, fold
from briefings.transcripts.parsing.vocabulary import (
    EVENT,
    MEDIA_ZH,
    QUESTION_LABELS,
    TITLE_ZH,
    role_key,
)


def test_it_keeps_a_text_s_length_when_it_folds_it() -> None:
    assert fold("發言人、記者會 (Reuters)") == "发言人、记者会 (Reuters)"


def test_it_finds_both_scripts_in_and_out_of_a_class_of_characters() -> None:
    form = re.compile(either(r"发言人[问答]\[听"))
    assert form.fullmatch("發言人問[聽")
    assert form.fullmatch("发言人答[听")
    assert not form.fullmatch("發言人聽[聽")


@pytest.mark.parametrize("word", ["發言人", "局長", "總統", "主任委員", "處長"])
def test_it_knows_offices_in_traditional_characters(word: str) -> None:
    assert TITLE_ZH.search(f"某{word}")


@pytest.mark.parametrize("label", ["記者", "媒體提問", "媒體追問", "傳媒"])
def test_it_knows_question_labels_in_traditional_characters(label: str) -> None:
    assert role_key(label) == fold(label)


def test_it_knows_events_and_outlets_in_traditional_characters() -> None:
    assert EVENT.search("本會例行記者會")
    assert MEDIA_ZH.search("某某衛視")


def test_it_knows_the_traditional_form_of_every_character_of_the_vocabulary() -> None:
    vocabulary = TITLE_ZH.pattern + MEDIA_ZH.pattern + "".join(QUESTION_LABELS)
    words = fold("".join(re.findall(r"[\u4e00-\u9fa5]", vocabulary)))
    # what Taiwan's own encoding does not hold is written otherwise there
    only_simplified = {sign for sign in words if not _in_big5(sign)}
    assert {sign for sign in only_simplified if either(sign) == sign} == set()


def _in_big5(sign: str) -> bool:
    try:
        sign.encode("big5")
    except UnicodeEncodeError:
        return False
    return True
