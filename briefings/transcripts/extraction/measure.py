"""What is usual in a PDF's lines, and where by that a paragraph ends.

A PDF knows no paragraphs: they are told by what a typesetter does at their ends. A wider gap, an
indent, another size, or a line that ends where the next word would still have fitted.
"""

import re
from collections import Counter, defaultdict
from itertools import pairwise

from briefings.transcripts.extraction.page_furniture import SAME_HEIGHT
from briefings.transcripts.extraction.printed_lines import PrintedLine, text_width
from briefings.transcripts.extraction.printed_text import SENTENCE_END

# Of the usual distance between lines: paragraphs are set apart by a third of a line or more.
WIDER_GAP = 1.25
# Of the letter's size: indents are two letters wide and more, errors of rounding far less.
MOST_LEADING = 1.6  # of the letters' size, where lines are not double-spaced
USUAL_LEADING = 1.15  # of the letters' size, where the lines do not tell
INDENT = 0.8
MAX_INDENT = 6.0
MIN_FIRST_LINES = 4
MIN_INDENTED = 0.03  # of the lines; in a document that indents, one in ten or so is a first line
MIN_GAPS = 2
GOES_ON_SHARE = 0.25  # of the gaps between lines; of those between paragraphs hardly any
LEAST_GAP = 0.7  # lines of text stand further apart; a note's raised sign does not
OTHER_SIZE = 1.15

# Widths are estimated (a PDF tells the places of lines, not their ends): a line that even with the
# next word is this much narrower than a full one was ended on purpose.
FULL = 0.86
FEW = 8  # lines
LONG_SHARE = 0.4  # of the lines, in a text of paragraphs of several

