"""A transcript in reading order."""

import pytest

from briefings.models import Attribution, Kind, Transcript, Turn
from briefings.reading import read

from .builders import make_briefing, make_turn

pytestmark = pytest.mark.django_db


def transcript_of(*exchanges: tuple[str, str, str, str]) -> Transcript:
    transcript = make_briefing(exchanges).canonical
    assert transcript is not None
    return transcript


def test_turns_are_grouped_by_exchange_in_order() -> None:
    transcript = transcript_of(("A", "1?", "X", "1."), ("B", "2?", "Y", "2."))
    make_turn(transcript, Kind.MODERATION, "Thank you all.", speaker="M")
    assert [(p.number, len(p.voices)) for p in read(transcript).parts] == [
        (1, 2),
        (2, 2),
        (None, 1),
    ]


def test_a_name_is_shown_where_the_voice_changes() -> None:
    transcript = transcript_of()
    for speaker in ("X", "X", "Y", "X"):
        make_turn(transcript, Kind.REMARKS, "Words.", speaker=speaker)
    (part,) = read(transcript).parts
    assert [voice.changed for voice in part.voices] == [True, False, True, True]


def test_two_questions_of_one_outlet_are_two_voices() -> None:
    transcript = transcript_of()
    for number in (1, 2):
        make_turn(transcript, Kind.QUESTION, "And?", outlet="A", exchange=number)
    assert all(voice.changed for part in read(transcript).parts for voice in part.voices)


def test_a_label_that_says_more_than_the_name_is_shown_once() -> None:
    transcript = transcript_of(("A", "1?", "Ada Lin", "1."), ("A", "2?", "Ada Lin", "2."))
    Turn.objects.filter(kind=Kind.ANSWER).update(label="MS. LIN")
    printed = [voice.printed for part in read(transcript).parts for voice in part.voices]
    assert printed == ["", "MS. LIN", "", ""]


@pytest.mark.parametrize(
    ("attribution", "times"),
    [(Attribution.HEADER, 1), (Attribution.PRINTED, 0), (Attribution.EDITOR, 1)],
)
def test_how_a_speaker_is_known_is_said_once(attribution: str, times: int) -> None:
    transcript = transcript_of(("A", "1?", "Ada Lin", "1."), ("A", "2?", "Ada Lin", "2."))
    Turn.objects.filter(kind=Kind.ANSWER).update(speaker_attribution=attribution)
    notes = [note for part in read(transcript).parts for v in part.voices for note in v.notes]
    assert len(notes) == times


def test_how_an_outlet_is_known_is_said_each_time() -> None:
    transcript = transcript_of(("A", "1?", "X", "1."), ("A", "2?", "X", "2."))
    Turn.objects.filter(kind=Kind.QUESTION).update(outlet_attribution=Attribution.INTRODUCED)
    notes = [note.text for part in read(transcript).parts for v in part.voices for note in v.notes]
    assert notes == ["as the reporter says"] * 2


def test_no_attribution_is_without_words() -> None:
    transcript = transcript_of(("A", "1?", "X", "1."))
    for attribution in Attribution.values:
        source = transcript if attribution == Attribution.OTHER_VERSION else None
        Turn.objects.filter(kind=Kind.QUESTION).update(
            outlet_attribution=attribution, outlet_source=source
        )
        notes = read(transcript, versions=[transcript]).parts[0].voices[0].notes
        assert [bool(note.text) for note in notes] == [True] * (attribution != "printed")
