"""Made pairs with known truth, to measure what relating gets right (``evaluate_relations``)."""

from briefings.transcripts.relations.evaluation.recipes import RECIPES, Recipe
from briefings.transcripts.relations.evaluation.scoring import (
    FLOORS,
    Mistake,
    Outcome,
    Score,
    Tally,
    evaluate,
    related,
)

__all__ = [
    "FLOORS",
    "RECIPES",
    "Mistake",
    "Outcome",
    "Recipe",
    "Score",
    "Tally",
    "evaluate",
    "related",
]
