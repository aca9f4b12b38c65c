"""A briefing from its transcripts: which one stands for it, what the others are to it, its facts.

Settling starts from what each document says by itself, so it comes to the same whatever happened
before, and in whatever order the documents came.
"""

from collections.abc import Collection, Sequence
from typing import Any

from briefings.ingest import filling
from briefings.ingest.doubting import is_labelled
from briefings.ingest.facts import write_appearances, write_facts
from briefings.ingest.filling import COLUMNS, DISAGREE, Version, snapshot
from briefings.ingest.grouping import decided, forget_proposals_within
from briefings.ingest.loading import Known, load
from briefings.ingest.writing import BATCH, note_index_change
from briefings.models import Briefing, Decision, Transcript, Turn
from briefings.transcripts.relations import align, choose_canonical, compare
from briefings.transcripts.relations import types as relating
from briefings.transcripts.types import Issue

CHOSEN = "An editor chose it."
# Why a transcript is of a briefing though the measures alone would not put it there.
JOINED = "An editor joined the two."
THROUGH = "Another document of the briefing joins the two."
# Columns of a transcript that settling writes.
SETTLED = (
    *("relation", "relation_score", "relation_evidence", "issues"),
    *("date", "date_attribution", "date_source", "place", "place_attribution", "place_source"),
)


def settle(briefings: Collection[int]) -> None:
    """Make anew all that follows from the transcripts of ``briefings``, within a transaction."""
    for briefing in Briefing.objects.filter(pk__in=briefings).order_by("pk"):
        _settle(briefing)
    forget_proposals_within(briefings)
    note_index_change(briefings)


def _settle(briefing: Briefing) -> None:
    """Settle one briefing."""
    pks = set(Transcript.objects.filter(briefing=briefing).values_list("pk", flat=True))
    versions = sorted(load(pks).values(), key=lambda known: known.row.pk)
    before = {turn.pk: snapshot(turn) for known in versions for turn in known.turns}
    for known in versions:
        if len(versions) > 1:
            _ = known.profile  # of what the document says by itself, before anything is cleared
        filling.clear(known)
    stood = briefing.canonical_id
    canonical, reason = _canonical(versions)
    others = [
        Version(known, align(canonical.profile, known.profile))
        for known in versions
        if known is not canonical
    ]
    joined = decided(pks).same if others else frozenset()
    _write_relation(canonical, None)
    for other in others:
        relation = compare(other.known.profile, canonical.profile)
        by_editor = frozenset((other.known.row.pk, canonical.row.pk)) in joined
        _write_relation(other.known, relation, JOINED if by_editor else THROUGH)
        filling.point_at_canonical(canonical, other)
    issues = filling.fill(canonical, others) if others else {}
    for known in versions:
        _write_issues(known, issues.get(known.row.pk, ()))
        known.row.save(update_fields=[*SETTLED, "updated"])
    turns = [turn for known in versions for turn in known.turns]
    changed = [turn for turn in turns if snapshot(turn) != before[turn.pk]]
    Turn.objects.bulk_update(changed, COLUMNS, BATCH)
    ordered = [canonical, *(other.known for other in others)]
    briefing.canonical = canonical.row
    briefing.canonical_reason = reason
    write_facts(briefing, ordered, stood)
    write_appearances(briefing, ordered)


def _canonical(versions: Sequence[Known]) -> tuple[Known, str]:
    """Return the transcript that stands for the briefing, and why."""
    documents = {known.row.document_id: known for known in versions}
    chosen = Decision.objects.filter(
        verdict=Decision.Verdict.CANONICAL, withdrawn__isnull=True, document__in=documents
    ).first()
    if chosen:
        return documents[chosen.document_id], CHOSEN
    if len(versions) == 1:
        place, reason = choose_canonical([_as_version(versions[0], part=False)])
        return versions[place], reason
    longest = max(versions, key=lambda known: sum(turn.words for turn in known.turns))
    place, reason = choose_canonical(
        [_as_version(known, part=_is_part(known, longest)) for known in versions]
    )
    return versions[place], reason


def _as_version(known: Known, *, part: bool) -> relating.Version:
    exchanges = {turn.exchange for turn in known.turns if turn.exchange}
    return relating.Version(
        complete=known.row.complete,
        received=known.row.document_id,
        labelled=is_labelled(known.row.issues),
        part=part,
        exchanges=len(exchanges),
    )


def _is_part(known: Known, longest: Known) -> bool:
    """Return whether a transcript's words are contained in the longest one."""
    if known is longest:
        return False
    relation = compare(known.profile, longest.profile)
    return relation.direction is relating.Direction.LEFT_IN_RIGHT


def _write_relation(known: Known, relation: relating.Relation | None, why: str = "") -> None:
    """Note on a transcript what it is to the canonical one; None for that one itself.

    ``why`` is told where the measures are not sure.
    """
    evidence: dict[str, Any] = {}
    if relation is not None:
        evidence = {**relation.evidence, "direction": relation.direction.value}
        if relation.verdict is not relating.Verdict.SAME:
            evidence["verdict"] = relation.verdict.value
            evidence["reasons"] = [why, *evidence.get("reasons", ())]
    known.row.relation = relation.kind.value if relation and relation.kind else ""
    known.row.relation_score = relation.score if relation else None
    known.row.relation_evidence = evidence


def _write_issues(known: Known, raised: Sequence[Issue]) -> None:
    """Put the issues that settling raises in the place of those it raised before."""
    own = [issue for issue in known.row.issues if issue["code"] != DISAGREE]
    known.row.issues = [
        *own,
        *({"code": i.code, "line": i.line, "message": i.message} for i in dict.fromkeys(raised)),
    ]
