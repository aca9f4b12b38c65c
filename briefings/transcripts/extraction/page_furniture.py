"""What a PDF's pages repeat: running heads, page numbers, the numbers of their lines."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from briefings.transcripts.extraction.printed_lines import PrintedLine
from briefings.transcripts.extraction.printed_text import (
    IN_ORDER_SHARE,
    LINE_NUMBER,
    MAX_LINE_NUMBER,
    MIN_NUMBERED,
    PAGE_NUMBER,
    line_numbers,
)

# Running heads stand among the first or last lines of most pages, at one height.
EDGE_LINES = 3
HEAD_SHARE = 0.5

# Pieces of one line stand this near in height, of the letters' size.
SAME_HEIGHT = 0.35
# The numbers of lines stand in a column, right-aligned or left.
COLUMN_WIDTH = 12.0  # points
# A typewriter's letter, of its size.
TYPEWRITER = 0.6

_DIGITS = re.compile(r"\d+")


def running_heads(pages: list[list[PrintedLine]]) -> dict[PrintedLine, str]:
    """Return the lines that repeat at the head or foot of the pages, and the page numbers."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_repeats_as(line) for line in _edges(page)})
    filled = sum(bool(page) for page in pages)
    least = max(2, HEAD_SHARE * filled)
    found: dict[PrintedLine, str] = {}
    for page in pages:
        # From the page's edges inwards, as long as all at one height repeats: a sentence said twice
        # may by chance stand at one height of two pages, but not outside everything else.
        for heights in (by_height(page), by_height(page)[::-1]):
            for lines in heights[:EDGE_LINES]:
                numbers = [line for line in lines if PAGE_NUMBER.fullmatch(line.text)]
                repeated = [line for line in lines if seen[_repeats_as(line)] >= least]
                if len(page) == 1 or len({*numbers, *repeated}) < len(lines):
                    break
                found.update(dict.fromkeys(repeated, "running head"))
                found.update(dict.fromkeys(numbers, "page number"))
    return found


def _repeats_as(line: PrintedLine) -> tuple[str, int]:
    """Return what is the same in a running head on every page: all but figures, and its height."""
    return _DIGITS.sub("#", line.text), round(line.y / 6)


def by_height(page: list[PrintedLine]) -> list[list[PrintedLine]]:
    """Return a page's lines from top to bottom, those at one height together."""
    heights: list[list[PrintedLine]] = []
    for line in sorted(page, key=lambda line: -line.y):
        if heights and heights[-1][0].y - line.y <= SAME_HEIGHT * line.size:
            heights[-1].append(line)
        else:
            heights.append([line])
    return heights


def _edges(page: list[PrintedLine]) -> list[PrintedLine]:
    heights = by_height(page)
    outer = [*heights[:EDGE_LINES], *heights[EDGE_LINES:][-EDGE_LINES:]]
    return [line for lines in outer for line in lines]


def without_line_numbers(pages: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """Return the pages without the numbers that stand at the left of their lines, if they do."""
    columns = [column for page in pages if (column := _number_column(page))]
    if columns:
        left, right = min(column[0] for column in columns), max(column[1] for column in columns)
        return [
            [line for line in page if not (_is_number(line) and left <= line.x <= right)]
            for page in pages
        ]
    numbers = iter(line_numbers([line.text for page in pages for line in page]))
    return [[_without_number(line, next(numbers)) for line in page] for page in pages]


def _number_column(page: list[PrintedLine]) -> tuple[float, float] | None:
    """Return where on a page its lines' numbers stand, from left to right."""
    numbers = sorted(filter(_is_number, page), key=lambda line: -line.y)
    if len(numbers) < MIN_NUMBERED:
        return None
    left = min(line.x for line in numbers)
    numbers = [line for line in numbers if line.x <= left + COLUMN_WIDTH]
    values = [int(line.text) for line in numbers]
    in_order = sum(b == a + 1 for a, b in pairwise(values))
    beside = sum(line.x > left + COLUMN_WIDTH for line in page if not _is_number(line))
    if (
        in_order < IN_ORDER_SHARE * (MIN_NUMBERED - 1)
        or in_order < IN_ORDER_SHARE * len(values) - 1
    ):
        return None
    return (
        (left, left + COLUMN_WIDTH)
        if beside >= IN_ORDER_SHARE * (len(page) - len(values))
        else None
    )


def _is_number(line: PrintedLine) -> bool:
    return len(line.text) <= 2 and line.text.isdigit() and 0 < int(line.text) <= MAX_LINE_NUMBER


def _without_number(line: PrintedLine, number: int) -> PrintedLine:
    """Take the number off a line set in a typewriter's letters, blanks between and all."""
    found = LINE_NUMBER.match(line.text) if number else None
    if not found:
        return line
    rest = line.text[found.end() :]
    text = rest.strip()
    before = found.end() + len(rest) - len(rest.lstrip())
    return replace(line, x=line.x + TYPEWRITER * before * line.size, text=text, tail=None)
