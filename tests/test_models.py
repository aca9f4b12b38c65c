"""What the database itself refuses."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model

from briefings.models import (
    KEY_ALPHABET,
    KEY_LENGTH,
    Answer,
    Attribution,
    Briefing,
    Decision,
    Kind,
    Merge,
    Proposal,
    Question,
    Relation,
    Role,
    Statement,
    Turn,
    new_key,
)
from briefings.transcripts import types
from tests.builders import make_briefing, make_document, make_outlet, make_speaker

pytestmark = pytest.mark.django_db


def refused(row: Model) -> bool:
    """Return whether the database refuses to save a row."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return True
    return False


@pytest.fixture
def turn() -> Turn:
    return make_briefing([("Harbour Daily", "Why?", "Ada Lin", "Because.")]).canonical.turns.first()


def test_it_words_choices_as_the_pure_library_does() -> None:
    assert set(Kind.values) == {kind.value for kind in types.Kind}
    assert set(Role.values) == {role.value for role in types.Role}
    assert set(Attribution.values) == {how.value for how in types.Attribution}
    assert set(Relation.values) == {kind.value for kind in types.RelationKind}


def test_it_makes_keys_that_differ_and_spell_nothing() -> None:
    keys = {new_key() for _ in range(200)}
    assert len(keys) == 200
    assert all(len(key) == KEY_LENGTH and set(key) <= set(KEY_ALPHABET) for key in keys)


def test_it_refuses_a_known_outlet_that_does_not_say_how(turn: Turn) -> None:
    turn.outlet_attribution = ""
    assert refused(turn)


def test_it_refuses_an_attribution_of_nobody(turn: Turn) -> None:
    turn.speaker_attribution = Attribution.PRINTED
    assert refused(turn)


def test_it_lets_an_editor_say_that_there_is_none(turn: Turn) -> None:
    turn.outlet, turn.outlet_attribution = None, Attribution.EDITOR
    assert not refused(turn)


def test_it_refuses_a_value_from_another_version_that_is_not_named(turn: Turn) -> None:
    turn.outlet_attribution = Attribution.OTHER_VERSION
    assert refused(turn)
    turn.outlet_source = make_briefing().canonical
    assert not refused(turn)


def test_it_refuses_a_source_without_the_attribution(turn: Turn) -> None:
    turn.reporter, turn.reporter_attribution = "Eve Moss", Attribution.INTRODUCED
    turn.reporter_source = turn.transcript
    assert refused(turn)


def test_it_refuses_lines_out_of_order_kinds_unknown_and_scores_beyond_one(turn: Turn) -> None:
    for field, value in (("last_line", 0), ("kind", "speech"), ("alignment_score", 1.5)):
        there = getattr(turn, field)
        setattr(turn, field, value)
        assert refused(turn), field
        setattr(turn, field, there)


def test_it_refuses_two_turns_in_one_place(turn: Turn) -> None:
    other = turn.transcript.turns.last()
    other.sequence = turn.sequence
    assert refused(other)


def test_it_refuses_a_status_and_a_relation_that_nobody_knows() -> None:
    briefing = make_briefing()
    briefing.status = "hidden"
    assert refused(briefing)
    transcript = make_briefing().canonical
    transcript.relation = "cousin"
    assert refused(transcript)


def test_it_refuses_the_same_bytes_twice() -> None:
    make_document(b"one")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_document(b"one")


def test_it_refuses_two_decisions_in_force_on_one_pair() -> None:
    one, other = make_document(), make_document()
    same = {"document": one, "other": other}
    Decision.objects.create(**same, verdict=Decision.Verdict.SAME)
    assert refused(Decision(**same, verdict=Decision.Verdict.DIFFERENT))
    assert refused(Decision(document=other, other=one, verdict=Decision.Verdict.SAME))
    assert refused(Decision(document=one, verdict=Decision.Verdict.SAME))


def test_it_refuses_a_proposal_that_puts_the_earlier_first() -> None:
    one, other = make_briefing().canonical, make_briefing().canonical
    values = {"relation": Relation.COPY, "score": 0.5}
    assert refused(Proposal(transcript=one, other=other, **values))
    assert not refused(Proposal(transcript=other, other=one, **values))


def test_it_refuses_to_merge_a_row_with_itself() -> None:
    values = {"target": "outlet", "name": "x", "slug": "x", "confirmed": True, "aliases": []}
    assert refused(Merge(kept_id=1, merged_id=1, **values))


def test_it_finds_turns_by_what_they_are() -> None:
    make_briefing(
        [("Harbour Daily", "Why?", "Ada Lin", "Because.")], remarks=[("Ada Lin", "Welcome.")]
    )
    assert [question.text for question in Question.objects.all()] == ["Why?"]
    assert [answer.text for answer in Answer.objects.all()] == ["Because."]
    assert [statement.text for statement in Statement.objects.all()] == ["Welcome."]


def test_it_puts_undated_briefings_last() -> None:
    undated = make_briefing(day=None)
    dated = make_briefing()
    assert list(Briefing.objects.all()) == [dated, undated]


def test_it_names_rows_for_people() -> None:
    briefing = make_briefing(title="On piers")
    assert str(briefing) == "2022-07-19: On piers"
    assert str(make_outlet()) == "Harbour Daily"
    assert str(make_speaker()) == "Ada Lin"
