"""Text that was printed in pages: the numbers of its lines, its page numbers and running heads.

Reporting services number the lines of each page (1 to 25) and set them double-spaced; other texts
come from a printer's file with a form feed a page. The numbers go, as the marks of Markdown do;
what stands between two pages is furniture, so that a paragraph may run over it.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from briefings.transcripts.types import Furniture

MAX_LINE_NUMBER = 60  # no page has more lines
MIN_NUMBERED = 10
NUMBERED_SHARE = 0.6  # of the lines that are not empty
IN_ORDER_SHARE = 0.9
# Numbered paragraphs begin with a capital letter, wrapped lines often within a sentence.
LOWER_CASE_SHARE = 0.15

# Pages have more lines than this between their numbers; entries of a list have not.
MIN_PAGE_LINES = 15
MIN_PAGES = 2
EDGE_LINES = 3
REACH = 9  # lines on either side of a border, the empty ones too
REPEATED_SHARE = 0.5
MAX_HEAD = 90  # characters of a running head

PAGE_NUMBER = re.compile(
    r"[-–—\s]*((page|p\.|página|pág\.|第)\s*)?(\d{1,4}|[ivxl]{1,6})\s*(页|頁)?"
    r"(\s*(of|/|de|共)\s*\d{1,4}\s*(页|頁)?)?[-–—\s]*",
    re.IGNORECASE,
)
LINE_NUMBER = re.compile(r"[ \t]{0,12}(\d{1,2})[:.]?(?=[ \t]|$)")
SENTENCE_END = re.compile("[.?!:;。？！：；…—–-][\"'”’»）)\\]]*$")
_DIGITS = re.compile(r"\d+")


def line_numbers(texts: Sequence[str]) -> list[int]:
    """Return for each line the number printed at its left, 0 where there is none.

    All are 0 where the lines as a whole are not numbered page by page.
    """
    found = [LINE_NUMBER.match(text) for text in texts]
    numbers = [int(each[1]) if each else 0 for each in found]
    shown = [number for number in numbers if 0 < number <= MAX_LINE_NUMBER]
    filled = sum(bool(text.strip()) for text in texts)
    none = [0] * len(texts)
    if len(shown) < MIN_NUMBERED or len(shown) < NUMBERED_SHARE * filled:
        return none
    in_order = sum(b == a + 1 or b == 1 for a, b in pairwise(shown))
    lower = sum(
        text[each.end() :].lstrip()[:1].islower()
        for text, each in zip(texts, found, strict=True)
        if each
    )
    if in_order < IN_ORDER_SHARE * (len(shown) - 1) or lower < LOWER_CASE_SHARE * len(shown):
        return none
    return numbers


def without_numbers(texts: Sequence[str], numbers: Sequence[int]) -> list[str]:
    """Return the lines without the numbers at their left, indented as they were."""
    bare = []
    for text, number in zip(texts, numbers, strict=True):
        found = LINE_NUMBER.match(text) if number else None
        bare.append(" " * found.end() + text[found.end() :] if found else text)
    indents = sorted(
        len(text) - len(text.lstrip())
        for text, number in zip(bare, numbers, strict=True)
        if number and text.strip()
    )
    left = indents[len(indents) // 20] if indents else 0
    return [
        text[min(left, len(text) - len(text.lstrip())) :].rstrip() if number else text
        for text, number in zip(bare, numbers, strict=True)
    ]


def between_pages(
    texts: Sequence[str], numbers: Sequence[int], breaks: Collection[int]
) -> tuple[Furniture, ...]:
    """Return what stands between the pages of a text, empty lines at its edges included.

    ``numbers`` are those of the lines, ``breaks`` the indices of the lines after a form feed.
    """
    if any(numbers):
        return tuple(_between_numbered(texts, numbers))
    borders = sorted(breaks)
    near = {index for border in borders for index in range(border - REACH, border + REACH)}
    borders = sorted({*borders, *(index for index in _page_numbers(texts) if index not in near)})
    if len(borders) < MIN_PAGES:
        return ()
    sides = [_sides(texts, border) for border in borders]
    heads = Counter(
        head
        for above_and_below in sides
        for number, side in enumerate(above_and_below)
        for head in {(number, _repeats_as(texts[index])) for index in side}
    )
    least = max(MIN_PAGES, REPEATED_SHARE * len(borders))
    found: list[Furniture] = []
    for border, above_and_below in zip(borders, sides, strict=True):
        marked: dict[int, str] = {}
        for number, side in enumerate(above_and_below):
            # From the border inwards as long as lines repeat: one said twice may stand there once.
            for index in side:
                if PAGE_NUMBER.fullmatch(texts[index].strip()):
                    marked[index] = "page number"
                elif _is_head(texts[index]) and heads[number, _repeats_as(texts[index])] >= least:
                    marked[index] = "running head"
                else:
                    break
        span = _whole(texts, border, marked)
        if span and (not found or span[0] > found[-1].last_line):
            reason = min(marked.values(), default="page break")
            found.append(Furniture(span[0], span[1], reason))
    return tuple(found)


def _between_numbered(texts: Sequence[str], numbers: Sequence[int]) -> list[Furniture]:
    """Return what stands between a page's last numbered line and the next page's first."""
    at = [index for index, number in enumerate(numbers) if number]
    spans = [
        (a + 1, b)
        for a, b in pairwise(at)
        if b > a + 1 and numbers[b] <= numbers[a] and any(map(str.strip, texts[a + 1 : b]))
    ]
    heads = {_repeats_as(text) for a, b in spans for text in texts[a:b]}
    # Above the first page and below the last one only what other pages have there, too.
    for first, last in ((0, at[0]), (at[-1] + 1, len(texts))):
        shown = [index for index in range(first, last) if texts[index].strip()]
        if shown and all(
            _repeats_as(texts[index]) in heads or PAGE_NUMBER.fullmatch(texts[index].strip())
            for index in shown
        ):
            spans.append((first, last))
    return [Furniture(first + 1, last, "between pages") for first, last in sorted(spans)]


def _page_numbers(texts: Sequence[str]) -> list[int]:
    """Return the indices of the lines that hold a page's number, one more than the page before."""
    found: list[tuple[int, int]] = []
    for index, text in enumerate(texts):
        if len(text) > MAX_HEAD or not _DIGITS.search(text):
            continue
        shown = PAGE_NUMBER.fullmatch(text.strip())
        if shown and shown[3].isdigit() and _stands_alone(texts, index):
            found.append((index, int(shown[3])))
    kept = {
        index
        for a, b in pairwise(found)
        if b[1] == a[1] + 1 and b[0] - a[0] >= MIN_PAGE_LINES
        for index in (a[0], b[0])
    }
    return sorted(kept)


