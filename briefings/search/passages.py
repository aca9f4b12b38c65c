"""The best passages of a turn, and the marking of hits in a text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefings.search.matching import Finder, Span
from briefings.search.types import Passage, Segment

WIDTH = 260  # characters: about three lines of a result
LEAD = 60  # characters kept before the first hit of a passage


def mark(text: str, finder: Finder) -> tuple[Segment, ...]:
    """Return a text as segments, those that the query matches marked."""
    return _segments(text, 0, len(text), _merged(finder.spans(text)))


def passages(text: str, finder: Finder) -> tuple[Passage, ...]:
    """Return the one or two best passages of a turn's text, in their order in the turn.

    The best passage is the window with the most different words of the query, then with the most
    hits, then the earliest. The second one is shown when it adds a word that the first one lacks.
    Without a hit the beginning of the text is shown.
    """
    marked = [_Marked(n, paragraph, _merged(s)) for n, paragraph, s in finder.by_paragraph(text)]
    if not marked:
        return (_beginning(text),)
    (_, paragraph, spans), *others = marked
    first, last = spans[0][0], spans[-1][1]
    if not others and last - first <= WIDTH - LEAD:  # one window has all there is
        return (_passage(marked[0], *_bounds(paragraph, first, last)),)
    of = {one.number: one for one in marked}
    windows = [window for number, _, spans in marked for window in _windows(number, spans)]
    cut = sorted((w.number, *_bounds(of[w.number].text, w.start, w.end)) for w in _best(windows))
    if len(cut) == 2:
        (number, start, middle), (other, begin, end) = cut
        if number == other and middle >= begin:
            cut = [(number, start, max(middle, end))]
    return tuple([_passage(of[number], start, end) for number, start, end in cut])


class _Marked(NamedTuple):
    """A paragraph in which hits stand: its number from 0, its text, the hits' spans."""

    number: int
    text: str
    spans: Sequence[Span]


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


def _best(windows: list[_Window]) -> list[_Window]:
    """Return the best window, and the best of those that have a word that it lacks."""
    windows.sort()
    first = windows[0]
    return [first, *[window for window in windows[1:] if window.kinds - first.kinds][:1]]


def _beginning(text: str) -> Passage:
    paragraphs = text.split("\n")
    number = next((n for n, paragraph in enumerate(paragraphs) if paragraph.strip()), 0)
    paragraph = paragraphs[number]
    return _passage(_Marked(number, paragraph, ()), 0, _word_end(paragraph, WIDTH))


def _bounds(paragraph: str, first: int, last: int) -> tuple[int, int]:
    """Return where the passage around hits from ``first`` to ``last`` begins and ends."""
    if len(paragraph) <= WIDTH:
        return 0, len(paragraph)
    start = _word_start(paragraph, max(0, first - LEAD))
    end = _word_end(paragraph, max(last, start + WIDTH))
    if end == len(paragraph):
        start = _word_start(paragraph, max(0, min(start, end - WIDTH)))
    return start, end


def _passage(paragraph: _Marked, start: int, end: int) -> Passage:
    number, text, spans = paragraph
    return Passage(number + 1, _segments(text, start, end, spans), start > 0, end < len(text))


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


def _merged(spans: list[Span]) -> list[Span]:
    """Return spans with those that overlap joined (pairs of ideographs overlap by one)."""
    if len(spans) == 1:
        return spans
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
        if last <= place:
            continue
        if first >= end:
            break
        if first > place:
            segments.append(Segment(text[place:first]))
            place = first
        segments.append(Segment(text[place : min(last, end)], True))
        place = min(last, end)
    if place < end or not segments:
        segments.append(Segment(text[place:end]))
    return tuple(segments)
