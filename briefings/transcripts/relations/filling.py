"""What one version of a briefing can tell another, and where the two disagree."""

from briefings.transcripts.relations.evidence import contradict
from briefings.transcripts.relations.profile import Profile
from briefings.transcripts.relations.types import (
    Alignment,
    Conflict,
    Field,
    Filled,
    FillingPlan,
)
from briefings.transcripts.types import Attribution, Kind, Turn

_BY_KIND = {
    Kind.QUESTION: (Field.OUTLET, Field.REPORTER),
    Kind.ANSWER: (Field.SPEAKER,),
    Kind.REMARKS: (Field.SPEAKER,),
    Kind.MODERATION: (Field.SPEAKER,),
    Kind.HANDOFF: (Field.SPEAKER,),
}


def fill_in(target: Profile, source: Profile, alignment: Alignment) -> FillingPlan:
    """Return the values that the target lacks and the source prints, and the conflicts.

    ``alignment`` is ``align(target, source)``. Nothing that the target prints is changed: where
    the two print different values both are reported as a conflict.
    """
    filled: list[Filled] = []
    conflicts: list[Conflict] = []
    ours, theirs = target.transcript, source.transcript
    for field, own, other in (
        (Field.DATE, ours.header.date, theirs.header.date),
        (Field.PLACE, ours.header.place, theirs.header.place),
    ):
        if other is None:
            continue
        if own is None:
            filled.append(Filled(field, str(other)))
        elif contradict(str(own), str(other)):
            conflicts.append(Conflict(field, str(own), str(other)))
    done: set[tuple[int, Field]] = set()
    for pair in alignment.turns:
        left, right = ours.turns[pair.left], theirs.turns[pair.right]
        if left.kind is not right.kind:
            continue
        for field in _BY_KIND[left.kind]:
            own, other = _own(left, field), _own(right, field)
            if other is None or (pair.left, field) in done:
                continue
            done.add((pair.left, field))
            if own is None:
                filled.append(Filled(field, other, pair.left, left.exchange, pair.right))
            elif contradict(own, other):
                conflicts.append(Conflict(field, own, other, pair.left, left.exchange, pair.right))
    return FillingPlan(tuple(filled), tuple(conflicts))


def _own(turn: Turn, field: Field) -> str | None:
    """Return what a version says itself: nothing that it was told by another one."""
    if getattr(turn, f"{field}_attribution") is Attribution.OTHER_VERSION:
        return None
    value: str | None = getattr(turn, field)
    return value
