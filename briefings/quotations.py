"""A quotation beside what was said, as one text to read: the same, struck out, put in."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .search.types import Change, Quotation

# Characters of its paragraph that are shown before and after a passage: about two lines each.
AROUND = 160


class Mark(StrEnum):
    """Where a piece stands: in both, in the pasted text alone, in what was said alone."""

    SAME = "same"
    TYPED = "typed"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text; ``gap`` is the white space and punctuation that stand before it."""

    mark: Mark
    text: str
    gap: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The words as said, and what stands around them in their paragraph, cut where it is long."""

    before: str
    words: str
    after: str


def pieces(quotation: Quotation, paragraph: str) -> tuple[Piece, ...]:
    """Return what was said, with the pasted words that were not said before what was said instead.

    Joined, the pieces in both and the said ones are the passage as it stands in the paragraph.
    """
    return tuple(_pieces(quotation, paragraph))


def passage(quotation: Quotation, paragraph: str) -> Passage:
    """Return the passage within its paragraph."""
    before, after = paragraph[: quotation.start], paragraph[quotation.end :]
    if len(before) > AROUND:
        before = "… " + re.sub(r"^\w+\W?", "", before[-AROUND:], flags=re.ASCII)
    if len(after) > AROUND:
        after = re.sub(r"\W?\w+$", "", after[:AROUND], flags=re.ASCII) + " …"
    return Passage(before, paragraph[quotation.start : quotation.end], after)


def _pieces(quotation: Quotation, paragraph: str) -> Iterator[Piece]:
    place, last = quotation.start, ""
    for stretch in quotation.stretches:
        gap = ""
        if stretch.said:
            # The stretches follow one another: between two of them stands nothing but the gap.
            start = paragraph.index(stretch.said, place)
            gap, place = paragraph[place:start], start + len(stretch.said)
        if stretch.typed and stretch.change is not Change.SAME:
            yield Piece(Mark.TYPED, stretch.typed, gap or _space(last, stretch.typed))
            gap, last = "", stretch.typed
        if stretch.said:
            mark = Mark.SAME if stretch.change is Change.SAME else Mark.SAID
            yield Piece(mark, stretch.said, gap or _space(last, stretch.said))
            last = stretch.said


def _space(before: str, after: str) -> str:
    """Return what parts two words that did not stand side by side: nothing in Chinese."""
    if not before or _is_wide(before[-1]) or _is_wide(after[0]):
        return ""
    return " "


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
