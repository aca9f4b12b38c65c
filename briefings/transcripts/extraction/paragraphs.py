"""Printed lines with their places on the page → paragraphs, and the furniture of the pages.

A PDF knows no paragraphs: they are told by what a typesetter does at their ends. A wider gap, an
indent, another size, or a line that ends where the next word would still have fitted.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefings.transcripts.extraction.printed_text import PAGE_NUMBER, SENTENCE_END

# Of the usual distance between lines: paragraphs are set apart by a third of a line or more.
WIDER_GAP = 1.25
# Of the letter's size: indents are two letters wide and more, errors of rounding far less.
INDENT = 0.8
MAX_INDENT = 6.0
MIN_INDENTED = 0.03  # of the lines; in a document that indents, one in ten or so is a first line
SAME_HEIGHT = 0.35
LEAST_GAP = 0.7  # lines of text stand further apart; a note's raised sign does not
OTHER_SIZE = 1.15

# Widths are estimated (a PDF tells the places of lines, not their ends): a line that even with the
# next word is this much narrower than a full one was ended on purpose.
FULL = 0.86

# Running heads stand among the first or last lines of most pages, at one height.
EDGE_LINES = 3
HEAD_SHARE = 0.5

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

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]"
)
# Chinese and Japanese put no space between words, nor before a figure; Korean does.
UNSPACED = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]")
_NARROW = re.compile("[iljtfI.,:;'’|!()\\[\\] -]")
_CAPITAL = re.compile("[A-HJ-ZÀ-Þmw—]")
# What must stay together at a line's start: a word, a Chinese character with the bracket before it.
_FIRST_WORD = re.compile(r"[\[(“‘「『《（【〔]*(?:[^\s\u2e80-\ua4cf\uff00-\uff60]+|.)")
_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{2}[^\W\d_a-zß-ÿ.'’\- ]{0,24}")
_DIGITS = re.compile(r"\d+")
_HYPHENED = re.compile(r"(?<!\w)(\w{1,40})[-\u2010]$")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed: page from 1, the place of its start in points, size of letters."""

    page: int
    x: float
    y: float
    size: float
    text: str
    tail: tuple[float, str] | None = None  # of a line of pieces, the last one's start and text

    @property
    def end(self) -> float:
        """The estimated place where the line ends."""
        start, text = self.tail or (self.x, self.text)
        return start + _width(text) * self.size


def _width(text: str) -> float:
    """Estimate a text's width in ems: square Chinese signs, Latin letters about half as wide.

    The figures are those of Times and Helvetica, rounded: 0.28 for "i" or a space, 0.5 for most,
    0.68 for capitals (a label in capitals is a third longer than as many small letters).
    """
    wide, narrow = len(_WIDE.findall(text)), len(_NARROW.findall(text))
    capitals = len(_CAPITAL.findall(text))
    return wide + 0.28 * narrow + 0.68 * capitals + 0.5 * (len(text) - wide - narrow - capitals)


def paragraphs(pages: list[list[PrintedLine]]) -> Iterator[tuple[str, str | None]]:
    """Yield each paragraph's text, or a piece of page furniture with its reason, in order.

    A paragraph that goes on over a page's end comes whole, and that page's furniture after it.
    """
    heads = _running_heads(pages)
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
        # Not so where labels hang out to the left and most lines stand in.
        self.first_stand_in = self.indents and 2 * sum(map(self._stands_in, lines)) < len(lines)

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
        word = _FIRST_WORD.match(line.text)
        first_word = word[0] if word else ""
        fits = last.end + (_width(first_word) + 0.28) * last.size
        edge = self.edge(last)
        if fits - edge < FULL * (self.full.get(edge, edge) - edge):
            return True
        if moved_on and self.indents:
            return self._stands_in(line)
        return moved_on and ends_sentence

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
        return len(current) > 1

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


def _running_heads(pages: list[list[PrintedLine]]) -> dict[PrintedLine, str]:
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
        for heights in (_by_height(page), _by_height(page)[::-1]):
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


def _by_height(page: list[PrintedLine]) -> list[list[PrintedLine]]:
    """Return a page's lines from top to bottom, those at one height together."""
    heights: list[list[PrintedLine]] = []
    for line in sorted(page, key=lambda line: -line.y):
        if heights and heights[-1][0].y - line.y <= SAME_HEIGHT * line.size:
            heights[-1].append(line)
        else:
            heights.append([line])
    return heights


def _edges(page: list[PrintedLine]) -> list[PrintedLine]:
    heights = _by_height(page)
    outer = [*heights[:EDGE_LINES], *heights[EDGE_LINES:][-EDGE_LINES:]]
    return [line for lines in outer for line in lines]


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
