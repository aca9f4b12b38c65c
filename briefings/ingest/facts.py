"""A briefing's own columns and who appeared at it, from its transcripts."""

from collections.abc import Sequence
from itertools import chain

from briefings.ingest.doubting import doubt
from briefings.ingest.loading import Known, header_from_json
from briefings.models import (
    Appearance,
    Briefing,
    Kind,
    OldSlug,
    Role,
    Series,
    Speaker,
)
from briefings.resolve import resolve_speakers
from briefings.slugs import briefing_slug
from briefings.transcripts.families import FAMILIES, GENERIC

UNTITLED = "Untitled briefing"
MAX_TITLE = 500  # characters, the width of the column; the printed header keeps it whole
NEW = "new-"  # the slug of a briefing that has not been settled yet starts so


def write_facts(briefing: Briefing, versions: Sequence[Known], stood: int | None) -> None:
    """Write the briefing's facts: the canonical transcript's, which comes first in ``versions``.

    Only what it lacks comes from the next that has it; an editor's title goes before any that is
    printed. ``stood`` is the transcript that was
    canonical before; the old address is kept with it. A briefing that is held, as every new one,
    is published where nothing speaks against it.
    """
    headers = [header_from_json(known.row.printed_header) for known in versions]
    canonical = versions[0].row
    edited = (known.row.edited_title for known in versions)
    printed = (header.title for header in headers)
    named = next(filter(None, chain(edited, printed)), None)
    title = named or UNTITLED
    briefing.title = title if len(title) <= MAX_TITLE else title[: MAX_TITLE - 1] + "…"
    briefing.date = canonical.date
    briefing.time = next((header.time for header in headers if header.time), None)
    briefing.place = canonical.place
    families = [known.row.family for known in versions]
    known_families = (family for family in families if family != GENERIC.name)
    briefing.series = series_of(next(known_families, ""))
    briefing.host = briefing.series.host if briefing.series else ""
    if briefing.status == Briefing.Status.HELD and not doubt(
        canonical.issues, named, briefing.date
    ):
        briefing.status = Briefing.Status.PUBLISHED
    _write_slug(briefing, title, stood)
    briefing.save()


def series_of(family: str) -> Series | None:
    """Return the series that a family of documents makes, None for documents of no known one.

    It is called by the institution until an editor names it better.
    """
    known = FAMILIES.get(family)
    if known is None or known is GENERIC:
        return None
    named = {"name": known.host, "host": known.host, "family": family}
    return Series.objects.get_or_create(slug=family, defaults=named)[0]


def _write_slug(briefing: Briefing, title: str, stood: int | None) -> None:
    """Give the briefing the address of its facts; the one it had goes on leading to it."""
    slug = briefing_slug(briefing.date, title, briefing.pk)
    if slug == briefing.slug:
        return
    past = OldSlug.objects.filter(target=OldSlug.Target.BRIEFING)
    past.filter(slug=slug, target_id=briefing.pk).delete()
    if not briefing.slug.startswith(NEW):
        OldSlug.objects.create(
            target=OldSlug.Target.BRIEFING,
            slug=briefing.slug,
            target_id=briefing.pk,
            transcript_id=stood,
        )
    briefing.slug = slug


def write_appearances(briefing: Briefing, versions: Sequence[Known]) -> None:
    """Write who appeared, in what role and under which title at this briefing.

    The header's people come first, in its order, then whoever speaks without being named there. A
    title that the canonical transcript lacks is taken from the next version that prints it.
    """
    people = [
        (person, known)
        for known in versions
        for person in header_from_json(known.row.printed_header).participants
    ]
    resolved = resolve_speakers(person.name for person, _ in people)
    wanted: dict[int, Appearance] = {}

    def add(speaker: Speaker, role: str, title: str, source: Known) -> None:
        there = wanted.get(speaker.pk)
        if there is None or (title and not there.title):
            wanted[speaker.pk] = Appearance(
                briefing=briefing,
                speaker=speaker,
                role=there.role if there else role,
                title=title,
                source=source.row,
            )

    for person, known in people:
        speaker = resolved.rows.get(person.name)
        if speaker:
            add(speaker, person.role.value, person.title or "", known)
    for turn in versions[0].turns:
        if turn.speaker and turn.kind != Kind.QUESTION:
            moderates = turn.kind in (Kind.MODERATION, Kind.HANDOFF)
            add(turn.speaker, Role.MODERATOR if moderates else Role.SPEAKER, "", versions[0])
    _replace(briefing, list(wanted.values()))


def _replace(briefing: Briefing, wanted: Sequence[Appearance]) -> None:
    """Put ``wanted`` in the place of what the briefing has, unless it is the same."""

    def values(rows: Sequence[Appearance]) -> list[tuple[object, ...]]:
        return [(row.speaker_id, row.role, row.title, row.source_id) for row in rows]

    there = list(Appearance.objects.filter(briefing=briefing).order_by("pk"))
    if values(there) != values(wanted):
        Appearance.objects.filter(briefing=briefing).delete()
        Appearance.objects.bulk_create(wanted)
