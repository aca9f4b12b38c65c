"""A briefing's page, and the pages of its other versions."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from briefings.extent import extent
from briefings.models import Briefing, OldSlug, Transcript
from briefings.paragraphs import Marker
from briefings.querysets import BriefingQuerySet
from briefings.reading import Reading, read
from briefings.search import marker

from .moving import same_page


def briefing(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a briefing: its facts, its documents, and its canonical transcript in reading order."""
    found = visible(request).filter(slug=slug).select_related("series", "canonical").first()
    if found is None:
        return same_page(request, OldSlug.Target.BRIEFING, slug)
    return show(request, found, found.canonical)


def version(request: HttpRequest, slug: str, transcript_pk: int) -> HttpResponse:
    """Show another version of a briefing; the canonical one's address is the briefing's own."""
    found = visible(request).filter(slug=slug).select_related("series", "canonical").first()
    if found is None:
        return same_page(request, OldSlug.Target.BRIEFING, slug)
    if transcript_pk == found.canonical_id:
        return redirect(found)
    transcript = found.transcripts.select_related("document").filter(pk=transcript_pk).first()
    if transcript is None:
        raise Http404(_("This briefing has no such version."))
    return show(request, found, transcript)


def show(request: HttpRequest, found: Briefing, transcript: Transcript | None) -> HttpResponse:
    """Render one transcript of a briefing with the briefing's facts."""
    if transcript is None:
        raise Http404(_("This briefing has no transcript yet."))
    versions = sorted(
        found.transcripts.with_documents(), key=lambda one: one.pk != found.canonical_id
    )
    appearances = list(found.appearances.select_related("speaker"))
    query = request.GET.get("mark", "")
    reading = read(transcript, marker=marking(query), appearances=appearances, versions=versions)
    return render(
        request,
        "briefings/briefing.html",
        {
            "section": "briefings",
            "briefing": found,
            "transcript": transcript,
            "canonical": transcript.pk == found.canonical_id,
            "versions": versions,
            "others": [one for one in versions if one.pk != transcript.pk],
            "appearances": appearances,
            "reading": reading,
            "mark": query,
            "unclear": unclear(reading),
            "extent": "" if transcript.complete else extent(transcript, first_kind(reading)),
            "before": Briefing.objects.before(found),
            "after": Briefing.objects.after(found),
        },
    )


def marking(query: str) -> Marker | None:
    """Return what marks the words of ``query``, None where there are none to mark."""
    return marker(query) if query.strip() else None


@dataclass(frozen=True, slots=True)
class Unclear:
    """What the document left open; ``settled`` where another version has told since."""

    line: int | None
    message: str
    settled: bool


def first_kind(reading: Reading) -> str | None:
    """Return what the first turn does, None where there is no turn."""
    return next((voice.turn.kind for part in reading.parts for voice in part.voices), None)


def unclear(reading: Reading) -> list[Unclear]:
    """Return what the parser could not place in a transcript, what is still open first."""
    told = [
        (voice.turn.first_line, voice.turn.last_line)
        for part in reading.parts
        for voice in part.voices
        if any(note.source for note in voice.notes)
    ]
    rows = []
    for issue in reading.transcript.issues:
        line = issue.get("line")
        settled = line is not None and any(first <= line <= last for first, last in told)
        rows.append(Unclear(line, issue.get("message", ""), settled))
    return sorted(rows, key=lambda row: row.settled)


def visible(request: HttpRequest) -> BriefingQuerySet:
    """Return the briefings that this reader sees."""
    return Briefing.objects.visible_to(request.user)
