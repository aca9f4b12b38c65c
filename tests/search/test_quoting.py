"""Quote check: where a pasted sentence was said, and what differs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefings.models import Briefing, Turn
from briefings.search import closest, quoting
from briefings.search.outbox import rebuild
from briefings.search.types import Change
from tests.builders import make_briefing, make_transcript, make_turn

pytestmark = pytest.mark.django_db

SAID = "By the end of June, some 1,425,000 base stations were built across the harbour towns."


@pytest.fixture(params=["database", "index"])
def ready(request: pytest.FixtureRequest, index_path: Path) -> Callable[[], None]:
    """Return the call after which the rows are searched, by the rows and by an index."""
    return (lambda: None) if request.param == "database" else lambda: rebuild() and None


def fill() -> Turn:
    """Write two briefings; return the answer that says the sentence."""
    make_briefing(remarks=[("Bo Ek", "Tides rise in June. Boats were built by the end.")])
    briefing = make_briefing(
        [
            (
                "Bay Post",
                "How many?",
                "Ada Lin",
                f"Thank you.\nI can say this. {SAID} More is to come.",
            )
        ]
    )
    return Turn.objects.get(transcript__briefing=briefing, kind="answer")


def test_a_sentence_said_so_is_found_in_its_place(ready: Callable[[], None]) -> None:
    answer = fill()
    ready()
    (found,) = closest(SAID)
    assert (found.turn_id, found.paragraph, found.likeness) == (answer.pk, 2, 1.0)
    assert [stretch.change for stretch in found.stretches] == [Change.SAME]
    assert found.stretches[0].said == SAID.rstrip(".")
    assert found.canonical_id is None


def test_what_differs_is_shown_word_by_word(ready: Callable[[], None]) -> None:
    answer = fill()
    ready()
    quoted = "By the end of July, 1,425,000 new base stations were built across the towns"
    (found,) = closest(quoted)
    assert found.turn_id == answer.pk
    assert 0.8 < found.likeness < 1
    different = [
        (stretch.change, stretch.typed, stretch.said)
        for stretch in found.stretches
        if stretch.change is not Change.SAME
    ]
    assert different == [
        (Change.CHANGED, "July", "June, some"),
        (Change.ADDED, "new", ""),
        (Change.LEFT_OUT, "", "harbour"),
    ]
    typed = " ".join(stretch.typed for stretch in found.stretches if stretch.typed)
    assert typed == quoted.replace("July,", "July")


def test_other_versions_are_looked_through_and_lead_to_the_canonical_turn(
    ready: Callable[[], None],
) -> None:
    answer = fill()
    briefing = Briefing.objects.get(pk=answer.transcript.briefing_id)
    other = make_transcript(briefing, relation="translation")
    text = "Up to late June the port cities had put up one million masts for mobile service."
    turn = make_turn(other, "answer", text, aligned=answer)
    ready()
    (found,) = closest("the port cities had put up one million masts")
    assert (found.turn_id, found.canonical_id) == (turn.pk, answer.pk)
    assert found.likeness == 1.0


def test_a_draft_is_not_quoted_from(ready: Callable[[], None]) -> None:
    fill()
    Briefing.objects.update(status=Briefing.Status.DRAFT)
    ready()
    assert closest(SAID) == ()


@pytest.mark.parametrize("text", ["", "…", "Nothing like this was ever uttered, dear reader."])
def test_what_nobody_said_is_found_nowhere(ready: Callable[[], None], text: str) -> None:
    fill()
    ready()
    assert closest(text) == ()


def test_a_chinese_sentence_is_found(ready: Callable[[], None]) -> None:
    make_briefing(remarks=[("Ada Lin", "谢谢。截至六月底，全国建成5G基站一百四十二万个。")])
    ready()
    (found,) = closest("全国建成5G基站一百四十万个")
    assert found.likeness > 0.8
    changed = [s for s in found.stretches if s.change is not Change.SAME]
    assert [(s.change, s.typed, s.said) for s in changed] == [(Change.LEFT_OUT, "", "二")]
    assert "".join(stretch.said for stretch in found.stretches) == "全国建成5G基站一百四十二万个"


def test_it_says_where_in_the_paragraph_the_passage_stands(ready: Callable[[], None]) -> None:
    answer = fill()
    ready()
    (found,) = closest(SAID)
    paragraph = answer.paragraphs[found.paragraph - 1]
    assert paragraph[found.start : found.end] == SAID.rstrip(".")


def test_words_at_the_ends_that_stand_for_nothing_are_not_of_the_passage(
    ready: Callable[[], None],
) -> None:
    make_briefing(remarks=[("Ada Lin", "So then, friends, the tide will certainly rise by noon.")])
    ready()
    (found,) = closest("dear all, the tide will rise")
    assert found.stretches[-1].said == "rise"
    assert "So" not in found.stretches[0].said


def test_a_common_phrase_alone_is_not_close(ready: Callable[[], None]) -> None:
    fill()
    ready()
    assert closest("By the end of June, nine hundred trains had crossed both bridges") == ()


def test_a_sentence_of_common_words_is_found_where_it_was_said(
    ready: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quoting, "CANDIDATES", 2)
    for number in range(6):
        make_briefing(remarks=[("Ada Lin", f"More we have, that more we have, on {number}.")])
    long_answer = "The harbour was dredged by night. " * 30 + "We have more on that."
    make_briefing(remarks=[("Bo Ek", long_answer)])
    ready()
    found = closest("We have more on that")[0]
    assert (found.likeness, Turn.objects.get(pk=found.turn_id).label) == (1.0, "Bo Ek")
