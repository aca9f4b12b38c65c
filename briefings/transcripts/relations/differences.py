"""The rows of a side-by-side page: what differs between two aligned transcripts."""

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from briefings.transcripts.relations.figures import Figure, FigureKind
from briefings.transcripts.relations.profile import WORD, Passage, Profile, words_of
from briefings.transcripts.relations.types import (
    Alignment,
    Cell,
    Comparison,
    Finding,
    Mark,
    Row,
    Segment,
)
from briefings.transcripts.types import RelationKind

# A paragraph: the place of its turn and its own in it.
Place = tuple[int, int]


def differences(
    left: Profile, right: Profile, alignment: Alignment, kind: RelationKind | None
) -> Comparison:
    """Return aligned rows with their differences marked.

    For translations the marks are on figures, and telling figures without a counterpart are
    findings; else the marks are on words. ``alignment`` is ``align(left, right)``.
    """
    by_place = tuple({(p.turn, p.paragraph): p for p in side.passages} for side in (left, right))
    rows: list[Row] = []
    findings: list[Finding] = []
    for ours, theirs in _pairs(left, right, alignment):
        passages = [by_place[0][p] for p in ours], [by_place[1][p] for p in theirs]
        exchanges = _exchange(left, ours), _exchange(right, theirs)
        if kind is RelationKind.TRANSLATION:
            cells, finding = _facts(left, right, *passages)
            changed = max(map(len, finding))
            if any(finding):
                findings.append(Finding(*finding, len(rows), exchanges))
        else:
            cells, changed = _words(left, right, *passages)
        rows.append(Row(*cells, exchanges, changed))
    return Comparison(tuple(rows), sum(row.changed for row in rows), tuple(findings))


def _pairs(
    left: Profile, right: Profile, alignment: Alignment
) -> list[tuple[list[Place], list[Place]]]:
    """Return the paragraphs side by side in the order of the left, gaps in their places."""
    partners: dict[Place, list[Place]] = {}
    joined: dict[Place, Place] = {}  # a left paragraph that stands in another one's row
    taken: set[Place] = set()
    for pair in alignment.turns:
        for match in pair.paragraphs:
            ours = [(pair.left, p) for p in match.left]
            theirs = [(pair.right, p) for p in match.right]
            if any(p in partners or p in joined for p in ours) or any(p in taken for p in theirs):
                continue
            partners[ours[0]] = theirs
            joined.update((place, ours[0]) for place in ours[1:])
            taken.update(theirs)
    waiting = [(p.turn, p.paragraph) for p in right.passages if (p.turn, p.paragraph) not in taken]
    rows: list[tuple[list[Place], list[Place]]] = []
    for passage in left.passages:
        place = (passage.turn, passage.paragraph)
        if place in joined:
            continue
        theirs = partners.get(place, [])
        while theirs and waiting and waiting[0] < theirs[0]:
            rows.append(([], [waiting.pop(0)]))
        rows.append(([place, *(p for p, first in joined.items() if first == place)], theirs))
    rows += [([], [place]) for place in waiting]
    return rows


def _exchange(side: Profile, places: Sequence[Place]) -> int | None:
    return side.transcript.turns[places[0][0]].exchange if places else None


def _text(side: Profile, passage: Passage) -> str:
    return side.transcript.turns[passage.turn].paragraphs[passage.paragraph]


def _words(
    left: Profile, right: Profile, ours: list[Passage], theirs: list[Passage]
) -> tuple[tuple[tuple[Cell, ...], tuple[Cell, ...]], int]:
    """Mark the words that only one side has; return the cells and the count of differing words."""
    tokens = [
        [
            (place, match)
            for place, passage in enumerate(side)
            for match in WORD.finditer(_text(of, passage))
        ]
        for of, side in ((left, ours), (right, theirs))
    ]
    folded = [["".join(words_of(match[0])) for _, match in side] for side in tokens]
    marks = [[True] * len(side) for side in tokens]
    for block in LCSseq.opcodes(*folded):
        if block.tag == "equal":
            continue
        marks[0][block.src_start : block.src_end] = [False] * (block.src_end - block.src_start)
        marks[1][block.dest_start : block.dest_end] = [False] * (block.dest_end - block.dest_start)
    changed = max(marks[0].count(False), marks[1].count(False))
    cells = []
    for number, (of, side, mark) in enumerate(
        ((left, ours, Mark.DELETED), (right, theirs, Mark.INSERTED))
    ):
        spans: list[list[tuple[int, int, Mark]]] = [[] for _ in side]
        for (place, match), same in zip(tokens[number], marks[number], strict=True):
            if not same:
                spans[place].append((match.start(), match.end(), mark))
        cells.append(
            tuple(
                Cell(passage.turn, passage.paragraph, _segments(_text(of, passage), marked))
                for passage, marked in zip(side, spans, strict=True)
            )
        )
    return (cells[0], cells[1]), changed


def _facts(
    left: Profile, right: Profile, ours: list[Passage], theirs: list[Passage]
) -> tuple[tuple[tuple[Cell, ...], tuple[Cell, ...]], tuple[tuple[str, ...], tuple[str, ...]]]:
    """Mark the figures; return the cells and the differing figures as printed."""
    counts = [Counter(f.key for p in side for f in p.figures) for side in (ours, theirs)]
    cells = []
    findings: list[tuple[str, ...]] = []
    for of, side, other in ((left, ours, counts[1]), (right, theirs, counts[0])):
        differing: list[Figure] = []
        made = []
        for passage in side:
            spans = []
            for figure in passage.figures:
                agrees = other[figure.key] > 0
                if not agrees and figure.kind is not FigureKind.ORDINAL:
                    differing.append(figure)
                spans.append((figure.start, figure.end, Mark.AGREES if agrees else Mark.DIFFERS))
            made.append(Cell(passage.turn, passage.paragraph, _segments(_text(of, passage), spans)))
        cells.append(tuple(made))
        findings.append(tuple(figure.text for figure in differing if figure.telling))
    if not ours or not theirs:
        findings = [(), ()]  # a gap is no difference of numbers
    return (cells[0], cells[1]), (findings[0], findings[1])


def _segments(text: str, spans: Sequence[tuple[int, int, Mark]]) -> tuple[Segment, ...]:
    """Cut a text at its marked spans; neighbours under one mark are joined."""
    found: list[Segment] = []
    at = 0
    for start, end, mark in spans:
        between = text[at:start]
        if (
            found
            and found[-1].mark is mark
            and mark in (Mark.DELETED, Mark.INSERTED)
            and not re.search(r"\w", between)
        ):
            found[-1] = Segment(mark, found[-1].text + text[at:end])
        else:
            if between:
                found.append(Segment(Mark.SAME, between))
            found.append(Segment(mark, text[start:end]))
        at = end
    if at < len(text):
        found.append(Segment(Mark.SAME, text[at:]))
    return tuple(found)
