"""The evaluation: a small run holds its floors, and a wrong rule would be seen."""

from briefings.transcripts.relations.evaluation import RECIPES, Recipe, evaluate
from briefings.transcripts.relations.types import Verdict
from briefings.transcripts.types import RelationKind
from tests.transcripts.relations.documents import seed

SEEDS = [seed(number) for number in ("000", "001", "002", "003", "004")]
TOGETHER = (frozenset({SEEDS[0].name, SEEDS[2].name}), frozenset({SEEDS[3].name, SEEDS[4].name}))


def test_made_pairs_of_the_seeds_are_judged_rightly() -> None:
    outcome = evaluate(SEEDS, together=TOGETHER)
    assert outcome.holds, outcome.mistakes
    assert all(score.meant >= 5 for score in outcome.scores.values())
    assert [tally.recipe for tally in outcome.tallies] == list(RECIPES)


def test_sources_that_are_joined_and_not_said_to_be_together_fail() -> None:
    outcome = evaluate(SEEDS, recipes=())
    assert outcome.strangers == 2
    assert not outcome.holds
    assert {(m.made_of[:3], m.known[:3]) for m in outcome.mistakes} == {
        ("000", "002"),
        ("003", "004"),
    }


def test_a_pair_judged_to_be_something_else_counts_against_both() -> None:
    wrong = Recipe("copies called excerpts", lambda t, _: t, (RelationKind.EXCERPT,))
    outcome = evaluate(SEEDS, recipes=(wrong,), together=TOGETHER)
    assert outcome.scores[RelationKind.EXCERPT].recall == 0.0
    assert outcome.scores[RelationKind.COPY].precision == 0.0
    assert not outcome.holds
    assert all(m.relation and m.relation.verdict is Verdict.SAME for m in outcome.mistakes)


def test_what_must_stay_apart_and_is_joined_fails() -> None:
    twins = Recipe("copies that must stay apart", lambda t, _: t, ())
    outcome = evaluate(SEEDS, recipes=(twins,), together=TOGETHER)
    assert outcome.strangers == len(SEEDS)
    assert not outcome.holds
