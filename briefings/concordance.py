"""Concordance: each place where something is said, between what stands left and right of it (KWIC).

Pure text: paragraphs whose hits are marked go in, lines come out. The words are those that search
marks, so a concordance holds what its search finds and nothing else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .search.types import Segment

# Characters kept on each side: what a wide screen shows beside the word in the reading face.
CONTEXT = 90
# What a cut context cannot begin with: the end of what was cut off.
ENDS = " \u00a0.,;:!?)]”’，。；：！？、）】》"
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['’.-][^\W_]+)*")


class Order(StrEnum):
    """How the lines are sorted."""

    DATE = "date"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """One place: the word as printed, its context cut at a word, and where it stands.

    ``paragraph`` counts from 1. ``cut_left`` and ``cut_right`` say that the paragraph goes on.
    """

    paragraph: int
    left: str
    word: str
    right: str
    cut_left: bool = False
    cut_right: bool = False


def concord(paragraph: int, segments: Iterable[Segment], context: int = CONTEXT) -> list[Line]:
    """Return a line for each hit of a marked paragraph; hits with only space between are one."""
    merged = merge(segments)
    text = "".join(segment.text for segment in merged)
    lines, at = [], 0
    for segment in merged:
        end = at + len(segment.text)
        if segment.hit:
            left, cut_left = _tail(text[:at], context)
            right, cut_right = _head(text[end:], context)
            lines.append(Line(paragraph, left, segment.text, right, cut_left, cut_right))
        at = end
    return lines


def merge(segments: Iterable[Segment]) -> list[Segment]:
    """Join hits that only white space parts: "5G base stations" is one hit, not three."""
    merged: list[Segment] = []
    for segment in segments:
        if merged and merged[-1].hit == segment.hit:
            merged[-1] = Segment(merged[-1].text + segment.text, segment.hit)
        elif segment.hit and len(merged) > 1 and not merged[-1].text.strip():
            gap = merged.pop().text
            merged[-1] = Segment(merged[-1].text + gap + segment.text, True)
        else:
            merged.append(segment)
    return merged


def sort_key(line: Line, order: Order) -> tuple[bool, list[str]]:
    """Return what sorts lines by the words next to the hit, the nearest first.

    A hit with no word beside it, at a paragraph's end, comes after those that have one.
    """
    words: list[str] = []
    if order is Order.LEFT:
        words = _words(line.left)[::-1]
    elif order is Order.RIGHT:
        words = _words(line.right)
    return not words, words


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _tail(text: str, length: int) -> tuple[str, bool]:
    """Return the end of a text, from the beginning of a word on, and whether it was cut."""
    if len(text) <= length:
        return text, False
    start = len(text) - length
    word = next((m for m in _WORD.finditer(text) if m.end() > start), None)
    if word and word.start() < start:
        start = word.end()
    return text[start:].lstrip(ENDS), True


def _head(text: str, length: int) -> tuple[str, bool]:
    """Return the beginning of a text up to the end of a word, and whether it was cut."""
    if len(text) <= length:
        return text, False
    end = length
    for word in _WORD.finditer(text):
        if word.start() < length < word.end():
            end = word.start()
        if word.end() > length:
            break
    return text[:end].rstrip(), True
