"""What aligned transcripts of one briefing tell each other, written into their turns' rows.

Nothing that a document prints itself, and nothing that an editor has set, is changed. A value that
two versions give differently is not taken from either; both documents get an issue.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefings.ingest.loading import Known
from briefings.models import Attribution, Turn
from briefings.transcripts.relations import fill_in
from briefings.transcripts.relations.types import (
    Alignment,
    Conflict,
    ExchangePair,
    Field,
    Filled,
    ParagraphPair,
    TurnPair,
)
from briefings.transcripts.types import Issue

VALUES = ("speaker", "outlet", "reporter")  # what a turn can be told
DISAGREE = "versions-disagree"  # the code of issues that settling raises
COLUMNS = (
    "aligned",
    "alignment_score",
    *(f"{value}{part}" for value in VALUES for part in ("", "_attribution", "_source")),
)


@dataclass(frozen=True, slots=True)
class Version:
    """A transcript beside the canonical one; the alignment has the canonical one on its left."""

    known: Known
    alignment: Alignment


def clear(known: Known) -> None:
    """Take out of a transcript's rows, in memory, all that came from other versions."""
    for turn in known.turns:
        turn.aligned = None
        turn.alignment_score = None
        for value in VALUES:
            if getattr(turn, f"{value}_attribution") == Attribution.OTHER_VERSION:
                _set(turn, value, "" if value == "reporter" else None, "", None)
    for value, nothing in (("date", None), ("place", "")):
        if getattr(known.row, f"{value}_attribution") == Attribution.OTHER_VERSION:
            _set(known.row, value, nothing, "", None)


def point_at_canonical(canonical: Known, version: Version) -> None:
    """Note at each turn of a version which canonical turn says the same."""
    for pair in sorted(version.alignment.turns, key=lambda pair: pair.score):
        turn = version.known.turns[pair.right]
        turn.aligned = canonical.turns[pair.left]
        turn.alignment_score = min(max(pair.score, 0.0), 1.0)


def fill(canonical: Known, versions: Sequence[Version]) -> dict[int, list[Issue]]:
    """Fill gaps of the canonical transcript from the versions, then theirs from it.

    Returns the issues raised, by the transcript's number.
    """
    issues: dict[int, list[Issue]] = {
        known.row.pk: [] for known in (canonical, *(v.known for v in versions))
    }
    offers: dict[tuple[Field, int | None], list[tuple[Filled, Known]]] = {}
    for version in versions:
        plan = fill_in(canonical.profile, version.known.profile, version.alignment)
        issues[canonical.row.pk] += _conflicts(plan.conflicts, canonical, version.known)
        for filled in plan.filled:
            offers.setdefault((filled.field, filled.turn), []).append((filled, version.known))
    told: dict[tuple[Field, int | None], Known] = {}
    for slot, offered in offers.items():
        (first, source), *others = offered
        differing = [(other, known) for other, known in others if other.value != first.value]
        if differing:
            other, known = differing[0]
            issues[canonical.row.pk].append(_between(first, source, other, known, canonical))
        elif _take(canonical, first, source):
            told[slot] = source
    for version in versions:
        back = _mirrored(version.alignment)
        plan = fill_in(version.known.profile, canonical.profile, back)
        issues[version.known.row.pk] += _conflicts(plan.conflicts, version.known, canonical)
        for filled in plan.filled:
            _take(version.known, filled, canonical)
        _pass_on(told, canonical, version.known, back)
    return issues


def _pass_on(
    told: Mapping[tuple[Field, int | None], Known], canonical: Known, known: Known, back: Alignment
) -> None:
    """Give a version what the canonical transcript was told by another one, naming that one."""
    for field in (Field.DATE, Field.PLACE):
        source = told.get((field, None))
        if source and source is not known and not getattr(known.row, field.value):
            _take(known, Filled(field, ""), canonical, source)
    for pair in back.turns:
        if known.turns[pair.left].kind != canonical.turns[pair.right].kind:
            continue
        for field in (Field.SPEAKER, Field.OUTLET, Field.REPORTER):
            source = told.get((field, pair.right))
            if source and source is not known:
                filled = Filled(field, "", turn=pair.left, source_turn=pair.right)
                _take(known, filled, canonical, source)


def _take(target: Known, filled: Filled, holder: Known, source: Known | None = None) -> bool:
    """Copy a value from ``holder``'s row into ``target``'s; return whether it was copied.

    ``source`` is the transcript that prints it, where that is not ``holder``.
    """
    value = filled.field.value
    to, of = target.row, holder.row
    if filled.turn is not None and filled.source_turn is not None:
        to, of = target.turns[filled.turn], holder.turns[filled.source_turn]  # type: ignore[assignment]
    known = getattr(of, value)
    # An editor may have said that there is none; a name may be one that the archive cannot resolve.
    if not known or getattr(to, f"{value}_attribution"):
        return False
    _set(to, value, known, Attribution.OTHER_VERSION, (source or holder).row)
    return True


def _set(row: object, value: str, known: object, how: str, source: object) -> None:
    setattr(row, value, known)
    setattr(row, f"{value}_attribution", how)
    setattr(row, f"{value}_source", source)


def _conflicts(conflicts: Iterable[Conflict], target: Known, source: Known) -> list[Issue]:
    """Return an issue of ``target`` for each value that ``source`` gives differently."""
    return [
        Issue(
            DISAGREE,
            f"{_place(conflict.exchange)}this document gives the {conflict.field} as "
            f"“{conflict.target_value}”, {source.row.document.name} as "
            f"“{conflict.source_value}”. Each keeps its own.",
            target.turns[conflict.turn].first_line if conflict.turn is not None else None,
        )
        for conflict in conflicts
    ]


def _between(first: Filled, source: Known, other: Filled, known: Known, canonical: Known) -> Issue:
    """Return the issue of a gap for which two other versions have different values."""
    return Issue(
        DISAGREE,
        f"{_place(first.exchange)}the {first.field} is not in this document; "
        f"{source.row.document.name} gives “{first.value}”, {known.row.document.name} gives "
        f"“{other.value}”. It stays open.",
        canonical.turns[first.turn].first_line if first.turn is not None else None,
    )


def _place(exchange: int | None) -> str:
    return f"Exchange {exchange}: " if exchange else ""


def _mirrored(alignment: Alignment) -> Alignment:
    """Return the alignment with its sides exchanged."""
    return Alignment(
        tuple(ExchangePair(e.right, e.left, e.score) for e in alignment.exchanges),
        tuple(
            TurnPair(
                t.right,
                t.left,
                t.score,
                tuple(ParagraphPair(p.right, p.left, p.score) for p in t.paragraphs),
            )
            for t in alignment.turns
        ),
        alignment.score,
    )


def snapshot(turn: Turn) -> tuple[object, ...]:
    """Return the values that filling may change, to see afterwards whether it did."""
    return tuple(getattr(turn, f"{column}_id", None) or getattr(turn, column) for column in COLUMNS)
