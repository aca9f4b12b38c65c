"""Text to tokens."""

import pytest

from briefings.search.tokens import fold, pattern, spans_at, stem, tokenize, words


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("We built 1,425,000 stations.", ["we", "built", "1425000", "stations"]),
        ("3.5%, 5.5G and $20", ["3.5", "%", "5.5g", "and", "$", "20"]),
        ("2022-07-19, 10:30", ["2022", "07", "19", "10", "30"]),
        ("pages 1,2,3 or 12,5", ["pages", "1", "2", "3", "or", "12", "5"]),
        ("the U.S. and J.D. Vance", ["the", "u.s", "and", "j.d", "vance"]),
        ("at the end.Next", ["at", "the", "end", "next"]),
        ("people’s “don't” 'quoted'", ["people's", "don't", "quoted"]),
        ("Zürich, Łódź, Straße, cœur", ["zurich", "lodz", "strasse", "coeur"]),
        ("re\u0301sume\u0301 is résumé", ["resume", "is", "resume"]),
        ("ＡＢＣ １２", ["abc", "12"]),
        ("建成5G基站。", ["建成", "成", "5g", "基站", "站"]),
        ("ガス田", ["ガス", "ス田", "田"]),
        ("Й й", ["й", "й"]),
        ("…—!?", []),
        ("", []),
    ],
)
def test_it_cuts_texts_into_words(text: str, tokens: list[str]) -> None:
    assert words(text) == tokens
    assert [token.text for token in tokenize(text)] == tokens


def test_tokens_know_their_places_and_spans() -> None:
    text = "Zürich: 5G基站"
    tokens = list(tokenize(text))
    assert [token.place for token in tokens] == [0, 1, 2, 3]
    assert [text[token.start : token.end] for token in tokens] == ["Zürich", "5G", "基站", "站"]


@pytest.mark.parametrize("text", ["Zürich: 5G, \u0301 and 90%", "Zürich: 5G基站 and 90%", ""])
def test_spans_at_places_are_those_of_the_tokens(text: str) -> None:
    spans = {token.place: (token.start, token.end) for token in tokenize(text)}
    assert spans_at(text, set(spans)) == spans
    for place, span in spans.items():
        assert spans_at(text, {place}) == {place: span}
    assert spans_at(text, set()) == {}


def test_stems_join_a_words_forms() -> None:
    assert {stem(word) for word in ("station", "stations", "station's")} == {"station"}
    assert stem("5g") == "5g"
    assert stem("基站") == "基站"
    assert stem("'s") != ""


def test_folding_keeps_other_scripts() -> None:
    assert fold("Ёлка") == "ёлка"
    assert fold("ガ") == "ガ"


def test_a_pattern_leaves_out_what_the_pair_before_implies() -> None:
    assert pattern("建成5G基站") == (((0, "建成"), (2, "5g"), (3, "基站")), False)
    assert pattern("站") == (((0, "站"),), True)
    assert pattern("5G 站") == (((0, "5g"), (1, "站")), True)


@pytest.mark.parametrize("word", ["stations", "U", "U.S", "base", "don't", "Zurich"])
@pytest.mark.parametrize("other", ["", "and", "基站", "12", "\u0301", "’s", "."])
def test_a_word_is_read_the_same_before_a_space_and_at_the_end(word: str, other: str) -> None:
    assert words(f"{word}{other} ") == words(f"{word}{other}")
    assert words(f"{word}{other}, ") == words(f"{word}{other}")
