"""Keys: bounded, stable, shared by relatives."""

from dataclasses import replace

from briefings.transcripts.relations import fingerprint, profile
from briefings.transcripts.relations.fingerprint import FIGURE_KEYS, WORD_KEYS
from briefings.transcripts.types import Transcript
from tests.transcripts.relations.documents import CHINESE, ENGLISH, briefing, seed, transcript


def shared(one: Transcript, other: Transcript) -> tuple[int, int]:
    """Return how many keys of words and of figures two transcripts share."""
    ours, theirs = fingerprint(profile(one)), fingerprint(profile(other))
    return len(set(ours.words) & set(theirs.words)), len(set(ours.figures) & set(theirs.figures))


def test_its_size_is_bounded_and_its_keys_fit_63_bits() -> None:
    for document in (seed("004"), briefing("long", exchanges=80)):
        keys = fingerprint(profile(document))
        assert 0 < len(keys.words) <= WORD_KEYS
        assert len(keys.figures) <= FIGURE_KEYS
        assert all(0 <= key < 2**63 for key in (*keys.words, *keys.figures))


WRITTEN_WORDS = (
    6586629688869154834,
    6302058544852791317,
    2847822351244640783,
    4936167547079597621,
)
WRITTEN_FIGURES = (7895593720911145395, 8352781002561025722, 8981575725787987935)


def test_it_is_the_same_in_every_process() -> None:
    keys = fingerprint(profile(transcript([(None, "one two three four", None, "1,854 and 9.6%")])))
    # Written down once: a change of these must raise FINGERPRINT_VERSION.
    assert keys.version == "4"
    assert keys.words[: len(WRITTEN_WORDS)] == WRITTEN_WORDS
    assert keys.figures == WRITTEN_FIGURES


def test_a_page_shares_keys_with_the_whole() -> None:
    whole = briefing("whole", exchanges=40)
    page = replace(whole, turns=whole.turns[20:28])
    assert shared(page, whole)[0] >= 5
    assert shared(seed("000"), seed("002"))[0] >= 10


def test_translations_share_figures() -> None:
    assert shared(seed("003"), seed("004"))[1] >= 20
    assert shared(ENGLISH, CHINESE) == (0, len(fingerprint(profile(CHINESE)).figures))


def test_strangers_share_next_to_nothing() -> None:
    assert shared(briefing("one"), briefing("other")) == (0, 0)
    assert max(shared(seed("002"), seed("004"))) <= 6


def test_boilerplate_makes_no_keys() -> None:
    plain = briefing("boilerplate")
    greeting = replace(
        plain.turns[0],
        kind="moderation",
        paragraphs=("Ladies and gentlemen, good morning to all.",),
    )
    greeted = replace(plain, turns=(greeting, *plain.turns))
    assert fingerprint(profile(greeted)) == fingerprint(profile(plain))


def test_a_document_without_turns_has_no_keys() -> None:
    keys = fingerprint(profile(transcript()))
    assert (keys.words, keys.figures) == ((), ())