# "Q:", "MR. LIN:", "记者：", "Jane Roe: (00:05)" begin a paragraph whatever went before ...
SURE_CUE = re.compile(
    r"(Q|A|[A-Z][A-Z.'’\- ]{2,40}):(\s|$)|([\u4e00-\u9fff·]{0,20}(记者|主持人|发言人)|问|答)[:：]"
    r"|[^\W\d_][^:：。！？!?\[\]]{1,50}?:?\s[\[(]?\d{1,2}:\d\d(:\d\d)?[\])]?$"
)
# ... "Q  And then?", "Lin Daming:", "[10:05] Lin Daming:", "林大明：", a live page's "2023-04-19
# 10:00:42" where a sentence, or a speaker broken off, ended.
CUE = re.compile(
    r"Q\s+(?=[A-Z“])|(19|20)\d\d([-/.])\d{1,2}\2\d{1,2}\s+\d{1,2}:\d\d(:\d\d)?$"
    r"|([\[(]?\d{1,2}:\d\d(:\d\d)?[\])]?\s)?"
    r"(([A-Z][\w.'’-]+ ){0,4}[A-Z][\w.'’-]+( \([^()]{2,40}\))?|[\u4e00-\u9fff]{2,20})(:\s|:$|：)"
)
ENDS_IN_CAPITALS = re.compile(r"\b[A-ZÀ-Þ]{2,}\.?$")
RULE = re.compile(r"[-–—_=*~#]{3,}")
# What must stay together at a line's start: a word, a Chinese character with the bracket before it.
_FIRST_WORD = re.compile(r"[\[(“‘「『《（【〔]*(?:[^\s\u2e80-\ua4cf\uff00-\uff60]+|.)")
CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{2}(?:[^\W\d_a-zß-ÿ]|[.,'’ -]){0,80}")
HYPHENED = re.compile(r"(?<!\w)(\w{1,40})[-\u2010]$")


class Measure:
    """What is usual in a document: distance between lines, left edges, the width of a full line."""

    def __init__(self, lines: list[PrintedLine], width: float) -> None:
        sizes = Counter(round(line.size, 1) for line in lines)
        self.size = max(sizes, key=lambda size: sizes[size], default=1.0)
        edges = Counter(round(line.x / 4) for line in lines)
        # One left edge a column.
        self.edges = [edge * 4.0 for edge, count in edges.items() if count * 10 >= len(lines)]
        # Paragraphs of a line that all stand in: the edge is where the few second lines are.
        left = min((line.x for line in lines), default=0.0)
        if all(INDENT < (edge - left) / self.size < MAX_INDENT for edge in self.edges):
            self.edges.append(left)
        ends: dict[float, list[float]] = defaultdict(list)
        for line in lines:
            ends[self.edge(line)].append(line.end)
        # Where full lines end, by the left edge that they belong to.
        full = {edge: self._full_end(edge, all_, width) for edge, all_ in ends.items()}
        # The lines of one column end alike; where few begin at an edge, the others tell where.
        self.full = {
            edge: max(
                full[beside]
                for beside in full
                if beside == edge
                or (len(ends[edge]) < FEW and abs(beside - edge) < MAX_INDENT * self.size)
            )
            for edge in full
        }

        self.leading = self._leading(lines)
        # Whether paragraphs begin with an indent: only then a page's first line tells by its place.
        steps = [
            INDENT * b.size < b.x - a.x < MAX_INDENT * b.size and abs(a.x - c.x) < 1
            for a, b, c in zip(lines, lines[1:], lines[2:], strict=False)
        ]
        self.indents = sum(steps) >= max(2, MIN_INDENTED * len(lines))
        # What stands in is a first line, where lines above such mostly had room left or ended a
        # sentence; below labels that hang out to the left it goes on.
        inner = [
            self._goes_on(a, b)
            for a, b in pairwise(lines)
            if a.page == b.page and a.y > b.y and self._stands_in(b)
        ]
        self.first_stand_in = len(inner) >= MIN_FIRST_LINES and 2 * sum(inner) < len(inner)

    def _full_end(self, edge: float, ends: list[float], width: float) -> float:
        """Return where full lines end: where nine in ten do, or, where few are long, the margin.

        In a page of short turns hardly any line is full; its margins are alike on both sides.
        """
        full = sorted(ends)[int(len(ends) * 0.9)]
        long = sum(end - edge >= FULL * (full - edge) for end in ends)
        one_column = max(self.edges, default=edge) < width / 3
        return max(full, width - edge) if one_column and long < LONG_SHARE * len(ends) else full

    def _leading(self, lines: list[PrintedLine]) -> float:
        """Return the usual distance of lines: the one over which sentences go on most often.

        In a page of short turns, all of a line, nearly every gap is one between paragraphs.
        """
        goes_on: dict[int, list[bool]] = defaultdict(list)
        for a, b in pairwise(lines):
            if a.page == b.page and a.y - b.y > LEAST_GAP * a.size:
                goes_on[round(a.y - b.y)].append(self._goes_on(a, b))
        found: dict[int, tuple[bool, int]] = {}
        for gap in goes_on:
            near = [each for beside in (gap, gap + 1) for each in goes_on.get(beside, ())]
            least = 1 if gap < MOST_LEADING * self.size else MIN_GAPS
            if sum(near) >= max(least, GOES_ON_SHARE * len(near)):
                found[gap] = (2 * sum(near) >= len(near), sum(near))
        return float(max(found, key=lambda gap: (found[gap], gap), default=0))

    def edge(self, line: PrintedLine) -> float:
        """Return the left edge that a line belongs to: the nearest common one."""
        return min(self.edges, key=lambda edge: abs(edge - line.x), default=line.x)

    def ends_between(self, current: list[PrintedLine], line: PrintedLine) -> bool:
        """Return whether a paragraph ends between the last of its lines so far and the next."""
        last = current[-1]
        big, small = max(last.size, line.size), min(last.size, line.size)
        if big > OTHER_SIZE * small:
            return True
        if HYPHENED.search(last.text) and line.text[0].islower():
            return False
        ends_sentence = bool(SENTENCE_END.search(last.text))
        on_same_page = last.page == line.page
        drop = last.y - line.y
        if SURE_CUE.match(line.text) or (ends_sentence and CUE.match(line.text)):
            return not self._is_one_label(current, line, drop)
        if RULE.fullmatch(last.text) or RULE.fullmatch(line.text):
            return True
        moved_on = not on_same_page or drop < 0  # to the next page, or up to the next column
        # A headline over two lines is set as much wider as its letters are larger.
        usual = self.leading * max(1.0, last.size / self.size)
        if not moved_on and drop > WIDER_GAP * max(usual, USUAL_LEADING * last.size):
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

    def _goes_on(self, last: PrintedLine, line: PrintedLine) -> bool:
        """Return whether two lines are surely of one paragraph, wherever they stand."""
        return self._had_no_room(last, line) and not SENTENCE_END.search(last.text)

    def _is_first_line_below_another(self, last: PrintedLine, line: PrintedLine) -> bool:
        """Return whether two lines stand in alike: the first is a paragraph of one line."""
        return abs(line.x - last.x) < 1 and self._stands_in(last) and self._stands_in(line)

    def _is_one_label(self, current: list[PrintedLine], line: PrintedLine, drop: float) -> bool:
        """Return whether a label in capitals is set in two lines: "MINISTRA / PORTAVOZ:"."""
        full = self._had_no_room(current[-1], line)
        if not 0 < drop <= WIDER_GAP * max(self.leading, USUAL_LEADING * line.size):
            return False
        if full and ENDS_IN_CAPITALS.search(current[-1].text):
            return True  # "… Questions, please. MINISTER / ROE: Yes."
        return (full or line.text.endswith(":")) and all(
            CAPITALS.fullmatch(each.text) for each in current
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
