"""Which transcripts are one briefing: what relating is sure of, and what editors have said.

Transcripts are joined along sure links, the surest first. Two that an editor has told apart never
come together, not even through a third; two that an editor has joined come together first. So the
result does not depend on the order in which documents arrive.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F

from briefings.candidates import find
from briefings.ingest.loading import Known, load
from briefings.models import Briefing, Decision, OldSlug, Proposal, Transcript, new_key
from briefings.transcripts.relations import compare, fingerprint
from briefings.transcripts.relations.types import Relation, Verdict

# An editor's word counts for more than any measure, which end at 1.
EDITOR = 2.0


@dataclass(frozen=True, slots=True)
class Link:
    """Two transcripts that are one briefing, and how sure that is."""

    score: float
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What editors have said of pairs of transcripts."""

    same: frozenset[frozenset[int]]
    apart: frozenset[frozenset[int]]

    @property
    def links(self) -> list[Link]:
        """The pairs that editors joined."""
        return [Link(EDITOR, *sorted(pair)) for pair in self.same]


def partition(
    groups: Iterable[Collection[int]],
    links: Iterable[Link],
    apart: Collection[frozenset[int]] = frozenset(),
) -> list[frozenset[int]]:
    """Join ``groups`` of transcripts along ``links``, the surest first, but for those set apart."""
    group_of = {member: frozenset(group) for group in groups for member in group}
    for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
        if link.left not in group_of or link.right not in group_of:
            continue
        left, right = group_of[link.left], group_of[link.right]
        if left is right or any(pair <= left | right for pair in apart):
            continue
        joined = left | right
        group_of.update(dict.fromkeys(joined, joined))
    return sorted(set(group_of.values()), key=min)


def decided(transcripts: Collection[int]) -> Decided:
    """Return the decisions in force that name two of ``transcripts``, in one query."""
    rows = Decision.objects.filter(
        withdrawn__isnull=True,
        other__isnull=False,
        document__transcript__in=transcripts,
        other__transcript__in=transcripts,
    ).values_list("verdict", "document__transcript", "other__transcript")
    pairs: dict[str, set[frozenset[int]]] = {verdict: set() for verdict in Decision.Verdict.values}
    for verdict, left, right in rows:
        pairs[verdict].add(frozenset((left, right)))
    return Decided(
        frozenset(pairs[Decision.Verdict.SAME]), frozenset(pairs[Decision.Verdict.DIFFERENT])
    )


def relations_among(transcripts: Sequence[Known]) -> dict[tuple[int, int], Relation]:
    """Compare every two of a few transcripts; the keys are their numbers, lower first."""
    ordered = sorted(transcripts, key=lambda known: known.row.pk)
    relations: dict[tuple[int, int], Relation] = {}
    for place, known in enumerate(ordered):
        if place:
            # A figure is worth what it is worth in this archive, as when the document came.
            rarity = find(fingerprint(known.profile), exclude=known.row.pk).rarity
        for earlier in ordered[:place]:
            pair = earlier.row.pk, known.row.pk
            relations[pair] = compare(known.profile, earlier.profile, rarity=rarity)
    return relations


def sure(relations: Mapping[tuple[int, int], Relation]) -> list[Link]:
    """Return the pairs that are one briefing beyond doubt."""
    return [
        Link(relation.score, *pair)
        for pair, relation in relations.items()
        if relation.verdict is Verdict.SAME
    ]


def regroup(briefings: Collection[int]) -> set[int]:
    """Work out anew which transcripts of ``briefings`` belong together; return what to settle."""
    transcripts = Transcript.objects.filter(briefing__in=briefings)
    known = load(transcripts.values_list("pk", flat=True))
    relations = relations_among(list(known.values()))
    said = decided(known)
    Proposal.objects.filter(transcript__in=known, other__in=known).delete()
    changed = assign(partition([{pk} for pk in known], sure(relations) + said.links, said.apart))
    propose(relations, said)
    return changed.union(briefings)


def members(briefings: Collection[int]) -> dict[int, set[int]]:
    """Return the transcripts of each of ``briefings``."""
    found: dict[int, set[int]] = {}
    rows = Transcript.objects.filter(briefing__in=briefings).values_list("briefing", "pk")
    for briefing, transcript in rows:
        found.setdefault(briefing, set()).add(transcript)
    return found


