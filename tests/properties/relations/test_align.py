"""Exchanges, turns and paragraphs side by side."""

from dataclasses import replace
from random import Random

from briefings.transcripts.relations import align, profile
from briefings.transcripts.relations.evaluation import makers
from briefings.transcripts.relations.types import Alignment
from briefings.transcripts.types import Kind, Transcript
from tests.transcripts.relations.documents import (
    CHINESE,
    ENGLISH,
    briefing,
    seed,
    transcript,
    words,
)


def aligned(left: Transcript, right: Transcript) -> Alignment:
    """Align two transcripts."""
    return align(profile(left), profile(right))


def numbers(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the exchange numbers of each pair."""
    return [(pair.left, pair.right) for pair in alignment.exchanges]


def test_exchange_n_of_one_translation_is_exchange_n_of_the_other() -> None:
    alignment = aligned(seed("003"), seed("004"))
    assert numbers(alignment) == [((n,), (n,)) for n in range(1, 10)]
    assert all(pair.score >= 0.4 for pair in alignment.exchanges)


def test_every_turn_of_the_first_page_finds_its_own_in_the_whole() -> None:
    page, whole = seed("000"), seed("002")
    for pair in aligned(page, whole).turns:
        assert (
            whole.turns[pair.right].paragraphs[0][:40] == page.turns[pair.left].paragraphs[0][:40]
        )
    assert {pair.left for pair in aligned(page, whole).turns} == set(range(len(page.turns)))


def test_it_aligns_across_scripts() -> None:
    alignment = aligned(CHINESE, ENGLISH)
    assert numbers(alignment) == [((n,), (n,)) for n in range(1, 5)]
    assert [(pair.left, pair.right) for pair in alignment.turns] == [(n, n) for n in range(8)]


def test_an_exchange_that_one_side_lacks_leaves_a_gap() -> None:
    whole = briefing("gap", exchanges=5)
    turns = [turn for turn in whole.turns if turn.exchange != 3]
    cut = replace(
        whole,
        turns=tuple(
            replace(t, exchange=t.exchange - 1) if t.exchange and t.exchange > 3 else t
            for t in turns
        ),
    )
    pairs = [((1,), (1,)), ((2,), (2,)), ((), (3,)), ((3,), (4,)), ((4,), (5,))]
    assert numbers(aligned(cut, whole)) == pairs
    assert numbers(aligned(whole, cut)) == [(right, left) for left, right in pairs]


def test_exchanges_that_changed_places_find_each_other() -> None:
    whole = briefing("swap", exchanges=6)
    swapped = makers.swapped_exchanges(whole, Random(5))
    assert swapped.turns != whole.turns
    for pair in aligned(swapped, whole).turns:
        assert swapped.turns[pair.left].paragraphs == whole.turns[pair.right].paragraphs


def test_an_exchange_split_in_two_pairs_with_both_halves() -> None:
    whole = briefing("split", exchanges=3)
    question = replace(
        whole.turns[4], kind=Kind.QUESTION, paragraphs=whole.turns[4].paragraphs[1:], exchange=3
    )
    halves = (
        *whole.turns[:4],
        replace(whole.turns[4], paragraphs=whole.turns[4].paragraphs[:1]),
        question,
        *(replace(turn, exchange=4) for turn in whole.turns[5:]),
    )
    alignment = aligned(whole, replace(whole, turns=halves))
    assert numbers(alignment) == [((1,), (1,)), ((2,), (2, 3)), ((3,), (4,))]


def test_a_part_of_a_long_answer_finds_the_answer() -> None:
    whole = transcript(
        [
            (None, words(f"q{n}", 12), None, "\n".join(words(f"a{n} {m}") for m in range(12)))
            for n in range(4)
        ]
    )
    tail = replace(
        whole, turns=(replace(whole.turns[5], paragraphs=(words("a2 11"),), exchange=None),)
    )
    assert [(pair.left, pair.right) for pair in aligned(tail, whole).turns] == [(0, 5)]


def test_paragraphs_are_paired_and_a_split_one_has_two() -> None:
    first, second, third = (words(key) for key in ("first", "second", "third"))
    left = transcript([(None, words("q"), None, f"{first}\n{second}\n{third}")])
    halves = second.split()
    right = transcript(
        [
            (
                None,
                words("q"),
                None,
                f"{first}\n{' '.join(halves[:20])}\n{' '.join(halves[20:])}\n{third}",
            )
        ]
    )
    answer = aligned(left, right).turns[1]
    assert [(pair.left, pair.right) for pair in answer.paragraphs] == [
        ((0,), (0,)),
        ((1,), (1, 2)),
        ((2,), (3,)),
    ]


def test_outlets_speak_where_the_words_do_not() -> None:
    left = transcript([("Tide", "Yes?", None, "No."), ("Quay", "Why?", None, "Who knows.")])
    right = transcript([("Quay", "Why?", None, "Nobody can say."), ("Tide", "Is it?", None, "No.")])
    for pair in aligned(left, right).exchanges:
        if pair.left and pair.right:
            ours = left.turns[2 * pair.left[0] - 2].outlet
            assert ours == right.turns[2 * pair.right[0] - 2].outlet


def test_documents_beyond_all_measure_are_not_aligned() -> None:
    endless = profile(transcript([("Radio", "Why?", "Ada Lin", "So.")] * 1001))
    assert align(endless, endless) == Alignment((), (), 0.0)


def test_strangers_and_empty_documents_align_nowhere() -> None:
    stranger = briefing("b")
    silent = replace(stranger, turns=tuple(replace(t, outlet=None) for t in stranger.turns))
    assert not aligned(briefing("a"), silent).turns
    assert aligned(transcript(), briefing("b")).score == 0.0
    assert numbers(aligned(briefing("a", exchanges=1), transcript())) == [((1,), ())]
