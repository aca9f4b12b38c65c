"""Which transcripts come together: by sure links, never against an editor's word; pure."""

from itertools import permutations

from briefings.ingest.grouping import EDITOR, Link, partition


def groups(*parts: str) -> list[frozenset[int]]:
    return [frozenset(map(int, part)) for part in parts]


def test_it_leaves_alone_what_nothing_links() -> None:
    assert partition([{1}, {2}], []) == groups("1", "2")


def test_it_joins_two_pages_through_the_whole() -> None:
    assert partition([{1}, {2}, {3}], [Link(0.9, 3, 1), Link(0.8, 3, 2)]) == groups("123")


def test_it_never_joins_what_is_set_apart_not_even_through_a_third() -> None:
    apart = {frozenset({1, 2})}
    links = [Link(0.9, 3, 1), Link(0.8, 3, 2)]
    assert partition([{1}, {2}, {3}], links, apart) == groups("13", "2")


def test_it_lets_an_editor_join_first() -> None:
    apart = {frozenset({1, 2})}
    links = [Link(0.9, 1, 3), Link(EDITOR, 2, 3)]
    assert partition([{1}, {2}, {3}], links, apart) == groups("1", "23")


def test_it_comes_to_the_same_in_whatever_order_the_links_are_given() -> None:
    links = [Link(0.9, 1, 2), Link(0.9, 2, 3), Link(0.7, 3, 4), Link(0.6, 4, 5)]
    apart = {frozenset({1, 4})}
    single = [{number} for number in range(1, 6)]
    expected = groups("123", "45")
    assert all(partition(single, order, apart) == expected for order in permutations(links))


def test_it_ignores_links_to_what_it_was_not_given() -> None:
    assert partition([{1}], [Link(0.9, 1, 8)]) == groups("1")
