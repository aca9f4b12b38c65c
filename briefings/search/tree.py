"""The query as a tree: what the language's parser makes and every engine answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Column(StrEnum):
    """What a turn can be filtered and counted by; the facets are columns of the same names."""

    SPEAKER = "speaker"  # Speaker.pk, 0 where it is not known
    OUTLET = "outlet"  # Outlet.pk of a question, and of the question that an answer answers
    YEAR = "year"  # four digits
    MONTH = "month"  # "2022-07"
    KIND = "kind"
    LANGUAGE = "lang"
    SERIES = "series"
    PLACE = "place"
    ASKER = "asker"  # the reporter's name as resolved, of a question and of its answers
    COMPLETE = "complete"  # 1 or 0


@dataclass(frozen=True, slots=True)
class Word:
    """A word, found in all its forms (by its stem)."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words exactly as written, one after the other."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Words exactly as written, in any order, within ``distance`` words of each other.

    The first and the last of them are at most ``distance`` places apart.
    """

    text: str
    distance: int


@dataclass(frozen=True, slots=True)
class Prefix:
    """All words that begin so."""

    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """All words of the index that are one or two letters away."""

    text: str


@dataclass(frozen=True, slots=True)
class Having:
    """Turns whose column has one of the values."""

    column: Column
    values: frozenset[int | str]


@dataclass(frozen=True, slots=True)
class Days:
    """Turns of briefings held from ``after`` to ``before``, both days included."""

    after: date | None = None
    before: date | None = None


@dataclass(frozen=True, slots=True)
class And:
    """Turns that match all parts; with no parts, every turn."""

    parts: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """Turns that match at least one part."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Turns that do not match the part."""

    part: "Node"


Node = Word | Phrase | Near | Prefix | Fuzzy | Having | Days | And | Or | Not
Text = Word | Phrase | Near | Prefix | Fuzzy
TEXT = (Word, Phrase, Near, Prefix, Fuzzy)


def leaves(node: Node, wanted: bool = True) -> Iterator[tuple[Node, bool]]:
    """Yield the tree's leaves in order, each with whether it is wanted (not under a NOT)."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves(part, wanted)
    elif isinstance(node, Not):
        yield from leaves(node.part, not wanted)
    else:
        yield node, wanted


def has_text(node: Node) -> bool:
    """Say whether any leaf asks for words; if none does, the rows alone can answer."""
    return any(isinstance(leaf, TEXT) for leaf, _ in leaves(node))