def assign(parts: Iterable[Collection[int]]) -> set[int]:
    """Give each part of a grouping its briefing; return the briefings to settle.

    A part goes on in the briefing whose canonical transcript it holds, the oldest where it holds
    several; a part that holds none gets a new one. A briefing that nothing is left of sends its
    addresses on to the one that took its transcripts in, and goes.
    """
    ready = [frozenset(part) for part in parts]
    rows = Transcript.objects.filter(pk__in=frozenset().union(*ready))
    now = dict(rows.values_list("pk", "briefing"))
    canonical = dict(
        Briefing.objects.filter(pk__in=set(now.values())).values_list("canonical", "pk")
    )
    changed: set[int] = set()
    claimed: set[int] = set()
    moves: list[tuple[frozenset[int], int]] = []
    for part in sorted(ready, key=lambda part: (not part & set(canonical), min(part))):
        own = {canonical[member] for member in part if member in canonical} - claimed
        others = {now[member] for member in part} - claimed - set(canonical.values())
        briefing = min(own or others, default=0) or _new_briefing(now[min(part)]).pk
        claimed.add(briefing)
        moves.append((part, briefing))
    for part, briefing in moves:
        strangers = {member for member in part if now[member] != briefing}
        if strangers:
            left = {now[member] for member in strangers}
            _move(strangers, briefing)
            changed |= left | {briefing}
    for empty in Briefing.objects.filter(pk__in=changed, transcripts__isnull=True):
        stood = next(member for member, briefing in now.items() if briefing == empty.pk)
        stood = next((pk for pk, briefing in canonical.items() if briefing == empty.pk), stood)
        heir = next(briefing for part, briefing in moves if stood in part)
        _absorb(empty, heir, stood)
    return changed


def _move(transcripts: Collection[int], briefing: int) -> None:
    """Put transcripts into a briefing, with the addresses that they stood for."""
    Briefing.objects.filter(canonical__in=transcripts).update(canonical=None)
    Transcript.objects.filter(pk__in=transcripts).update(briefing=briefing)
    past = OldSlug.objects.filter(target=OldSlug.Target.BRIEFING, transcript__in=transcripts)
    past.update(target_id=briefing)


def _absorb(empty: Briefing, heir: int, stood: int) -> None:
    """Send the addresses of a briefing that nothing is left of on to ``heir``.

    ``stood`` is the transcript that was canonical in it.
    """
    past = OldSlug.objects.filter(target=OldSlug.Target.BRIEFING, target_id=empty.pk)
    past.update(target_id=heir)
    OldSlug.objects.create(
        target=OldSlug.Target.BRIEFING, slug=empty.slug, target_id=heir, transcript_id=stood
    )
    if empty.status == Briefing.Status.DRAFT:
        # What an editor keeps from readers does not come out by being joined to something.
        Briefing.objects.filter(pk=heir).update(status=Briefing.Status.DRAFT)
    elif empty.status == Briefing.Status.PUBLISHED:
        # … and what they could see does not go.
        held = Briefing.objects.filter(pk=heir, status=Briefing.Status.HELD)
        held.update(status=Briefing.Status.PUBLISHED)
    empty.delete()


def propose(relations: Mapping[tuple[int, int], Relation], settled: Decided) -> None:
    """Write down for an editor the pairs that may be one briefing and were not joined."""
    if not relations:
        return
    unsure = {
        pair: relation
        for pair, relation in relations.items()
        if relation.verdict is not Verdict.DIFFERENT and frozenset(pair) not in settled.apart
    }
    briefing = dict(
        Transcript.objects.filter(pk__in={pk for pair in relations for pk in pair}).values_list(
            "pk", "briefing"
        )
    )
    Proposal.objects.bulk_create(
        Proposal(
            transcript_id=right,
            other_id=left,
            relation=relation.kind.value if relation.kind else "",
            score=relation.score,
            evidence=dict(relation.evidence),
        )
        for (left, right), relation in unsure.items()
        if briefing[left] != briefing[right]
    )


def forget_proposals_within(briefings: Collection[int]) -> None:
    """Remove proposals whose two transcripts have come to be one briefing."""
    Proposal.objects.filter(
        transcript__briefing__in=briefings, other__briefing=F("transcript__briefing")
    ).delete()


def _new_briefing(like: int) -> Briefing:
    """Make the briefing of a part that comes apart; as visible as the one that it leaves."""
    status = Briefing.objects.values_list("status", flat=True).get(pk=like)
    return new_briefing(status)


def new_briefing(status: str = Briefing.Status.HELD) -> Briefing:
    """Make a briefing that settling gives its facts and its address, and shows to readers."""
    return Briefing.objects.create(slug=f"new-{new_key()}", title="", status=status)
