"""Lines → blocks: blank lines counted, hard-wrapped lines joined, page-break marks cut off."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefings.transcripts.parsing.blocks import Block, plain
from briefings.transcripts.types import Line

# A text is hard-wrapped when its lines end where the next word would not have fitted. Measured on
# 365 White House pages wrapped at 72 columns, over 90 % of the breaks inside a paragraph are forced
# so; in pages with one paragraph a line fewer than one in five are.
FORCED_SHARE = 0.6
MAX_WRAP_WIDTH = 132  # the widest terminal line; longer lines are paragraphs
MIN_WRAP_WIDTH = 40
MIN_FORCED = 3
# A text is double-spaced when its lines stand alone, and many of them begin within a sentence.
DOUBLE_SHARE = 0.9
WITHIN_SHARE = 0.25
SLACK = 4  # columns by which wrapping programs differ (trailing spaces, wide characters)

# A line that opens with one of these begins a paragraph, however full the line before it is.
_OPENS = re.compile(
    r"\s*(?:Q(?:\s{2,}|\t|:|\.\s)|A(?:\s{3,}|:)|[A-Z][A-Z.’' -]{1,48}[A-Z.]:\s"
    r"|(?:Question|Answer|Reporter|Correspondent|Spokes\w+|Moderator|Operator):\s"
    r"|(?:Host|Chair|Chairperson|Moderator|Speakers?|Date|Time|Place|Venue):\s"
    r"|[#*•●▪·-]\s|\d{1,2}[.)]\s|[\[【〔][^\]】〕]{2,40}[\]】〕]\s*[:：]"
    r"|[\u4e00-\u9fff·]{1,16}\s*[:：])"
)
# "… was not consulted at" / "all before": no paragraph ends without a stop before a small letter;
# nor before a number that ends the sentence ("by April" / "15.  So, in total")
_CONTINUES = re.compile(r"\s*(?:[a-zà-ÿ]|\d{1,2}\.\s{1,2}[A-Z“\"])")
# a date has a line of its own, a rubric ("News | Transcripts") too: neither goes on
_DATE_LINE = re.compile(
    r"\s*(?:\w+day,?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4})\s*$"
)
# "*********" below a title
_ROW = re.compile(r"\s*([-_=*~#])\1{3,}\s*$")
# "CCTV reporter from the General Station" above what he asks, however full the line
_REPORTERS_HEADING = re.compile(
    r"\s*[A-Z][^.?!,;:]{1,60}\b(?:reporter|correspondent|journalist)(?:\s+(?:from|of|with|for)\s[^.?!,;:]{2,60})?$"
)
_PAGE_BREAK = re.compile(
    r"^(?:_[a-z]+_page_break_tag_\s*|\[NextPage[^\]]*\]\s*|\[page\]\s*)+", re.I
)
_WIDE_END = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]$")
_WIDE_START = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def normalize(lines: Sequence[Line], skipped: frozenset[int] = frozenset()) -> list[Block]:
    """Return the blocks of a text; ``skipped`` are line numbers already known as furniture."""
    texts = [(line.number, line.text.rstrip()) for line in lines if line.number not in skipped]
    if _is_double_spaced(texts) and (wrap := _wrap(single := _single_spaced(texts))).width:
        texts = single
    else:
        wrap = _wrap(texts)
    blocks: list[Block] = []
    parts: list[str] = []
    first = last = gap = 0
    previous = ""
    for number, text in texts:
        if not text or not (plain(text[:40]).strip() or plain(text).strip()):
            if parts:
                blocks.append(_block(first, last, parts, gap))
                parts, gap = [], 0
            gap += 1
            continue
        heading = len(parts) == 1 and _heads_a_question(previous)
        if parts and (not wrap.width or heading or not _joins(previous, text, wrap)):
            blocks.append(_block(first, last, parts, gap))
            parts, gap = [], 0
        if not parts:
            first = number
        parts.append(text.strip())
        last, previous = number, text
    if parts:
        blocks.append(_block(first, last, parts, gap))
    return blocks


def page_break(text: str) -> int:
    """Return how many characters of page-break mark open a text ("_ueditor_page_break_tag_")."""
    found = _PAGE_BREAK.match(text[:200]) if text[:1] in ("_", "[") else None
    return found.end() if found else 0


def _block(first: int, last: int, parts: list[str], gap: int) -> Block:
    text = parts[0]
    if len(parts) > 1:
        pieces = [text]
        for part in parts[1:]:
            wide = part[0] >= "\u3000" and _WIDE_END.search(pieces[-1][-1:])
            wide = wide and _WIDE_START.match(part)
            pieces.append(part if wide else " " + part)
        text = "".join(pieces)
    cut = page_break(text)
    if cut and cut < len(text):
        text = text[cut:].lstrip()
    return Block(first, last, text, gap)


def _joins(line: str, following: str, wrap: "Wrap") -> bool:
    """Return whether the break between two lines was forced by the width of the page."""
    width, length = wrap.width, wrap.measure(line)
    if length > width + SLACK or " | " in line or " › " in line:
        return False
    if following[-1].isdigit() and _DATE_LINE.match(following):
        return False
    ends_within = line[-1].islower() or line[-1] == ","
    if ends_within and "a" <= following[0] <= "z":
        return True
    if following[-1] in "-_=*~#" and _ROW.match(following):
        return False
    if line[-1] in "-_=*~#" and _ROW.match(line):
        return False
    if len(following) <= width and _heads_a_question(following):
        return False
    if ends_within and _CONTINUES.match(following[:60]):
        return True
    if _OPENS.match(following[:60]) or wrap.begins(following):
        return False
    return length + 1 + _first_word(following) > width - SLACK


def _heads_a_question(text: str) -> bool:
    said = "reporter" in text or "correspondent" in text or "journalist" in text
    return said and _REPORTERS_HEADING.match(text) is not None


def _first_word(text: str) -> int:
    stripped = text[:80].lstrip()
    if not text.isascii() and _WIDE_START.match(stripped):
        return 2
    return len(stripped.split(" ", 1)[0])


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a text was wrapped: at which column (0: not at all), and how far in paragraphs go on.

    ``left`` is where most lines begin, ``inner`` are indents deeper than that of lines that go on.
    """

    width: int
    left: int = 0
    inner: frozenset[int] = frozenset()
    measure: Callable[[str], int] = len

    def begins(self, text: str) -> bool:
        """Return whether a line stands in as only the first of a paragraph does."""
        if not text[0].isspace():
            return False
        indent = len(text) - len(text.lstrip())
        return indent > self.left + 1 and indent not in self.inner


