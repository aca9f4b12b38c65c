"""The working sheet of the parser: blocks of text, and what each was taken for."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

# How much of a block is looked at when a label or a piece of furniture is sought. The longest label
# met in print ("Deputy Director, Information and Communication Administration, Ministry of …:") has
# 106 characters; a bound keeps a line of a million colons as cheap as any other.
HEAD = 320

# Characters that a pattern should see as a plain space. One for one, so that offsets agree.
_SPACES = re.compile(
    "[\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\u00ad\t]"
)  # fmt: skip


def plain(text: str) -> str:
    """Return the text with every kind of space, seen or not, as a plain space; same length."""
    if text.isascii() and "\t" not in text:
        return text
    # A pattern is six to twenty times as fast here as str.translate, which was a tenth of parsing.
    return _SPACES.sub(" ", text)


class Taken(StrEnum):
    """What a block was taken for."""

    HEADER = "header"
    LABEL = "label"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"


@dataclass(slots=True)
class Block:
    """One paragraph: a line, or hard-wrapped lines joined by a space.

    ``gap`` counts the blank lines before it, ``text`` is verbatim without white space at its ends,
    ``head`` its first characters with plain spaces (offsets are those of ``text``).
    """

    first_line: int
    last_line: int
    text: str
    gap: int
    head: str = ""

    def __post_init__(self) -> None:
        if not self.head:
            self.head = plain(self.text[:HEAD])


@dataclass(slots=True)
class Cue:
    """A label found at the start of a block: the words as printed, and where the speech begins.

    ``style`` says how it is set: ``alone`` (a colon and nothing after it), ``inline``, ``bracket``,
    ``capitals`` (a line in capitals without a colon) or ``bare`` (a heading without a colon).
    """

    label: str
    start: int
    style: str
    rule: str = ""
    affiliation: str = ""
    titled: bool = False  # what follows the colon is an event's name and no sentence


@dataclass(slots=True)
class Sheet:
    """All blocks of a document with what they were taken for and the rule that said so."""

    blocks: list[Block]
    taken: list[Taken | None] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    cues: list[Cue | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.taken = [None] * len(self.blocks)
        self.rules = [""] * len(self.blocks)
        self.cues = [None] * len(self.blocks)

    def take(self, index: int, taken: Taken, rule: str) -> None:
        """Settle what one block is."""
        self.taken[index] = taken
        self.rules[index] = rule

    def free(self, index: int) -> bool:
        """Return whether a block is not settled yet."""
        return self.taken[index] is None
