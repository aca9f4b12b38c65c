"""Stretches of wording that two transcripts share."""

from dataclasses import replace

from briefings.transcripts.relations import profile
from briefings.transcripts.relations.overlap import overlap
from tests.transcripts.relations.documents import briefing, seed, transcript, words


def test_a_part_lies_wholly_in_the_whole() -> None:
    found = overlap(profile(seed("000")), profile(seed("002")))
    assert found.left > 0.99
    assert 0.1 < found.right < 0.2
    assert found.differing == 0


def test_it_tells_misread_words_from_other_words() -> None:
    text = words("misread", 60)
    said = text.split()
    misread = " ".join(w.replace("o", "0", 1) if n % 10 == 5 else w for n, w in enumerate(said))
    other = " ".join("otherwise" if n % 10 == 5 else w for n, w in enumerate(said))
    whole = profile(transcript([(None, "Why?", None, text)]))
    changed = sum("o" in w for w in said[5::10])
    noisy = overlap(profile(transcript([(None, "Why?", None, misread)])), whole)
    assert (noisy.differing, noisy.reworded) == (changed, 0)
    renamed = overlap(profile(transcript([(None, "Why?", None, other)])), whole)
    assert renamed.reworded == renamed.differing == 6


def test_it_finds_passages_that_changed_places() -> None:
    whole = briefing("places", exchanges=6)
    turned = replace(whole, turns=(*whole.turns[7:], *whole.turns[:7]))
    found = overlap(profile(turned), profile(whole))
    assert min(found.left, found.right) > 0.95
    assert found.identity > 0.99


def test_slogans_scattered_over_two_texts_are_no_stretch() -> None:
    slogan = "the harbour belongs to all who work in it"
    one, other = (
        transcript(
            [(None, "Why?", None, " ".join(f"{words(f'{key} {n}')} {slogan}" for n in range(9)))]
        )
        for key in ("one", "other")
    )
    found = overlap(profile(one), profile(other))
    assert (found.left, found.words) == (0.0, 0)


def test_empty_texts_share_nothing() -> None:
    found = overlap(profile(transcript()), profile(briefing("some")))
    assert (found.left, found.right, found.words) == (0.0, 0.0, 0)
