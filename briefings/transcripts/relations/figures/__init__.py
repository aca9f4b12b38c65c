"""Figures in a text, in one form for all the ways of printing them.

``1.43 million``, ``1,430,000`` and ``143万`` are one number; ``34.3 percent`` and ``百分之34.3``
one share; dates, times of day and ordinals are kinds of their own and are never numbers. Numbers
survive translation where words do not: of those in one seed 99 % stand in its other translation,
at most 39 % in any unrelated seed.
"""

from briefings.transcripts.relations.figures.find import find_figures
from briefings.transcripts.relations.figures.types import Figure, FigureKind

__all__ = ["Figure", "FigureKind", "find_figures"]
