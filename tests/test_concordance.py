"""Concordance: every hit once, between what stands beside it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefings.concordance import Line, Order, concord, merge, sort_key
from briefings.search.types import Segment

WORDS = st.sampled_from(["quay ", "the ", "boats, ", "码头", "5G ", "\n", " ", "a-b "])
SEGMENTS = st.lists(st.builds(Segment, WORDS, st.booleans()), max_size=40)


def hit(text: str) -> Segment:
    """Return a marked segment."""
    return Segment(text, True)


def test_a_hit_stands_between_its_neighbours() -> None:
    assert concord(2, [Segment("We built "), hit("quays"), Segment(" and boats.")]) == [
        Line(2, "We built ", "quays", " and boats.")
    ]


def test_hits_parted_by_a_space_are_one_place() -> None:
    segments = [hit("5G"), Segment(" "), hit("base"), Segment(" "), hit("stations"), Segment("!")]
    assert [line.word for line in concord(1, segments)] == ["5G base stations"]


def test_hits_parted_by_a_word_are_two_places() -> None:
    lines = concord(1, [hit("quay"), Segment(" and "), hit("quay")])
    assert [(line.left, line.right) for line in lines] == [("", " and quay"), ("quay and ", "")]


def test_the_context_is_cut_between_words_and_says_so() -> None:
    (line,) = concord(1, [Segment("one two three "), hit("quay"), Segment(" four five six")], 10)
    assert (line.left, line.right) == ("two three ", " four five")
    assert line.cut_left
    assert line.cut_right


def test_chinese_is_cut_between_characters() -> None:
    (line,) = concord(1, [Segment("我们已经建成了"), hit("码头"), Segment("和港口")], 3)
    assert (line.left, line.right) == ("建成了", "和港口")


def test_lines_are_sorted_by_the_nearest_word_first() -> None:
    line = Line(1, "on the Old ", "quay", " of Port Elm")
    assert sort_key(line, Order.LEFT) == (False, ["old", "the", "on"])
    assert sort_key(line, Order.RIGHT) == (False, ["of", "port", "elm"])
    at_the_end = Line(1, "", "quay", ".")
    assert sort_key(line, Order.RIGHT) < sort_key(at_the_end, Order.RIGHT)
    assert sort_key(line, Order.LEFT) < sort_key(at_the_end, Order.LEFT)


@given(SEGMENTS)
def test_merging_loses_no_character_and_leaves_no_hits_side_by_side(
    segments: list[Segment],
) -> None:
    merged = merge(segments)
    assert "".join(s.text for s in merged) == "".join(s.text for s in segments)
    assert not any(one.hit and other.hit for one, other in pairwise(merged))


@given(SEGMENTS, st.integers(1, 30))
def test_the_sides_are_of_the_paragraph(segments: list[Segment], context: int) -> None:
    text = "".join(segment.text for segment in segments)
    for line in concord(1, segments, context):
        assert line.left + line.word + line.right in text or line.cut_left or line.cut_right
        assert line.left in text
        assert line.right in text
        assert len(line.left) <= context
        assert len(line.right) <= context
