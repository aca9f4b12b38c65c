"""The best passages of a turn, and the marking of hits in a text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefings.search.matching import Finder
from briefings.search.types import Passage, Segment

WIDTH = 260  # characters: about three lines of a result
LEAD = 60  # characters kept before the first hit of a passage

Span = tuple[int, int, int]


def mark(text: str, finder: Finder) -> tuple[Segment, ...]:
    """Return a text as segments, those that the query matches marked."""
    return _segments(text, 0, len(text), _merged(finder.spans(text)))


def passages(text: str, finder: Finder) -> tuple[Passage, ...]:
    """Return the one or two best passages of a turn's text, in their order in the turn.

    The best passage is the window with the most different words of the query, then with the most
    hits, then the earliest. The second one is shown when it adds a word that the first one lacks.
    Without a hit the beginning of the text is shown.
    """
    paragraphs = text.split("\n")
    windows: list[_Window] = []
    spans_of: dict[int, list[Span]] = {}
    for number, paragraph in enumerate(paragraphs):
        if spans := _merged(finder.spans(paragraph)):
            spans_of[number] = spans
            windows += _windows(number, spans)
    if not windows:
        return (_beginning(paragraphs),)
    windows.sort()
    chosen = windows[:1]
    for window in windows[1:]:
        if window.kinds - chosen[0].kinds:
            chosen.append(window)
            break
    cut = [_cut(paragraphs[w.number], w, spans_of[w.number]) for w in chosen]
    if len(cut) == 1:
        return (cut[0][0],)
    cut.sort(key=lambda item: (item[0].paragraph, item[1]))
    (first, start, middle), (second, begin, end) = cut
    if first.paragraph == second.paragraph and middle >= begin:
        number = first.paragraph - 1
        return (_passage(paragraphs[number], number, start, end, spans_of[number]),)
    return first, second


class _Window(NamedTuple):
    """A stretch with hits; they sort from the best to the worst, and no two are level."""

    fewer_kinds: int
    fewer_hits: int
    number: int
    start: int
    end: int
    kinds: frozenset[int]


def _windows(number: int, spans: Sequence[Span]) -> Iterator[_Window]:
    """Yield the windows that begin at each hit of a paragraph.

    Those after the first are left out where it has all hits: they would have nothing to add.
    """
    for first, (start, _, _) in enumerate(spans):
        inside = [span for span in spans[first:] if span[1] <= start + WIDTH - LEAD]
        inside = inside or [spans[first]]
        kinds = frozenset([span[2] for span in inside])
        yield _Window(-len(kinds), -len(inside), number, start, inside[-1][1], kinds)
        if not first and len(inside) == len(spans):
            return


def _beginning(paragraphs: Sequence[str]) -> Passage:
    number = next((n for n, paragraph in enumerate(paragraphs) if paragraph.strip()), 0)
    paragraph = paragraphs[number]
    return _passage(paragraph, number, 0, _word_end(paragraph, WIDTH), [])


def _cut(paragraph: str, window: _Window, spans: Sequence[Span]) -> tuple[Passage, int, int]:
    """Return the passage around a window, with its bounds."""
    number = window.number
    if len(paragraph) <= WIDTH:
        return _passage(paragraph, number, 0, len(paragraph), spans), 0, len(paragraph)
    start = _word_start(paragraph, max(0, window.start - LEAD))
    end = _word_end(paragraph, max(window.end, start + WIDTH))
    if end == len(paragraph):
        start = _word_start(paragraph, max(0, min(start, end - WIDTH)))
    return _passage(paragraph, number, start, end, spans), start, end


def _passage(text: str, number: int, start: int, end: int, spans: Sequence[Span]) -> Passage:
    return Passage(
        paragraph=number + 1,
        segments=_segments(text, start, end, spans),
        cut_before=start > 0,
        cut_after=end < len(text),
    )


_LONGEST_WORD = 40  # beyond it a text without spaces is cut between characters


def _word_start(text: str, index: int) -> int:
    """Return the start of the word around an index."""
    for place in range(index, max(0, index - _LONGEST_WORD) - 1, -1):
        if place == 0 or text[place - 1].isspace():
            return place
    return index


def _word_end(text: str, index: int) -> int:
    """Return the end of the word around an index."""
    for place in range(min(index, len(text)), min(len(text), index + _LONGEST_WORD)):
        if text[place].isspace():
            return place
    return len(text) if index + _LONGEST_WORD >= len(text) else index


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Return spans with those that overlap joined (pairs of ideographs overlap by one)."""
    joined: list[Span] = []
    for start, end, number in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), joined[-1][2])
        else:
            joined.append((start, end, number))
    return joined


def _segments(text: str, start: int, end: int, spans: Sequence[Span]) -> tuple[Segment, ...]:
    """Return the part of a text from start to end, cut at the spans that lie in it."""
    segments: list[Segment] = []
    place = start
    for first, last, _ in spans:
        if last <= place or first >= end:
            continue
        first, last = max(first, place), min(last, end)
        if first > place:
            segments.append(Segment(text[place:first]))
        segments.append(Segment(text[first:last], hit=True))
        place = last
    if place < end or not segments:
        segments.append(Segment(text[place:end]))
    return tuple(segments)
