"""What is known of one series of briefings: data, in one file a family."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# The titles of those who lead a briefing for its host, in any series.
HOST_TITLE = re.compile(
    r"\bpress\s+bureau\b|\bpress\s+office(?:r)?\b|\binformation\s+office\b[^,;]*\b(?:spokes|SCIO)"
    r"|\bmoderator\b|新闻局|新闻办[^，,]{0,12}发言人|主持人",
    re.IGNORECASE,
)


def forms(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Compile patterns that ignore case."""
    return tuple(re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in patterns)


@dataclass(frozen=True)
class Family:
    """One series.

    ``marks`` are patterns of titles, ledes and listed offices; one that matches in the header
    claims the document. ``sites`` are the addresses the series is published at; they claim a
    document whose own text does not say. ``furniture`` are (reason, pattern) pairs of its pages,
    besides the general ones. ``host`` names the institution. ``prints_close`` says whether its
    transcripts hold the words that end a briefing.
    """

    name: str
    host: str
    marks: tuple[re.Pattern[str], ...] = ()
    sites: tuple[str, ...] = ()
    furniture: tuple[tuple[str, re.Pattern[str]], ...] = ()
    prints_close: bool = True

    def claims(self, header: str) -> bool:
        """Return whether the header's text names this series."""
        return any(mark.search(header) for mark in self.marks)

    def publishes(self, address: str) -> bool:
        """Return whether an address is of the series' own sites."""
        return any(site in address for site in self.sites)


def furniture(*pairs: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compile (reason, pattern) pairs."""
    return tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in pairs)


def named(families: Iterable[Family]) -> dict[str, Family]:
    """Return families by name; raises ``ValueError`` when two share one."""
    table: dict[str, Family] = {}
    for family in families:
        if table.setdefault(family.name, family) is not family:
            raise ValueError(f"Two families are called {family.name}.")
    return table
