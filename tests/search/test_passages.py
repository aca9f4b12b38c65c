"""Passages and marks."""

import pytest

from briefings.search import mark, marker
from briefings.search.language import understand
from briefings.search.matching import Finder, wanted_leaves
from briefings.search.passages import WIDTH, passages
from briefings.search.types import Passage


def of(text: str, query: str) -> tuple[Passage, ...]:
    """Return the passages of a text for a query."""
    return passages(text, Finder(wanted_leaves(understand(query).tree)))


def shown(passage: Passage) -> str:
    """Return a passage with its hits in square brackets."""
    return "".join(f"[{s.text}]" if s.hit else s.text for s in passage.segments)


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("station", "Stations and a station's base", "[Stations] and a [station's] base"),
        ('"base station"', "a base station, a base", "a [base station], a base"),
        ("90%", "90% or 90", "[90%] or 90"),
        ("zurich", "In Zürich.", "In [Zürich]."),
        ("基站", "建成5G基站。", "建成5G[基站]。"),
        ("新闻发布会", "在新闻发布会上", "在[新闻发布会]上"),
        ("stat*", "a static state", "a [static] [state]"),
        ("boat~", "a bota", "a [bota]"),
        (
            '"tides boats"~4',
            "boats and tides, very very very far boats",
            "[boats] and [tides], very very very far boats",
        ),
        ("boats -tides", "boats, tides", "[boats], tides"),
        ("boats OR tides", "boats, tides", "[boats], [tides]"),
        ("", "boats", "boats"),
        ('"', "boats", "boats"),
        ("in:answer", "in answer", "in answer"),
    ],
)
def test_what_is_found_is_what_is_marked(query: str, text: str, marked: str) -> None:
    segments = mark(text, query)
    assert "".join(f"[{s.text}]" if s.hit else s.text for s in segments) == marked
    assert segments == marker(query)(text)


def test_the_best_passage_has_the_most_of_the_querys_words() -> None:
    far = "word " * 80
    text = f"boats {far}\nboats and tides {far}\ntides"
    (passage,) = of(text, "boats tides")
    assert passage.paragraph == 2
    assert shown(passage).startswith("[boats] and [tides]")
    assert not passage.cut_before
    assert passage.cut_after


def test_a_second_passage_is_shown_when_it_adds_a_word() -> None:
    far = "word " * 80
    first, second = of(f"boats {far}\n{far} tides", "boats tides")
    assert (first.paragraph, second.paragraph) == (1, 2)
    assert "[boats]" in shown(first)
    assert "[tides]" in shown(second)
    assert second.cut_before
    assert not second.cut_after


def test_two_passages_that_touch_are_one() -> None:
    text = "boats " + "word " * 45 + "tides " + "word " * 80
    (passage,) = of(text, "boats tides")
    assert "[boats]" in shown(passage)
    assert "[tides]" in shown(passage)


def test_a_passage_is_cut_between_words_and_not_too_long() -> None:
    text = "alpha beta gamma " * 60 + "boats " + "delta epsilon " * 60
    (passage,) = of(text, "boats")
    plain = "".join(s.text for s in passage.segments)
    assert plain in text
    assert plain.split()[0] in {"alpha", "beta", "gamma"}
    assert len(plain) <= WIDTH + 20
    assert passage.cut_before
    assert passage.cut_after


def test_without_a_hit_the_beginning_is_shown() -> None:
    (passage,) = of("\nThe beginning. " + "word " * 100, "lighthouse")
    assert shown(passage).startswith("The beginning.")
    assert passage.paragraph == 2


def test_a_text_without_spaces_is_cut_too() -> None:
    (passage,) = of("发" * 500 + "基站" + "展" * 500, "基站")
    assert "[基站]" in shown(passage)
    assert len("".join(s.text for s in passage.segments)) <= 2 * WIDTH
