"""Printed lines with their places on the page → paragraphs, and the furniture of the pages.

A PDF knows no paragraphs: they are told by what a typesetter does at their ends. A wider gap, an
indent, another size, or a line that ends where the next word would still have fitted.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from briefings.transcripts.extraction.page_furniture import (
    SAME_HEIGHT,
    running_heads,
    without_line_numbers,
)
from briefings.transcripts.extraction.printed_lines import PrintedLine, text_width
from briefings.transcripts.extraction.printed_text import SENTENCE_END

# Of the usual distance between lines: paragraphs are set apart by a third of a line or more.
WIDER_GAP = 1.25
# Of the letter's size: indents are two letters wide and more, errors of rounding far less.
INDENT = 0.8
MAX_INDENT = 6.0
MIN_FIRST_LINES = 4
MIN_INDENTED = 0.03  # of the lines; in a document that indents, one in ten or so is a first line
LEAST_GAP = 0.7  # lines of text stand further apart; a note's raised sign does not
OTHER_SIZE = 1.15

# Widths are estimated (a PDF tells the places of lines, not their ends): a line that even with the
# next word is this much narrower than a full one was ended on purpose.
FULL = 0.86

# Two columns drawn line by line: rows of two pieces, both of running text.
MIN_ROWS = 5
MIN_COLUMN_CHARACTERS = 20

# "Q:", "MR. LIN:", "LIN DAMING:" at a line's start begin a paragraph whatever went before ...
SURE_CUE = re.compile(r"(Q|A|[A-Z][A-Z.'’\- ]{2,40}):(\s|$)")
# ... "Q  And then?", "Lin Daming:", "林大明：", a live page's "2023-04-19 10:00:42" where a
# sentence, or a speaker broken off, ended.
CUE = re.compile(
    r"Q\s+(?=[A-Z“])|(19|20)\d\d([-/.])\d{1,2}\2\d{1,2}\s+\d{1,2}:\d\d(:\d\d)?$"
    r"|(([A-Z][\w.'’-]+ ){0,4}[A-Z][\w.'’-]+|[\u4e00-\u9fff]{2,20})(:\s|:$|：)"
)

# Chinese and Japanese put no space between words, nor before a figure; Korean does.
UNSPACED = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]")
# What must stay together at a line's start: a word, a Chinese character with the bracket before it.
_FIRST_WORD = re.compile(r"[\[(“‘「『《（【〔]*(?:[^\s\u2e80-\ua4cf\uff00-\uff60]+|.)")
_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{2}[^\W\d_a-zß-ÿ.'’\- ]{0,24}")
_HYPHENED = re.compile(r"(?<!\w)(\w{1,40})[-\u2010]$")


def paragraphs(pages: list[list[PrintedLine]]) -> Iterator[tuple[str, str | None]]:
    """Yield each paragraph's text, or a piece of page furniture with its reason, in order.

    A paragraph that goes on over a page's end comes whole, and that page's furniture after it.
    """
    pages = without_line_numbers(pages)
    heads = running_heads(pages)
    words = _words(pages)
    pages = [_in_reading_order(page) for page in pages]
    measure = _Measure([line for page in pages for line in page if line not in heads])
    current: list[PrintedLine] = []
    waiting: list[tuple[str, str]] = []
    for line in (line for page in pages for line in page):
        if reason := heads.get(line):
            waiting.append((line.text, reason))
            continue
        if current and measure.ends_between(current, line):
            yield _joined(current, words), None
            current = []
        if not current:
            yield from waiting
            waiting.clear()
        current.append(line)
    if current:
        yield _joined(current, words), None
    yield from waiting


class _Measure:
    """What is usual in a document: distance between lines, left edges, the width of a full line."""

    def __init__(self, lines: list[PrintedLine]) -> None:
        gaps = Counter(
            round(a.y - b.y)
            for a, b in pairwise(lines)
            if a.page == b.page and a.y - b.y > LEAST_GAP * a.size
        )
        # Of the common distances the smallest: in a document of short turns most gaps are wide.
        around = {gap: gaps[gap - 1] + gaps[gap] + gaps[gap + 1] for gap in gaps}
        most = max(around.values(), default=0)
        self.leading = float(min((gap for gap in gaps if around[gap] * 6 >= most), default=0))
        sizes = Counter(round(line.size, 1) for line in lines)
        self.size = max(sizes, key=lambda size: sizes[size], default=1.0)
        edges = Counter(round(line.x / 4) for line in lines)
        # One left edge a column.
        self.edges = [edge * 4 for edge, count in edges.items() if count * 10 >= len(lines)]
        ends: dict[float, list[float]] = defaultdict(list)
        for line in lines:
            ends[self.edge(line)].append(line.end)
        # Where full lines end, by the left edge that they belong to.
        self.full = {edge: sorted(all_)[int(len(all_) * 0.9)] for edge, all_ in ends.items()}

        # Whether paragraphs begin with an indent: only then a page's first line tells by its place.
        steps = [
            INDENT * b.size < b.x - a.x < MAX_INDENT * b.size and abs(a.x - c.x) < 1
            for a, b, c in zip(lines, lines[1:], lines[2:], strict=False)
        ]
        self.indents = sum(steps) >= max(2, MIN_INDENTED * len(lines))
        # What stands in is a first line, where lines above such mostly had room left or ended a
        # sentence; below labels that hang out to the left it goes on.
        inner = [
            self._had_no_room(a, b) and not SENTENCE_END.search(a.text)
            for a, b in pairwise(lines)
            if a.page == b.page and a.y > b.y and self._stands_in(b)
        ]
        self.first_stand_in = len(inner) >= MIN_FIRST_LINES and 2 * sum(inner) < len(inner)

    def edge(self, line: PrintedLine) -> float:
        """Return the left edge that a line belongs to: the nearest common one."""
        return min(self.edges, key=lambda edge: abs(edge - line.x), default=line.x)

    def ends_between(self, current: list[PrintedLine], line: PrintedLine) -> bool:
        """Return whether a paragraph ends between the last of its lines so far and the next."""
        last = current[-1]
        big, small = max(last.size, line.size), min(last.size, line.size)
        if big > OTHER_SIZE * small:
            return True
        if _HYPHENED.search(last.text) and line.text[0].islower():
            return False
        ends_sentence = bool(SENTENCE_END.search(last.text))
        on_same_page = last.page == line.page
        drop = last.y - line.y
        if SURE_CUE.match(line.text) or (ends_sentence and CUE.match(line.text)):
            return not self._is_one_label(current, line, drop)
        moved_on = not on_same_page or drop < 0  # to the next page, or up to the next column
        # A headline over two lines is set as much wider as its letters are larger.
        usual = self.leading * max(1.0, last.size / self.size)
        if not moved_on and drop > WIDER_GAP * max(usual, 0.9 * last.size):
            return True
        if not moved_on and drop > SAME_HEIGHT * last.size and self._indented(current, line):
            return True
        if not moved_on and self.first_stand_in and self._is_first_line_below_another(last, line):
            return True
        if not self._had_no_room(last, line):
            return True
        if moved_on and self.indents:
            return self._stands_in(line)
        return moved_on and ends_sentence

    def _had_no_room(self, last: PrintedLine, line: PrintedLine) -> bool:
        """Return whether the first word of a line would not have fitted on the one before."""
        word = _FIRST_WORD.match(line.text)
        fits = last.end + (text_width(word[0] if word else "") + 0.28) * last.size
        edge = self.edge(last)
        return fits - edge >= FULL * (self.full.get(edge, edge) - edge)

    def _is_first_line_below_another(self, last: PrintedLine, line: PrintedLine) -> bool:
        """Return whether two lines stand in alike: the first is a paragraph of one line."""
        return abs(line.x - last.x) < 1 and self._stands_in(last) and self._stands_in(line)

    def _is_one_label(self, current: list[PrintedLine], line: PrintedLine, drop: float) -> bool:
        """Return whether a label is set in two lines of a narrow column: "MINISTRA / PORTAVOZ:"."""
        return (
            len(current) == 1
            and 0 < drop <= WIDER_GAP * self.leading
            and abs(current[0].x - line.x) < 1
            and line.text.endswith(":")
            and bool(_CAPITALS.fullmatch(current[0].text))
        )

    def _stands_in(self, line: PrintedLine) -> bool:
        """Return whether a line starts an indent to the right of a left edge."""
        return any(
            INDENT * line.size < line.x - edge < MAX_INDENT * line.size for edge in self.edges
        )

    def _indented(self, current: list[PrintedLine], line: PrintedLine) -> bool:
        """Return whether a line starts further in than the text above it, or further out."""
        last = current[-1]
        step = line.x - last.x
        if abs(step) <= INDENT * line.size:
            return False
        if step > 0:
            # Further in: a new paragraph's first line, unless a label hangs out to the left.
            return not (len(current) == 1 and self._hangs(last, line))
        # Back to the edge: the second line of an indented paragraph; else a new one.
        off_edge = abs(line.x - self.edge(line)) > INDENT * line.size
        return len(current) > 1 or off_edge or (self.first_stand_in and self._stands_in(line))

    def _hangs(self, last: PrintedLine, line: PrintedLine) -> bool:
        edge = self.edge(last)
        room = self.full.get(edge, edge) - edge
        cue = SURE_CUE.match(last.text) or CUE.match(last.text)
        return bool(cue) and last.end - edge >= FULL * 0.8 * max(room, 1.0)


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


def _words(pages: list[list[PrintedLine]]) -> Counter[str]:
    """Count the words that are whole within a line, to tell how a hyphened one is written."""
    words: Counter[str] = Counter()
    halved = False
    for line in (line for page in pages for line in page):
        whole = _HYPHENED.sub("", line.text)
        found = re.findall(r"\w+(?:-\w+)*", whole.lower())
        words.update(found[1:] if halved else found)
        halved = whole != line.text
    return words


def _joined(lines: list[PrintedLine], words: Counter[str]) -> str:
    """Join a paragraph's lines: by a space, by none in Chinese, a word's halves at their hyphen."""
    pieces = [lines[0].text]
    for line in lines[1:]:
        pieces[-1], between = _ending(pieces[-1], line.text, words)
        pieces += (between, line.text) if between else (line.text,)
    return "".join(pieces)


def _ending(text: str, following: str, words: Counter[str]) -> tuple[str, str]:
    """Return a line without the typesetter's hyphen, and what goes between it and the next."""
    if text.endswith("\u00ad"):
        return text[:-1], ""
    first_half = _HYPHENED.search(text)
    second_half = re.match(r"[^\W\d_]+", following)
    if first_half and second_half and following[0].islower():
        one, two = first_half.group(1).lower(), second_half.group().lower()
        # "long-" + "term": the hyphen stays where the document writes the word so, or knows both
        # halves as words of their own; else it was the typesetter's.
        hyphened = words[f"{one}-{two}"] > 0 or (words[one] > 0 and words[two] > 0)
        return (text if hyphened and not words[one + two] else text[:-1]), ""
    if UNSPACED.match(text[-1]) or UNSPACED.match(following[0]):
        return text, ""
    return text, " "