def _columns(text: str) -> int:
    """Return how wide a line is in print, if it may be a wrapped one: Chinese signs are double."""
    if text.isascii() or len(text) > MAX_WRAP_WIDTH:
        return len(text)
    return len(text) + len(_WIDE_START.findall(text))


def _is_double_spaced(texts: Sequence[tuple[int, str]]) -> bool:
    """Return whether nearly every line has an empty one below it, in mid-sentence too."""
    filled = [index for index, (_, text) in enumerate(texts) if text]
    if len(filled) < 2 * MIN_FORCED:
        return False
    if sum(b > a + 1 for a, b in pairwise(filled)) < DOUBLE_SHARE * len(filled):
        return False
    within = sum(texts[index][1].lstrip()[:1].islower() for index in filled)
    return within >= WITHIN_SHARE * len(filled)


def _single_spaced(texts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return a double-spaced text without the empty line below each of its lines."""
    single: list[tuple[int, str]] = []
    before = ""
    for number, text in texts:
        if text or not before:
            single.append((number, text))
        before = text
    return single


def _wrap(texts: Sequence[tuple[int, str]]) -> Wrap:
    """Tell how a text was wrapped: by its columns, or by its signs whatever their width."""
    if any(not text.isascii() and _WIDE_START.search(text[:MAX_WRAP_WIDTH]) for _, text in texts):
        found = _measured(texts, _columns)
        if found.width:
            return found
    return _measured(texts, len)


def _measured(texts: Sequence[tuple[int, str]], measure: Callable[[str], int]) -> Wrap:
    """Tell at which column a text was wrapped, from where its lines end and begin."""
    none = Wrap(0)
    lengths = sorted(measure(text) for _, text in texts if text)
    if len(lengths) < MIN_FORCED:
        return none
    width = lengths[int(len(lengths) * 0.97)] if len(lengths) > 40 else lengths[-1]
    if not MIN_WRAP_WIDTH <= width <= MAX_WRAP_WIDTH:
        return none
    forced: Counter[int] = Counter()
    breaks: Counter[int] = Counter()
    for (_, line), (_, following) in pairwise(texts):
        if not line or not following or _OPENS.match(following[:60]):
            continue
        if 2 * len(line) < width and line.isupper():
            continue  # a label on a line of its own, and no break within a paragraph
        indent = len(following) - len(following.lstrip()) if following[0].isspace() else 0
        breaks[indent] += 1
        forced[indent] += measure(line) + 1 + _first_word(following) > width - SLACK
    left = min((indent for indent in breaks if breaks[indent] * 20 >= breaks.total()), default=0)
    # Lines that go on stand at the left, or further in below a label that hangs out.
    inner = {
        indent
        for indent in breaks
        if indent > left + 1
        and breaks[indent] >= MIN_FORCED
        and forced[indent] >= FORCED_SHARE * breaks[indent]
    }
    on = [indent for indent in breaks if indent <= left + 1 or indent in inner]
    joined, seen = sum(forced[indent] for indent in on), sum(breaks[indent] for indent in on)
    enough = joined >= MIN_FORCED or joined == seen > 1  # a short page may have two
    return (
        Wrap(width, left, frozenset(inner), measure)
        if enough and joined >= FORCED_SHARE * seen
        else none
    )
