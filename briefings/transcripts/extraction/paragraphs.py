"""Printed lines with their places on the page → paragraphs, and the furniture of the pages."""

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median

from briefings.transcripts.extraction.measure import HYPHENED, Measure
from briefings.transcripts.extraction.page_furniture import (
    SAME_HEIGHT,
    running_heads,
    without_line_numbers,
)
from briefings.transcripts.extraction.printed_lines import PrintedLine

# Two columns drawn line by line: rows of two pieces, both of running text.
MIN_ROWS = 5
MIN_COLUMN_CHARACTERS = 20

# Chinese and Japanese put no space between words, nor before a figure; Korean does.
UNSPACED = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]")
# Where words are parted, every tenth line or so ends in a hyphen; else one in a hundred does, at
# one that was written.
HYPHENATED_SHARE = 0.025
MIN_HYPHENATED = 2
_WRITTEN = re.compile(r"[\w.][-\u2010]$")
# "medium-" + "and long-term"
_SUSPENDED = re.compile(r"(and|or|to|y|e|o|u|und|et)\b")


def paragraphs(
    pages: list[list[PrintedLine]], width: float = 0.0
) -> Iterator[tuple[str, str | None]]:
    """Yield each paragraph's text, or a piece of page furniture with its reason, in order.

    ``width`` is that of the pages, in points. A paragraph that goes on over a page's end comes
    whole, and that page's furniture after it.
    """
    pages = without_line_numbers(pages)
    heads = running_heads(pages)
    words = _words(pages)
    hyphenates = _hyphenates(pages)
    pages = [_in_reading_order(page) for page in pages]
    measure = Measure([line for page in pages for line in page if line not in heads], width)
    current: list[PrintedLine] = []
    waiting: list[tuple[str, str]] = []
    for line in (line for page in pages for line in page):
        if reason := heads.get(line):
            waiting.append((line.text, reason))
            continue
        if current and measure.ends_between(current, line):
            yield _joined(current, words, hyphenates), None
            current = []
        if not current:
            yield from waiting
            waiting.clear()
        current.append(line)
    if current:
        yield _joined(current, words, hyphenates), None
    yield from waiting


def _in_reading_order(page: list[PrintedLine]) -> list[PrintedLine]:
    """Put pieces drawn side by side in order: columns one by one, a table's rows joined."""
    rows: list[list[PrintedLine]] = []
    for line in page:
        same = rows and abs(rows[-1][-1].y - line.y) <= SAME_HEIGHT * line.size
        if same and line.x > rows[-1][-1].x:
            rows[-1].append(line)
        else:
            rows.append([line])
    pairs = [row for row in rows if len(row) == 2]
    if len(pairs) >= MIN_ROWS:
        left = median(len(row[0].text) for row in pairs)
        right = median(len(row[1].text) for row in pairs)
        starts = [row[1].x for row in pairs]
        aligned = sum(abs(x - median(starts)) < 4 for x in starts) > 0.7 * len(starts)
        if aligned and min(left, right) >= MIN_COLUMN_CHARACTERS:
            return _column_by_column(rows, median(starts))
    return [_one_row(row) for row in rows]


def _column_by_column(rows: list[list[PrintedLine]], gutter: float) -> list[PrintedLine]:
    first = next(n for n, row in enumerate(rows) if len(row) == 2)
    last = max(n for n, row in enumerate(rows) if len(row) == 2)
    body = [line for row in rows[first : last + 1] for line in row]
    # Lines of one column alone, above or below the rows of two, belong to it by their start.
    tail = [line for row in rows[last + 1 :] for line in row]
    left = [line for line in body if line.x < gutter - 4]
    right = [line for line in body if line.x >= gutter - 4]
    return [line for row in rows[:first] for line in row] + left + right + tail


def _one_row(row: list[PrintedLine]) -> PrintedLine:
    if len(row) == 1:
        return row[0]
    first, last = row[0], row[-1]
    text = "\t".join(line.text for line in row)
    return PrintedLine(
        first.page, first.x, first.y, first.size, text, last.tail or (last.x, last.text)
    )


def _hyphenates(pages: list[list[PrintedLine]]) -> bool:
    """Return whether a document parts words at its lines' ends, by how many of them end so."""
    lines = [line for page in pages for line in page]
    ends = sum(bool(HYPHENED.search(line.text)) for line in lines)
    return ends >= max(MIN_HYPHENATED, HYPHENATED_SHARE * len(lines))


def _words(pages: list[list[PrintedLine]]) -> Counter[str]:
    """Count the words that are whole within a line, to tell how a hyphened one is written."""
    words: Counter[str] = Counter()
    halved = False
    for line in (line for page in pages for line in page):
        whole = HYPHENED.sub("", line.text)
        found = re.findall(r"\w+(?:-\w+)*", whole.lower())
        words.update(found[1:] if halved else found)
        halved = whole != line.text
    return words


def _joined(lines: list[PrintedLine], words: Counter[str], hyphenates: bool) -> str:
    """Join a paragraph's lines: by a space, by none in Chinese, a word's halves at their hyphen."""
    pieces = [lines[0].text]
    for line in lines[1:]:
        pieces[-1], between = _ending(pieces[-1], line.text, words, hyphenates)
        pieces += (between, line.text) if between else (line.text,)
    return "".join(pieces)


def _ending(text: str, following: str, words: Counter[str], hyphenates: bool) -> tuple[str, str]:
    """Return a line without the typesetter's hyphen, and what goes between it and the next."""
    if text.endswith("\u00ad"):
        return text[:-1], ""
    first_half, second_half = HYPHENED.search(text), re.match(r"[^\W\d_]+", following)
    if _WRITTEN.search(text) and following[0].isalnum() and not following[0].islower():
        return text, ""  # "U.S.-" + "China", "2021-" + "25"
    if first_half and second_half and not _SUSPENDED.match(following):
        one, two = first_half.group(1).lower(), second_half.group().lower()
        # "long-" + "term": the hyphen stays where the document writes the word so, or knows both
        # halves as words of their own, or parts no words; else it was the typesetter's.
        hyphened = words[f"{one}-{two}"] > 0 or (words[one] > 0 and words[two] > 0)
        kept = (hyphened or not hyphenates) and not words[one + two]
        return (text if kept else text[:-1]), ""
    if UNSPACED.match(text[-1]) or UNSPACED.match(following[0]):
        return text, ""
    return text, " "
