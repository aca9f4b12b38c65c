"""Are two transcripts of one briefing, and what are they to each other?"""

from typing import Any

from rapidfuzz.distance import LCSseq

from briefings.transcripts.relations.align import align
from briefings.transcripts.relations.figures import Figure
from briefings.transcripts.relations.fingerprint import key_of
from briefings.transcripts.relations.overlap import Overlap, overlap
from briefings.transcripts.relations.profile import Profile
from briefings.transcripts.relations.types import Direction, Rarity, Relation, Verdict
from briefings.transcripts.types import RelationKind

SAME = 0.5
UNSURE = 0.3


def compare(new: Profile, known: Profile, *, rarity: Rarity | None = None) -> Relation:
    """Judge whether two transcripts are of one briefing.

    ``rarity`` tells how many known transcripts hold each figure of ``new`` (see
    ``briefings.candidates``); without it the figures' own digits are the measure. Directions name
    ``new`` left.
    """
    shared = overlap(new, known)
    evidence: dict[str, Any] = {
        "words_left": round(shared.left, 3),
        "words_right": round(shared.right, 3),
        "identity": round(shared.identity, 3),
        "words": shared.words,
    }
    reasons: list[str] = []
    evidence["reasons"] = reasons
    if max(shared.left, shared.right) >= 0.5 and shared.words >= 60 and shared.identity >= 0.7:
        kind, direction = _kind(shared)
        return Relation(Verdict.SAME, kind, direction, max(shared.left, shared.right), evidence)
    ours, theirs, bits = shared_figures(new, known, rarity)
    evidence.update(figures_left=round(ours, 3), figures_right=round(theirs, 3), bits=round(bits))
    if bits >= 40 and max(ours, theirs) >= 0.5:
        alignment = align(new, known)
        evidence["alignment"] = round(alignment.score, 3)
        score = max(ours, theirs)
        verdict = Verdict.SAME if bits >= 80 and alignment.score >= 0.3 else Verdict.UNSURE
        return Relation(verdict, RelationKind.TRANSLATION, Direction.NEITHER, score, evidence)
    return Relation(
        Verdict.DIFFERENT, None, Direction.NEITHER, max(shared.left, shared.right) * 0.3, evidence
    )


def _kind(shared: Overlap) -> tuple[RelationKind, Direction]:
    if shared.left >= 0.8 and shared.right < 0.8:
        return RelationKind.EXCERPT, Direction.LEFT_IN_RIGHT
    if shared.right >= 0.8 and shared.left < 0.8:
        return RelationKind.EXCERPT, Direction.RIGHT_IN_LEFT
    kind = RelationKind.COPY if shared.identity > 0.998 else RelationKind.REVISION
    return kind, Direction.NEITHER


def shared_figures(
    left: Profile, right: Profile, rarity: Rarity | None
) -> tuple[float, float, float]:
    """Return the shares of either side's figures that the other has in the same order, and their bits."""

    def worth(figure: Figure) -> float:
        return rarity.bits(key_of(figure), figure.bits) if rarity else figure.bits

    ours = [figure for figure in left.figures if figure.telling]
    theirs = [figure for figure in right.figures if figure.telling]
    if not ours or not theirs:
        return 0.0, 0.0, 0.0
    left_keys, right_keys = [f.key for f in ours], [f.key for f in theirs]
    blocks = LCSseq.opcodes(left_keys, right_keys)
    bits = sum(
        worth(figure)
        for block in blocks
        if block.tag == "equal"
        for figure in ours[block.src_start : block.src_end]
    )
    return bits / sum(map(worth, ours)), bits / sum(map(worth, theirs)), bits
