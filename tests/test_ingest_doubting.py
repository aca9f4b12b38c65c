"""What the archive is in doubt about waits for an editor; readers do not see it before."""

import re
from itertools import permutations

import pytest
from django.test import Client

from briefings.ingest import ingest
from briefings.ingest.deciding import decide_same
from briefings.ingest.editing import publish, set_day
from briefings.ingest.rereading import reread
from briefings.models import Briefing, Transcript
from tests.documents import document, first_page, passage

pytestmark = pytest.mark.django_db

HELD, PUBLISHED = Briefing.Status.HELD, Briefing.Status.PUBLISHED

WHOLE = document("northern")
# Neither title, nor date, nor people: what follows after the header.
HEADLESS = WHOLE[WHOLE.index("Cora Wendell:") :].replace("\n\nLadies", "\nLadies")
# Paragraphs and nobody who says them.
UNLABELLED = "The northern works of 3 March 2023\n\n" + "\n\n".join(
    line for line in WHOLE.split("\n")[9:] if len(line) > 200
)


def bring(text: str, name: str = "document.txt") -> Transcript:
    return ingest(text.encode(), name).transcript


def status_of(transcript: Transcript) -> str:
    return Briefing.objects.get(transcripts=transcript).status


@pytest.mark.parametrize(
    ("text", "reason"), [(UNLABELLED, "No label"), (HEADLESS, "Neither a title nor a date")]
)
def test_a_new_briefing_that_it_doubts_is_held_and_says_why(
    text: str, reason: str, client: Client
) -> None:
    outcome = ingest(text.encode(), "northern.txt")
    assert outcome.held.startswith(reason)
    assert status_of(outcome.transcript) == HELD
    assert client.get(outcome.briefing.get_absolute_url()).status_code == 404
    assert outcome.briefing.title not in client.get("/").content.decode()


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        document("southern", day=None),
        # Remarks under labels, and nobody asks.
        "Statement on the piers\nMarch 3, 2023\n\nAda Lindqvist, director of the Harbour Office\n\n"
        f"Ada Lindqvist: {passage('statement')}\n",
    ],
    ids=["whole", "undated", "statement"],
)
def test_any_other_is_shown_at_once(text: str, client: Client) -> None:
    outcome = ingest(text.encode(), "northern.txt")
    assert outcome.held == ""
    assert status_of(outcome.transcript) == PUBLISHED
    assert client.get(outcome.briefing.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("order", list(permutations((WHOLE, HEADLESS, UNLABELLED))))
def test_what_leaves_no_doubt_lifts_it_in_whatever_order_they_come(order: tuple[str, ...]) -> None:
    brought = {text: bring(text, f"{n}.txt") for n, text in enumerate(order)}
    (briefing,) = Briefing.objects.all()
    assert briefing.status == PUBLISHED
    assert briefing.canonical in (brought[WHOLE], brought[HEADLESS])


def test_a_part_with_labels_stands_for_the_briefing_before_a_whole_without() -> None:
    for text in (UNLABELLED, first_page(WHOLE, 0.8)):
        transcript = bring(text)
    (briefing,) = Briefing.objects.all()
    assert briefing.canonical == transcript
    assert briefing.canonical_reason == "It is the only one that says who speaks."


def test_an_editor_shows_it_for_good() -> None:
    transcript = bring(UNLABELLED)
    publish(transcript.briefing, visible=True)
    assert reread(transcript.pk).held == ""
    assert status_of(transcript) == PUBLISHED


def test_a_day_that_an_editor_sets_lifts_the_doubt_about_day_and_title() -> None:
    transcript = bring(HEADLESS)
    set_day(transcript, Transcript.objects.get(pk=bring(document("southern")).pk).date)
    assert status_of(transcript) == PUBLISHED


def test_what_an_editor_keeps_from_readers_stays_so() -> None:
    transcript = bring(WHOLE)
    publish(transcript.briefing, visible=False)
    bring(first_page(WHOLE))
    reread(transcript.pk)
    assert status_of(transcript) == Briefing.Status.DRAFT


def test_what_readers_see_does_not_go_when_it_is_joined_to_what_is_held() -> None:
    held = bring(re.sub(r"\d{4}|\d\d\.\d", "many", UNLABELLED))
    shown = bring(document("southern"))
    assert [status_of(held), status_of(shown)] == [HELD, PUBLISHED]
    decide_same(held.document, shown.document)
    (briefing,) = Briefing.objects.all()
    assert briefing.status == PUBLISHED
