"""Are two transcripts of one briefing, and what are they to each other?

A false merge is worse than a miss, so there are three verdicts: what is not sure is proposed to a
person. Thresholds were read off two distributions: all 66,430 pairs of the 365 White House
briefings of 2021 (strangers of one host), and the made pairs of ``manage.py evaluate_relations``.
"""

from typing import Any

from briefings.transcripts.relations.align import align
from briefings.transcripts.relations.evidence import (
    FigureEvidence,
    dates_conflict,
    figures_in_order,
    name_bits,
    nobody_in_common,
    outlet_bits,
    places_conflict,
    speaker_bits,
)
from briefings.transcripts.relations.overlap import NONE, Overlap, overlap
from briefings.transcripts.relations.profile import Profile, share_words
from briefings.transcripts.relations.types import Direction, Rarity, Relation, Verdict
from briefings.transcripts.types import RelationKind

# Scores from here are SAME, scores from there UNSURE.
SAME = 0.5
UNSURE = 0.3

# The share of either side's words in shared stretches. Strangers reach 0.11 at most (a statement
# read out twice), two translations of a seed 0.57, pairs with two words of three exchanged 0.6.
COVERED = 0.5
# Under that and over this the wording alone does not decide.
PARTLY_COVERED = 0.15
# Fewer shared words may be a formula, a slogan, a quotation; two documents that are the same from
# end to end need fewer.
LEAST_WORDS = 60
LEAST_WORDS_WHOLE = 25
WHOLE = 0.9
# OCR noise of 5 % leaves at most 0.025 of other words, spelling corrections none; where 15 % of the
# content words are exchanged 0.097 are other, in two translations of a seed 0.46.
REWORDED = 0.06
# A misread Han character looks like no other, so 5 % of noise leave 0.064 of other characters.
REWORDED_HAN = 0.12
# A copy is word for word, but for a slip in two thousand words.
COPY_SLIPS = 0.0005
# What one side must have beyond the other to hold more than it: a short exchange, not a caption.
LEAST_MISSING = 20
MISSING_SHARE = 0.005
# The contained side of an excerpt lies in the other up to this; noise hides a twentieth at most.
CONTAINED = 0.8

# Bits of telling figures in the same order. Strangers reach 92 bits, but then 0.32 of the figures
# at most; of strangers that agree in half of the figures or more none has over 32 bits.
SAME_BITS = 50.0
UNSURE_BITS = 30.0
FIGURE_SHARE = 0.55
# Date printed alike on both, across languages: one day of a host's year is eight bits at most.
DATE_BITS = 6.0
# The same place tells less: a host has its room.
PLACE_BITS = 2.0
# Telling figures that either side must have before their disagreement says anything.
LEAST_FIGURES = 4
# Supporting alignment: exchanges of two translations of a seed meet at 0.57 in the mean,
# strangers' at 0.05. Where the figures agree throughout, less will do.
ALIGNED = 0.35
ALIGNED_LOOSELY = 0.2
LEAST_EXCHANGES = 3


def compare(new: Profile, known: Profile, *, rarity: Rarity | None = None) -> Relation:
    """Judge whether two transcripts are of one briefing, and what they are to each other.

    ``rarity`` tells how many known transcripts hold each figure of ``new`` (see
    ``briefings.candidates``); without it the figures' own digits are the measure. Directions name
    ``new`` left.
    """
    shared = overlap(new, known) if share_words(new, known) else NONE
    figures = figures_in_order(new, known, rarity)
    if max(shared.left, shared.right) >= PARTLY_COVERED:
        return _by_words(new, known, shared, figures)
    return _by_figures(new, known, shared, figures)


def _by_words(new: Profile, known: Profile, shared: Overlap, figures: FigureEvidence) -> Relation:
    """Judge two transcripts that share stretches of wording."""
    covered = max(shared.left, shared.right)
    in_han = new.in_han and known.in_han
    kind, direction = _kind(shared, REWORDED_HAN if in_han else REWORDED)
    reasons = [
        f"{shared.words} words stand in both in the same order, "
        f"{_percent(covered)} of the shorter side; "
        f"{_percent(shared.identity)} of them are the same words."
    ]
    if direction is not Direction.NEITHER:
        missing = max(shared.missing_left, shared.missing_right)
        reasons.append(f"One holds {missing} words that the other lacks.")
    if figures.agreeing and kind is RelationKind.TRANSLATION:
        reasons.append(_in_figures(figures))
    against = []
    conflict = dates_conflict(new, known)
    if covered < COVERED and not _supported(new, known, figures):
        against.append("Too little is shared for the wording alone to decide.")
    whole = min(shared.left, shared.right, shared.identity) >= WHOLE and not conflict
    least_words = LEAST_WORDS_WHOLE if whole else LEAST_WORDS
    if shared.words < least_words:
        against.append("So few words may be a formula or a quotation.")
    if new.formulas_only or known.formulas_only:
        against.append("One of them holds nothing but the moderator's formulas.")
    if conflict and kind in (RelationKind.EXCERPT, RelationKind.TRANSLATION):
        against.append("They print different dates.")
    elif conflict:
        reasons.append("They print different dates, but the words are the same throughout.")
    if _figures_disagree(figures) and conflict is not False:
        against.append(
            "The wording is alike but most figures differ, as in two reports of one form."
        )
    # One speech is given at two places; where nearly all is shared the header was misread.
    if covered < CONTAINED and places_conflict(new, known):
        against.append("They print different places.")
    if kind is RelationKind.TRANSLATION and nobody_in_common(new, known):
        against.append("No speaker of one is a speaker of the other.")
    strength = min(covered, 1.0)
    if not against:
        return _relation(Verdict.SAME, kind, direction, strength, shared, figures, reasons)
    if shared.words < least_words / 2 or (covered < COVERED and shared.words < 2 * LEAST_WORDS):
        return _relation(Verdict.DIFFERENT, None, direction, covered, shared, figures, against)
    return _relation(Verdict.UNSURE, kind, direction, strength, shared, figures, reasons + against)