def _stands_alone(texts: Sequence[str], index: int) -> bool:
    beside = (texts[n] for n in (index - 1, index + 1) if 0 <= n < len(texts))
    return any(not text.strip() for text in beside)


def _sides(texts: Sequence[str], border: int) -> tuple[list[int], list[int]]:
    """Return the indices of the filled lines above and below a border, the nearest first."""
    above = [n for n in range(border - 1, max(-1, border - REACH), -1) if texts[n].strip()]
    below = [n for n in range(border, min(len(texts), border + REACH)) if texts[n].strip()]
    return above[:EDGE_LINES], below[: EDGE_LINES + 1]


def _repeats_as(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split()))


def _is_head(text: str) -> bool:
    """Return whether a line may be a running head; a label may come again at a page's end, too."""
    text = text.strip()
    return 1 < len(text) <= MAX_HEAD and text[-1] not in ":："


def _whole(texts: Sequence[str], border: int, marked: Collection[int]) -> tuple[int, int] | None:
    """Return the lines (from 1) of what is marked around a border, and the empty ones beside.

    Where a paragraph may end with the page, an empty line above the border stays.
    """
    first = last = border
    while first and (not texts[first - 1].strip() or first - 1 in marked):
        first -= 1
    while last < len(texts) and (not texts[last].strip() or last in marked):
        last += 1
    above = texts[first - 1] if first else ""
    below = texts[last].lstrip() if last < len(texts) else ""
    if SENTENCE_END.search(above) and not below[:1].islower() and not texts[first].strip():
        first += 1
    return (first + 1, last) if last > first else None
