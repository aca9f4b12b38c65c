"""Possible relatives from the database, by keys."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from briefings import candidates
from briefings.models import Fingerprint, Transcript
from briefings.transcripts import types
from briefings.transcripts.relations import fingerprint, profile
from briefings.transcripts.relations.likely import MOST_CANDIDATES, MOST_HOLDERS
from tests.builders import make_briefing
from tests.transcripts.relations.documents import CHINESE, ENGLISH, briefing, seed

pytestmark = pytest.mark.django_db


def kept(document: types.Transcript) -> Transcript:
    """Keep a transcript's fingerprint as ingest does."""
    row = make_briefing().canonical
    keys = fingerprint(profile(document))
    for scheme, values in (
        (Fingerprint.Scheme.WORDS, keys.words),
        (Fingerprint.Scheme.FIGURES, keys.figures),
    ):
        Fingerprint.objects.bulk_create(
            Fingerprint(transcript=row, scheme=scheme, value=value) for value in values
        )
    return row


def found(document: types.Transcript, **options: int) -> tuple[int, ...]:
    """Return the transcripts worth comparing with a document."""
    return candidates.find(fingerprint(profile(document)), **options).ids


def test_it_finds_the_whole_of_a_page_and_the_other_translation() -> None:
    rows = {number: kept(seed(number)).pk for number in ("001", "002", "004")}
    assert found(seed("000"))[0] == rows["002"]
    assert found(seed("003"))[0] == rows["004"]


def test_it_finds_a_translation_in_another_script() -> None:
    kept(seed("002"))
    row = kept(CHINESE)
    assert found(ENGLISH) == (row.pk,)


def test_it_leaves_the_excluded_transcript_out() -> None:
    first, second = kept(briefing("twice")), kept(briefing("twice"))
    assert set(found(briefing("twice"))) == {first.pk, second.pk}
    assert found(briefing("twice"), exclude=first.pk) == (second.pk,)


def test_strangers_are_not_worth_a_look() -> None:
    for number in range(5):
        kept(briefing(f"stranger {number}"))
    assert found(briefing("new")) == ()


def test_a_key_that_too_many_hold_is_not_followed() -> None:
    row = make_briefing().canonical
    keys = fingerprint(profile(briefing("everywhere")))
    Fingerprint.objects.bulk_create(
        Fingerprint(transcript=row, scheme=Fingerprint.Scheme.WORDS, value=value)
        for value in keys.words
        for _ in range(MOST_HOLDERS + 1)
    )
    assert candidates.find(keys).ids == ()


def test_it_names_a_few_and_asks_the_database_a_few_times() -> None:
    for _ in range(MOST_CANDIDATES + 3):
        kept(briefing("popular"))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        result = candidates.find(fingerprint(profile(briefing("popular"))))
    assert len(result.ids) == MOST_CANDIDATES
    assert len(queries) <= 5


def test_it_counts_how_many_hold_each_figure() -> None:
    kept(ENGLISH)
    kept(CHINESE)
    keys = fingerprint(profile(ENGLISH))
    rarity = candidates.find(keys).rarity
    assert [rarity.holding[key] for key in keys.figures] == [2] * len(keys.figures)


def test_an_empty_archive_and_an_empty_fingerprint_have_no_candidates() -> None:
    assert found(briefing("first")) == ()
    kept(briefing("some"))
    assert candidates.find(fingerprint(profile(seed("000")))).ids == ()