def _by_figures(new: Profile, known: Profile, shared: Overlap, figures: FigureEvidence) -> Relation:
    """Judge two transcripts that share no wording: figures, names and outlets speak."""
    bits = figures.bits + outlet_bits(new, known) + speaker_bits(new, known)
    conflict, elsewhere = dates_conflict(new, known), places_conflict(new, known)
    reasons = [_in_figures(figures)]
    if not share_words(new, known):
        bits += name_bits(new, known)
    if conflict is False:
        bits += DATE_BITS
        reasons.append("They print the same date.")
    if elsewhere is False:
        bits += PLACE_BITS
        reasons.append("They print the same place.")
    share = max(figures.left, figures.right)
    if share < FIGURE_SHARE or figures.bits < UNSURE_BITS:
        weak = ["Neither the words nor the figures agree enough."]
        return _relation(
            Verdict.DIFFERENT, None, Direction.NEITHER, share * 0.5, shared, figures, weak
        )
    against = []
    if conflict:
        against.append("They print different dates.")
    if elsewhere:
        against.append("They print different places.")
    if nobody_in_common(new, known):
        against.append("No speaker of one is a speaker of the other.")
    if new.languages & known.languages and not _aligned(new, known, ALIGNED_LOOSELY):
        against.append("Both are in one language, yet they share hardly any wording.")
    made = RelationKind.TRANSLATION, Direction.NEITHER
    strength = min(bits / (4 * SAME_BITS), 1.0) * share
    if bits >= SAME_BITS and not against:
        return _relation(Verdict.SAME, *made, strength, shared, figures, reasons)
    return _relation(Verdict.UNSURE, *made, strength, shared, figures, reasons + against)


def _kind(shared: Overlap, reworded: float) -> tuple[RelationKind, Direction]:
    """Name the relation of two transcripts that share wording, and which is part of which."""
    if shared.rewording >= reworded:
        return RelationKind.TRANSLATION, Direction.NEITHER
    left_lacks = shared.missing_right - shared.missing_left
    least = max(LEAST_MISSING, MISSING_SHARE * (shared.words + abs(left_lacks)))
    if left_lacks >= least and shared.left >= CONTAINED:
        return RelationKind.EXCERPT, Direction.LEFT_IN_RIGHT
    if -left_lacks >= least and shared.right >= CONTAINED:
        return RelationKind.EXCERPT, Direction.RIGHT_IN_LEFT
    if min(shared.left, shared.right) < CONTAINED:
        return RelationKind.EXCERPT, Direction.NEITHER  # two parts of one briefing that overlap
    if shared.differing <= COPY_SLIPS * shared.words:
        return RelationKind.COPY, Direction.NEITHER
    return RelationKind.REVISION, Direction.NEITHER


def _supported(new: Profile, known: Profile, figures: FigureEvidence) -> bool:
    """Return whether figures, or exchange after exchange, agree where the wording half agrees."""
    if dates_conflict(new, known):
        return False
    if figures.bits >= UNSURE_BITS and max(figures.left, figures.right) >= FIGURE_SHARE:
        return True
    return _aligned(new, known, ALIGNED)


def _aligned(new: Profile, known: Profile, least: float) -> bool:
    """Return whether exchange after exchange of the shorter one has its like in the other."""
    alignment = align(new, known)
    aligned = [pair for pair in alignment.exchanges if pair.left and pair.right]
    fewer = min(
        max((pair.left[-1] for pair in alignment.exchanges if pair.left), default=0),
        max((pair.right[-1] for pair in alignment.exchanges if pair.right), default=0),
    )
    return len(aligned) >= max(LEAST_EXCHANGES, 0.8 * fewer) and alignment.score >= least


def _figures_disagree(figures: FigureEvidence) -> bool:
    enough = min(figures.counts) >= LEAST_FIGURES
    return enough and max(figures.left, figures.right) < 0.5


def _in_figures(figures: FigureEvidence) -> str:
    """Say how many figures agree, and the first of them."""
    return (
        f"{len(figures.agreeing)} telling figures stand in both in the same order, "
        f"{_percent(max(figures.left, figures.right))} of those of the side that has fewer"
        + (": " + ", ".join(figures.agreeing[:8]) + "." if figures.agreeing else ".")
    )


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")


def _relation(
    verdict: Verdict,
    kind: RelationKind | None,
    direction: Direction,
    strength: float,
    shared: Overlap,
    figures: FigureEvidence,
    reasons: list[str],
) -> Relation:
    """Put a verdict together; ``strength``, 0 to 1, places the score in its verdict's range."""
    low, high = {
        Verdict.SAME: (SAME, 1.0),
        Verdict.UNSURE: (UNSURE, SAME),
        Verdict.DIFFERENT: (0.0, UNSURE),
    }[verdict]
    evidence: dict[str, Any] = {
        "covered": [round(shared.left, 3), round(shared.right, 3)],
        "words": shared.words,
        "identity": round(shared.identity, 4),
        "rewording": round(shared.rewording, 4),
        "figures": [round(figures.left, 3), round(figures.right, 3)],
        "bits": round(figures.bits, 1),
        "reasons": reasons,
    }
    score = low + (high - low) * min(max(strength, 0.0), 0.999)
    return Relation(verdict, kind, direction, round(score, 4), evidence)
