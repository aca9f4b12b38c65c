"""What besides shared wording speaks for and against two transcripts being of one briefing."""

from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from briefings.transcripts.relations.figures import Figure
from briefings.transcripts.relations.fingerprint import key_of
from briefings.transcripts.relations.profile import HAN_CHARACTER, Profile, words_of
from briefings.transcripts.relations.types import Rarity
from briefings.transcripts.types import Kind

# A figure that agrees only when rounded to two digits tells what two digits tell.
ROUNDED_BITS = 6.0
# What one more outlet asking in the same order, or one more Latin-script name in a text of another
# script, tells: little each, because the same outlets come to every briefing of a host.
OUTLET_BITS = 2.0
NAME_BITS = 2.0
# … and one more speaker whom both name: a host's spokespersons speak at most of its briefings.
SPEAKER_BITS = 2.0
# … and no more than this in all.
MOST_BITS = 10.0
# What is printed with a name and is no part of it.
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "the", "reporter"})


@dataclass(frozen=True, slots=True)
class FigureEvidence:
    """The telling figures that stand in both transcripts in the same order.

    ``left`` and ``right`` are the shares of either side's figures, weighed by their bits;
    ``bits`` is what the agreement tells; ``agreeing`` are figures as the left prints them.
    """

    left: float
    right: float
    bits: float
    agreeing: tuple[str, ...]
    counts: tuple[int, int]


def figures_in_order(left: Profile, right: Profile, rarity: Rarity | None) -> FigureEvidence:
    """Hold the telling figures of two transcripts against each other, rounding allowed for."""

    def worth(figure: Figure) -> float:
        return rarity.bits(key_of(figure), figure.bits) if rarity else figure.bits

    ours = [figure for figure in left.figures if figure.telling]
    theirs = [figure for figure in right.figures if figure.telling]
    agreed = [
        (ours[i], theirs[j])
        for block in LCSseq.opcodes([f.rounded for f in ours], [f.rounded for f in theirs])
        if block.tag == "equal"
        for i, j in zip(
            range(block.src_start, block.src_end),
            range(block.dest_start, block.dest_end),
            strict=True,
        )
    ]
    # A figure said ten times ("1.5 degrees") tells once.
    bits: dict[str, float] = {}
    for a, b in agreed:
        tells = worth(a) if a.key == b.key else min(worth(a), ROUNDED_BITS)
        bits[a.rounded] = max(bits.get(a.rounded, 0.0), tells)
    return FigureEvidence(
        left=_share(sum(worth(a) for a, _ in agreed), sum(map(worth, ours))),
        right=_share(sum(worth(b) for _, b in agreed), sum(map(worth, theirs))),
        bits=sum(bits.values()),
        agreeing=tuple(dict.fromkeys(a.text for a, _ in agreed)),
        counts=(len(ours), len(theirs)),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def outlet_bits(left: Profile, right: Profile) -> float:
    """Return what the outlets tell that ask in the same order in both transcripts."""
    ours, theirs = (
        [
            turn.outlet
            for turn in side.transcript.turns
            if turn.kind is Kind.QUESTION and turn.outlet
        ]
        for side in (left, right)
    )
    return min(OUTLET_BITS * LCSseq.similarity(ours, theirs), MOST_BITS)


def name_bits(left: Profile, right: Profile) -> float:
    """Return what the Latin-script names tell that stand in both transcripts."""
    return min(NAME_BITS * len(set(left.names) & set(right.names)), MOST_BITS)


def dates_conflict(left: Profile, right: Profile) -> bool | None:
    """Return whether the printed dates differ; None where one side prints none."""
    ours, theirs = left.transcript.header.date, right.transcript.header.date
    return None if ours is None or theirs is None else ours != theirs


def places_conflict(left: Profile, right: Profile) -> bool | None:
    """Return whether the printed places differ; None where one side prints none that compares."""
    ours, theirs = left.transcript.header.place, right.transcript.header.place
    if not ours or not theirs or in_two_scripts(ours, theirs):
        return None
    return contradict(ours, theirs)


def contradict(own: str, other: str) -> bool:
    """Return whether two printed values of one thing contradict each other.

    "Mr. Tian" and "Tian Yulong" do not, nor do names in two scripts, of which nobody knows
    whether they are one.
    """
    if in_two_scripts(own, other):
        return False
    ours, theirs = set(words_of(own)) - _TITLES, set(words_of(other)) - _TITLES
    return not (ours <= theirs or theirs <= ours)


def in_two_scripts(*texts: str) -> bool:
    """Return whether some texts have Han characters and some have none."""
    return len({bool(HAN_CHARACTER.search(text)) for text in texts}) > 1


def speaker_bits(left: Profile, right: Profile) -> float:
    """Return what the speakers tell whom both transcripts name."""
    return min(SPEAKER_BITS * len(_speakers(left) & _speakers(right)), MOST_BITS)


def nobody_in_common(left: Profile, right: Profile) -> bool:
    """Return True when both name two speakers or more and not one of them is the same."""
    ours, theirs = _speakers(left), _speakers(right)
    if in_two_scripts(*ours, *theirs):
        return False
    return min(len(ours), len(theirs)) >= 2 and not ours & theirs


def _speakers(side: Profile) -> set[str]:
    """Return who remarks or answers, as far as they are named."""
    return {
        turn.speaker
        for turn in side.transcript.turns
        if turn.kind in (Kind.REMARKS, Kind.ANSWER) and turn.speaker
    }
