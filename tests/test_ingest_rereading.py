"""A document read again: what was cited, and what editors set, stays."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from briefings.ingest import ingest
from briefings.ingest.editing import attribute, publish, set_day, take_back
from briefings.ingest.rereading import reread
from briefings.models import (
    Attribution,
    Briefing,
    IndexChange,
    Kind,
    Transcript,
    Turn,
    TurnRedirect,
)
from tests.builders import make_outlet, make_speaker
from tests.documents import document

pytestmark = pytest.mark.django_db

TEXT = document("northern")


@pytest.fixture
def transcript() -> Transcript:
    return ingest(TEXT.encode(), "northern.txt").transcript


def as_an_older_parser_read_it(transcript: Transcript) -> dict[str, list[str]]:
    """Put rows in place in which two turns were taken for one; return what keys were cited for."""
    question = transcript.turns.get(kind=Kind.QUESTION, exchange=1)
    answer = transcript.turns.get(kind=Kind.ANSWER, exchange=1)
    question.text = f"{question.text}\n{answer.text}"
    question.last_line = answer.last_line
    question.save()
    answer.delete()
    Transcript.objects.filter(pk=transcript.pk).update(parser_version="0")
    return {turn.key: turn.paragraphs for turn in transcript.turns.all()}


def words_at(key: str, paragraph: int) -> str:
    """Return the words that an address leads a reader to."""
    location = Client().get(f"/t/{key}/", {"p": paragraph})["Location"]
    _, key, number = location.partition("#")[2].split("-")
    return Turn.objects.get(key=key).paragraphs[int(number) - 1]


def test_cited_paragraphs_lead_to_the_same_words(transcript: Transcript) -> None:
    cited = as_an_older_parser_read_it(transcript)
    reread(transcript.pk)
    assert transcript.turns.filter(kind=Kind.ANSWER, exchange=1).exists()
    for key, paragraphs in cited.items():
        for number, words in enumerate(paragraphs, 1):
            assert words_at(key, number) == words
    assert TurnRedirect.objects.exists()


def test_no_old_key_is_left_behind(transcript: Transcript) -> None:
    cited = as_an_older_parser_read_it(transcript)
    reread(transcript.pk)
    reread(transcript.pk)
    live = set(Turn.objects.values_list("key", flat=True))
    redirected = set(TurnRedirect.objects.filter(paragraph=0).values_list("key", flat=True))
    assert set(cited) <= live | redirected
    assert not live & redirected


def test_it_notes_the_parser_that_read_it_last(transcript: Transcript) -> None:
    as_an_older_parser_read_it(transcript)
    reread(transcript.pk)
    assert Transcript.objects.get().parser_version != "0"


def test_an_editors_word_survives_and_can_be_taken_back(transcript: Transcript) -> None:
    question = transcript.turns.get(kind=Kind.QUESTION, exchange=1)
    attribute(question, {"outlet": make_outlet("Evening Harbour"), "reporter": "Eve Moss"})
    reread(transcript.pk)
    question = Turn.objects.get(key=question.key)
    assert (str(question.outlet), question.outlet_attribution) == (
        "Evening Harbour",
        Attribution.EDITOR,
    )
    assert (question.reporter, question.reporter_attribution) == ("Eve Moss", Attribution.EDITOR)
    take_back(question)
    question = Turn.objects.get(key=question.key)
    assert (str(question.outlet), question.outlet_attribution) == (
        "Harbour Daily",
        Attribution.PRINTED,
    )
    assert question.reporter == ""


def test_an_editor_may_say_that_nobody_is_known(transcript: Transcript) -> None:
    answer = transcript.turns.get(kind=Kind.ANSWER, exchange=1)
    attribute(answer, {"speaker": None})
    reread(transcript.pk)
    answer = Turn.objects.get(key=answer.key)
    assert (answer.speaker, answer.speaker_attribution) == (None, Attribution.EDITOR)


def test_an_editors_word_is_told_to_other_versions() -> None:
    without = document("northern", outlets=["", "The Tide Gazette", "Quayside Radio"])
    first = ingest(without.encode(), "first.txt").transcript
    second = ingest((without + "\n").encode(), "second.txt").transcript
    assert first.briefing.pk == second.briefing.pk
    question = first.turns.get(kind=Kind.QUESTION, exchange=1)
    attribute(question, {"outlet": make_outlet("Evening Harbour")})
    told = second.turns.get(kind=Kind.QUESTION, exchange=1)
    assert (str(told.outlet), told.outlet_attribution) == (
        "Evening Harbour",
        Attribution.OTHER_VERSION,
    )
    assert told.outlet_source == first


def test_an_editors_day_for_an_undated_document_survives(transcript: Transcript) -> None:
    set_day(transcript, date(2024, 1, 2))
    reread(transcript.pk)
    briefing = Briefing.objects.get()
    assert briefing.date.isoformat() == "2024-01-02"
    assert briefing.slug.startswith("2024-01-02-")


def test_a_briefing_is_kept_from_readers_and_shown_again(transcript: Transcript) -> None:
    IndexChange.objects.all().delete()
    publish(transcript.briefing, visible=False)
    assert not Briefing.objects.published().exists()
    reread(transcript.pk)
    assert not Briefing.objects.published().exists()
    publish(Briefing.objects.get(), visible=True)
    assert Briefing.objects.published().exists()
    assert set(IndexChange.objects.values_list("briefing_id", flat=True)) == {
        transcript.briefing.pk
    }


def test_a_speaker_set_by_an_editor_appears_at_the_briefing(transcript: Transcript) -> None:
    answer = transcript.turns.get(kind=Kind.ANSWER, exchange=1)
    attribute(answer, {"speaker": make_speaker("Dana Holt")})
    people: Any = Briefing.objects.get().appearances.values_list("speaker__name", flat=True)
    assert "Dana Holt" in people
