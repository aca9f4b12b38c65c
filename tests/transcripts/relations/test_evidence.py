"""Figures, dates, outlets and people as evidence."""

from dataclasses import replace

import pytest

from briefings.transcripts.relations import Rarity, profile
from briefings.transcripts.relations.evidence import (
    dates_conflict,
    figures_in_order,
    name_bits,
    nobody_in_common,
    outlet_bits,
    places_conflict,
    speaker_bits,
)
from briefings.transcripts.relations.fingerprint import key_of
from briefings.transcripts.types import Header
from tests.transcripts.relations.documents import CHINESE, ENGLISH, briefing, transcript


def test_all_figures_of_a_translation_agree() -> None:
    found = figures_in_order(profile(CHINESE), profile(ENGLISH), None)
    assert (found.left, found.right) == (1.0, 1.0)
    assert found.counts == (14, 14)
    assert found.bits > 100


def test_a_figure_said_ten_times_tells_once() -> None:
    once = profile(transcript([(None, "How warm?", None, "It is 15.6 percent.")]))
    often = profile(transcript([(None, "How warm?", None, "It is 15.6 percent. " * 10)]))
    assert figures_in_order(often, often, None).bits == figures_in_order(once, once, None).bits


def test_a_figure_that_everybody_quotes_tells_little() -> None:
    one = profile(transcript([(None, "How much?", None, "It is 1.9 trillion.")]))
    key = key_of(one.figures[0])
    rare = figures_in_order(one, one, Rarity(10_000, {key: 1})).bits
    common = figures_in_order(one, one, Rarity(10_000, {key: 5_000})).bits
    assert common < 2 < rare


def test_rounded_figures_agree_but_tell_less() -> None:
    exact = profile(transcript([(None, "How much?", None, "It is 1,437,000 tonnes.")]))
    rounded = profile(transcript([(None, "How much?", None, "It is 1.4 million tonnes.")]))
    found = figures_in_order(exact, rounded, None)
    assert found.left == 1.0
    assert 0 < found.bits < figures_in_order(exact, exact, None).bits


@pytest.mark.parametrize(("ours", "theirs", "expected"), [(1, 1, False), (1, 2, True)])
def test_dates_speak_only_where_both_are_printed(ours: int, theirs: int, expected: bool) -> None:
    one, other = (
        profile(replace(ENGLISH, header=Header(date=ENGLISH.header.date.replace(day=day))))
        for day in (ours, theirs)
        if ENGLISH.header.date
    )
    assert dates_conflict(one, other) is expected
    assert dates_conflict(one, profile(replace(ENGLISH, header=Header()))) is None


def test_outlets_and_names_add_a_little_and_never_much() -> None:
    assert outlet_bits(profile(CHINESE), profile(ENGLISH)) == 6.0
    long = profile(briefing("long", exchanges=30))
    assert outlet_bits(long, long) == 10.0
    assert 0 < name_bits(profile(CHINESE), profile(ENGLISH)) <= 10.0


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("Lanport", "Harbour Hall, Lanport", False),
        ("Lanport", "Eastwick", True),
        ("Lanport", None, None),
        ("Lanport", "北京", None),
    ],
)
def test_places_speak_only_where_both_are_printed_in_one_script(
    ours: str, theirs: str | None, expected: bool | None
) -> None:
    one, other = (profile(transcript(place=place)) for place in (ours, theirs))
    assert places_conflict(one, other) is expected


def test_speakers_whom_both_name_add_a_little_and_never_much() -> None:
    one = profile(briefing("one"))
    assert speaker_bits(one, profile(briefing("other"))) == 4.0  # two of them
    many = [("Radio", "Why?", f"Speaker {n}", "So.") for n in range(9)]
    assert speaker_bits(profile(transcript(many)), profile(transcript(many))) == 10.0
    assert speaker_bits(one, profile(transcript())) == 0.0


def test_people_speak_against_only_when_both_name_some() -> None:
    one = profile(briefing("one"))
    others = tuple(
        replace(turn, speaker=f"{turn.speaker} the Second" if turn.speaker else None)
        for turn in briefing("two").turns
    )
    assert nobody_in_common(one, profile(replace(briefing("two"), turns=others)))
    assert not nobody_in_common(one, profile(briefing("three")))
    assert not nobody_in_common(one, profile(transcript([(None, "Why?", None, "So.")])))
