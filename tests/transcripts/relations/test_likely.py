"""Which transcripts are worth comparing."""

from briefings.transcripts.relations.likely import LEAST_BITS, likely


def test_the_likeliest_comes_first_and_a_single_key_is_not_enough() -> None:
    shared = [(1, 10.0), (2, 10.0), (2, 10.0), (3, 10.0), (3, 10.0), (3, 9.0)]
    assert likely(shared) == (3, 2)
    assert LEAST_BITS > 10.0


def test_it_bounds_how_many_it_names() -> None:
    shared = [(number, 40.0 + number) for number in range(100)]
    assert likely(shared, most=3) == (99, 98, 97)


def test_beside_a_copy_a_stranger_is_not_worth_a_look_and_a_page_is() -> None:
    assert likely([(1, 1400.0), (2, 60.0), (3, 110.0)]) == (1, 3)


def test_nothing_shared_is_nobody() -> None:
    assert likely([]) == ()
