"""The query language: what a reader typed, understood."""

import re
from dataclasses import dataclass

from briefings.search.tokens import words
from briefings.search.tree import And, Node, Phrase, Word

_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Understood:
    """A query as understood, with sentences about what was odd in it."""

    tree: Node
    notices: tuple[str, ...] = ()


def understand(query: str) -> Understood:
    """Return what a query asks; never raises."""
    parts: list[Node] = []
    for quoted, bare in _PART.findall(query):
        if words(quoted):
            parts.append(Phrase(quoted))
        elif words(bare):
            parts.append(Word(bare))
    return Understood(And(tuple(parts)))
