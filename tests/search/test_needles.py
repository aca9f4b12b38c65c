"""Looking for letters first finds the same words as cutting the whole text does."""

import re
import sys
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.search.matching import Finder
from briefings.search.needles import has_plain_letters, needle, needle_of_stem
from briefings.search.tokens import fold, stem
from briefings.search.tree import Phrase, Prefix, Text, Word

# What Porter's steps look for, so that words made of them go through as many steps as can be.
ENDINGS = (
    *("s", "es", "ies", "sses", "eed", "ed", "ing", "at", "bl", "iz", "y", "ational", "tional"),
    *("ency", "ancy", "izer", "bly", "ally", "ently", "ely", "ously", "ization", "ation", "ator"),
    *("alism", "iveness", "fulness", "ousness", "ality", "ivity", "bility", "logy", "icate"),
    *("ative", "alize", "icity", "ical", "ful", "ness", "ance", "able", "ible", "ement", "ion"),
    *("ize", "e", "ll", "'s", "s'"),
)
PIECES = (
    *("boat", "Boats", "BOATING", "happily", "able", "ability", "o'boat", "boat's", "boats’"),
    *("boat-house", "steamboat", "boat5", "5boat", "U.S.boat", "3.5'boat", "boat."),
    *("(boat)", "“boat”"),
    *("bóat", "bo\u0301at", "ﬁne", "fine", "Kind", "kind", "ｂｏａｔ", "基站boat", "boat基站"),
    *("ſteam", "steam"),
    *(" ", " ", " ", "\n", "\u00a0", "—", ",", "'", "’", "I"),
)  # fmt: skip

LEAVES = (
    *map(Word, ("boats", "happy", "able", "fine", "kind", "steam", "s")),
    *map(Prefix, ("boat", "Bo", "s")),
    Phrase("boat house"),
)


def test_every_word_of_a_stem_begins_with_its_needle() -> None:
    random = Random(3)
    some = ("".join(random.choices("aeioubcdlmnrstvyz", k=random.randint(1, 5))) for _ in range(40))
    looked_for = 0
    for beginning, one, other in product(some, ENDINGS, ENDINGS):
        word = beginning + one + other
        letters = needle_of_stem(stem(word))
        looked_for += letters is not None
        assert word.startswith(letters or ""), (word, stem(word))
    assert looked_for > 50_000


def test_a_text_with_letters_that_fold_to_others_is_not_plain() -> None:
    folded = [
        chr(code)
        for code in range(128, sys.maxunicode + 1)
        if not 0xD800 <= code < 0xE000
        and (not fold(chr(code)) or re.search("[a-z]", fold(chr(code))))
    ]
    assert len(folded) > 500
    assert not [character for character in folded if has_plain_letters(f"a{character}b")]
    assert has_plain_letters("“Boats,” she said — it’s 5 °C…")
    assert not has_plain_letters("基站")


@pytest.mark.parametrize(
    ("start", "letters"),
    [("boat", "boat"), ("b", None), ("5g", None), ("o'boat", None), ("", None)],
)
def test_only_letters_are_looked_for(start: str, letters: str | None) -> None:
    assert needle(start) == letters


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.lists(st.sampled_from(LEAVES), min_size=1, max_size=3),
)
def test_the_short_way_marks_what_the_long_way_marks(text: str, leaves: list[Text]) -> None:
    short, long = Finder(leaves), Finder(leaves)
    long._is_direct = False
    assert short.spans(text) == long.spans(text)
