"""A person's titles over time: runs of appearances under one title."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from .models import Appearance, Briefing


@dataclass(frozen=True, slots=True)
class Tenure:
    """Appearances one after the other in one role under one title, newest first."""

    title: str
    role: str
    appearances: tuple[Appearance, ...]

    @property
    def latest(self) -> Briefing:
        """The newest of its briefings."""
        return self.appearances[0].briefing

    @property
    def earliest(self) -> Briefing:
        """The oldest of its briefings."""
        return self.appearances[-1].briefing


def tenures(appearances: Iterable[Appearance]) -> list[Tenure]:
    """Return the tenures of one person; ``appearances`` are newest first."""
    return [
        Tenure(title, role, tuple(run))
        for (title, role), run in groupby(appearances, key=lambda one: (one.title, one.role))
    ]
