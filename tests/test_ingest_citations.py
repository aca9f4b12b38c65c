"""Cited places lead to the same words in a new reading; pure."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.ingest.citations import carry

A = "the northern pier was widened by twelve metres in the spring"
B = "dredging of the outer channel goes on until the end of May"
C = "customs officers found nothing unusual aboard the ferry today"
D = "nobody was hurt when the old crane fell into the basin"


def led(carried, key: str, paragraph: int) -> tuple[int, int]:
    """Return where an address with a key and a paragraph leads: as the turn's page looks it up."""
    if (key, paragraph) in carried.redirects:
        return carried.redirects[key, paragraph]
    return carried.kept[key], paragraph


def test_it_keeps_every_key_when_nothing_changes() -> None:
    carried = carry(["k", "l"], [[A, B], [C]], [[A, B], [C]], {})
    assert carried.kept == {"k": 0, "l": 1}
    assert carried.redirects == {}


def test_it_follows_words_that_move_to_another_turn() -> None:
    carried = carry(["k", "l"], [[A], [B, C]], [[A, B], [C]], {})
    assert led(carried, "k", 1) == (0, 1)
    assert led(carried, "l", 1) == (0, 2)
    assert led(carried, "l", 2) == (1, 1)
    # The key of the second turn is not reused where its first paragraph is another one now.
    assert "l" not in carried.kept


def test_it_keeps_the_key_of_a_turn_that_is_cut_in_two_on_its_first_part() -> None:
    carried = carry(["k"], [[A, B]], [[A], [B]], {})
    assert carried.kept == {"k": 0}
    assert led(carried, "k", 2) == (1, 1)


def test_it_leads_both_keys_to_turns_that_became_one() -> None:
    carried = carry(["k", "l"], [[A], [B]], [[A, B]], {})
    assert carried.kept == {"k": 0}
    assert led(carried, "l", 1) == (0, 2)
    assert carried.redirects["l", 0] == (0, 2)


def test_it_gives_a_turn_a_new_key_when_a_paragraph_comes_before_the_cited_one() -> None:
    carried = carry(["k"], [[B]], [[A, B]], {})
    assert carried.kept == {}
    assert led(carried, "k", 1) == (0, 2)


def test_it_follows_paragraphs_whose_lines_are_wrapped_otherwise() -> None:
    carried = carry(["k"], [[A, B, C]], [[f"{A} {B}", C]], {})
    assert led(carried, "k", 2) == (0, 1)
    assert led(carried, "k", 3) == (0, 2)


def test_it_follows_turns_that_change_places() -> None:
    carried = carry(["k", "l"], [[A], [B]], [[B], [A]], {})
    assert carried.kept == {"k": 1, "l": 0}


def test_it_leads_lost_words_to_what_stood_before_them() -> None:
    carried = carry(["k", "l", "m"], [[A], [D], [C]], [[A], [C]], {})
    assert carried.redirects["l", 0] == (0, 1)


def test_it_leads_earlier_redirects_on() -> None:
    first = carry(["k", "l"], [[A], [B, C]], [[A, B], [C]], {})
    keys = ["k", "new"]
    again = carry(keys, [[A, B], [C]], [[A], [B, C]], first.redirects)
    assert led(again, "l", 1) == (1, 1)
    assert led(again, "l", 2) == (1, 2)
    assert led(again, "k", 1) == (0, 1)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 3))
def test_every_cited_word_is_found_again_however_turns_are_cut(seed: int, rounds: int) -> None:
    """Paragraphs stay, turns are cut anew a few times: each address given leads to its words."""
    chance = random.Random(seed)
    paragraphs = [f"{chance.choice((A, B, C, D))} number {n}" for n in range(12)]

    def cut() -> list[list[str]]:
        places = sorted(chance.sample(range(1, 12), chance.randint(0, 5)))
        return [paragraphs[a:b] for a, b in zip([0, *places], [*places, 12], strict=True)]

    turns = cut()
    keys = [f"0-{n}" for n in range(len(turns))]
    redirects: dict[tuple[str, int], tuple[int, int]] = {}
    cited = {(k, n): p for k, turn in zip(keys, turns, strict=True) for n, p in enumerate(turn, 1)}
    for number in range(1, rounds + 1):
        new = cut()
        carried = carry(keys, turns, new, redirects)
        redirects = dict(carried.redirects)
        kept = {place: key for key, place in carried.kept.items()}
        keys = [kept.get(place, f"{number}-{place}") for place in range(len(new))]
        turns = new
        for (key, paragraph), words in cited.items():
            turn, at = led(carried, key, paragraph)
            assert turns[turn][at - 1] == words
        fresh = {
            (key, n): words
            for key, turn in zip(keys, turns, strict=True)
            for n, words in enumerate(turn, 1)
        }
        # No address that was given out once is given out again for other words.
        assert all(cited.get(place, words) == words for place, words in fresh.items())
        cited |= fresh
