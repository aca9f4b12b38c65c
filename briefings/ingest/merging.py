"""Two rows that are one person or one outlet become one, and two again where that was wrong."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from briefings.ingest.settling import settle
from briefings.ingest.writing import note_index_change, writing
from briefings.models import (
    Appearance,
    Attribution,
    Briefing,
    Merge,
    OldSlug,
    Outlet,
    OutletAlias,
    Speaker,
    SpeakerAlias,
    Transcript,
    Turn,
)
from briefings.transcripts.names import normalize

Row = Speaker | Outlet


class MergeError(Exception):
    """A merge that cannot be made or undone; the message is a sentence for the editor."""


def merge(kept: Row, merged: Row, by: Any = None) -> Merge:
    """Put ``merged`` into ``kept``: its aliases, turns, appearances and addresses.

    A document that prints the other name from now on means ``kept``.
    """
    if type(kept) is not type(merged) or kept.pk == merged.pk:
        raise MergeError("A merge needs two different speakers, or two different outlets.")
    owner, aliases = _tables(kept)
    with writing():
        turns = Turn.objects.filter(**{owner: merged})
        concerned = _briefings(turns)
        note_index_change(concerned.values_list("pk", flat=True))
        several = concerned.annotate(documents=Count("transcripts")).filter(documents__gt=1)
        to_settle = set(several.values_list("pk", flat=True))
        moving = aliases.objects.filter(**{owner: merged})
        there = list(moving.values_list("name", "normal"))
        have = set(aliases.objects.filter(**{owner: kept}).values_list("normal", flat=True))
        past = OldSlug.objects.filter(target=owner, target_id=merged.pk)
        edited = turns.filter(**{f"{owner}_attribution": Attribution.EDITOR})
        record = Merge.objects.create(
            target=owner,
            kept_id=kept.pk,
            merged_id=merged.pk,
            name=merged.name,
            slug=merged.slug,
            confirmed=merged.confirmed,
            aliases=[[name, normal, normal not in have] for name, normal in there],
            old_slugs=list(past.values_list("slug", flat=True)),
            turns=list(edited.values_list("key", flat=True)),
            merged_by=by,
        )
        moving.exclude(normal__in=have).update(**{owner: kept})
        turns.update(**{owner: kept})
        if isinstance(kept, Speaker) and isinstance(merged, Speaker):
            at = Appearance.objects.filter(speaker=kept).values_list("briefing", flat=True)
            gone = Appearance.objects.filter(speaker=merged)
            gone.exclude(briefing__in=at).update(speaker=kept)
            gone.delete()
        past.update(target_id=kept.pk)
        OldSlug.objects.create(target=owner, slug=merged.slug, target_id=kept.pk)
        merged.delete()
        # Versions that gave the two names for one do not disagree any more.
        settle(to_settle)
    return record


def undo(record: Merge) -> Row:
    """Make two rows of one again; return the one that had gone.

    Turns go back by the name that their documents give, so those that came since go with them.
    """
    model: type[Speaker] | type[Outlet] = Speaker if record.target == "speaker" else Outlet
    with writing():
        record.refresh_from_db()  # another editor may have been quicker
        kept = model.objects.filter(pk=record.kept_id).first()
        if record.undone:
            raise MergeError("This merge has been undone already.")
        if kept is None:
            raise MergeError(
                f"{record.name} was put into a row that has itself been merged since; "
                "undo that merge first."
            )
        owner, aliases = _tables(kept)
        OldSlug.objects.filter(target=owner, slug=record.slug, target_id=kept.pk).delete()
        row = model.objects.create(
            pk=record.merged_id, name=record.name, slug=record.slug, confirmed=record.confirmed
        )
        past = OldSlug.objects.filter(target=owner, target_id=kept.pk, slug__in=record.old_slugs)
        past.update(target_id=row.pk)
        moved = [normal for _, normal, did_move in record.aliases if did_move]
        aliases.objects.filter(**{owner: kept, "normal__in": moved}).update(**{owner: row})
        for name, normal, did_move in record.aliases:
            if not did_move:
                aliases.objects.create(name=name, normal=normal, **{owner: row})
        theirs = Turn.objects.filter(**{owner: kept})
        names = theirs.order_by().values_list(f"{owner}_name", flat=True).distinct()
        back = [name for name in names if normalize(name) in moved]
        read = theirs.filter(**{f"{owner}_name__in": back}).exclude(
            **{f"{owner}_attribution": Attribution.EDITOR}
        )
        # Read again since, a turn may have another key, to which the old one leads.
        there = Q(key__in=record.turns) | Q(redirects__key__in=record.turns)
        edited = theirs.filter(there, **{f"{owner}_attribution": Attribution.EDITOR})
        told = theirs.filter(**{f"{owner}_attribution": Attribution.OTHER_VERSION})
        concerned = {
            pk
            for turns in (read, edited, told)
            for pk in _briefings(turns).values_list("pk", flat=True)
        }
        if isinstance(kept, Speaker):
            named = Appearance.objects.filter(speaker=kept).values_list("briefing", flat=True)
            concerned |= set(named)
        read.update(**{owner: row})
        edited.update(**{owner: row})
        settle(concerned)
        record.undone = timezone.now()
        record.save(update_fields=["undone"])
    return row


def _tables(row: Row) -> tuple[str, type[SpeakerAlias] | type[OutletAlias]]:
    return ("speaker", SpeakerAlias) if isinstance(row, Speaker) else ("outlet", OutletAlias)


def _briefings(turns: QuerySet[Turn]) -> QuerySet[Briefing]:
    """Return the briefings that turns are of."""
    transcripts = Transcript.objects.filter(pk__in=turns.order_by().values("transcript"))
    return Briefing.objects.filter(pk__in=transcripts.order_by().values("briefing")).order_by()
