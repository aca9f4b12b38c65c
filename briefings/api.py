"""The archive as data: a briefing, a turn and a search's hits as JSON, hits as CSV.

Field names are those of the pages and of ``manage.py parse``; docs/api.md explains them. Lists
without an end are sent in batches as they are read, so that a search with 100,000 hits needs no
more memory than one with 500.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from .exports.citation import content_hash
from .exports.places import PLACE, place
from .exports.sheets import csv_response
from .forms import SearchForm, parameters
from .models import Briefing, OldSlug, Outlet, Speaker, Transcript, Turn
from .search import matches
from .views.briefings import visible
from .views.moving import same_page
from .views.turns import find

CSV_HEADER = (
    *PLACE,
    *("label", "reporter", "exchange", "asked by", "asking reporter", "question", "question key"),
    *("text", "words", "key", "address", "sha256"),
)


@require_safe
def briefing(request: HttpRequest, slug: str) -> HttpResponse:
    """Give a briefing with its documents and its canonical transcript, turn by turn."""
    rows = visible(request).select_related("series", "canonical")
    found = rows.filter(slug=slug).first()
    if found is None:
        return same_page(request, OldSlug.Target.BRIEFING, slug)
    people = found.appearances.select_related("speaker")
    data = {
        **_briefing(request, found),
        "time": found.time.isoformat("minutes") if found.time else None,
        "place": found.place or None,
        "host": found.host or None,
        "series": found.series.name if found.series else None,
        "participants": [
            {**_named(request, person.speaker), "role": person.role, "title": person.title or None}
            for person in people
        ],
        "documents": [
            _document(request, version, found) for version in found.transcripts.with_documents()
        ],
        "turns": [
            turn_data(request, turn)
            for turn in found.canonical.turns.select_related("speaker", "outlet", "question")
        ]
        if found.canonical
        else [],
    }
    return _json(data)


@require_safe
def turn(request: HttpRequest, key: str) -> HttpResponse:
    """Give one turn with its briefing; a key that was replaced gives the turn it became."""
    found, _paragraph = find(request, key)
    data = turn_data(request, found)
    return _json({**data, "briefing": _briefing(request, found.transcript.briefing)})


@require_safe
def search_json(request: HttpRequest) -> StreamingHttpResponse:
    """Give all hits of a search in its order, each with its briefing and its question."""
    asked = SearchForm(request.GET).request()
    found = matches(asked)

    def pieces() -> Iterator[str]:
        head = {"query": asked.query, "parameters": parameters(asked), "total": len(found)}
        yield _dumps(head)[:-1] + ', "hits": ['
        for number, hit in enumerate(Turn.objects.with_place().in_order(found)):
            data = {
                **turn_data(request, hit),
                "briefing": _briefing(request, hit.transcript.briefing),
                "question": _question(request, hit.question),
            }
            yield (",\n" if number else "\n") + _dumps(data)
        yield "\n]}\n"

    return StreamingHttpResponse(pieces(), content_type="application/json; charset=utf-8")


@require_safe
def search_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give all hits of a search in its order as CSV, a line a hit."""
    found = matches(SearchForm(request.GET).request())
    rows = (_row(request, hit) for hit in Turn.objects.with_place().in_order(found))
    return csv_response(CSV_HEADER, rows, "search.csv")


def turn_data(request: HttpRequest, turn: Turn) -> dict[str, Any]:
    """Return a turn as plain values; ``sha256`` is of ``"\\n".join(paragraphs)`` in UTF-8."""
    return {
        "key": turn.key,
        "url": request.build_absolute_uri(turn.get_absolute_url()),
        "kind": turn.kind,
        "label": turn.label or None,
        "speaker": _resolved(request, turn.speaker, turn.speaker_attribution),
        "outlet": _resolved(request, turn.outlet, turn.outlet_attribution),
        "reporter": turn.reporter or None,
        "reporter_attribution": (turn.reporter and turn.reporter_attribution) or None,
        "exchange": turn.exchange,
        "question": turn.question.key if turn.question else None,
        "paragraphs": turn.paragraphs,
        "words": turn.words,
        "sha256": content_hash(turn.text),
        "first_line": turn.first_line,
        "last_line": turn.last_line,
    }


def _row(request: HttpRequest, turn: Turn) -> tuple[Any, ...]:
    """Return a turn as one row under ``CSV_HEADER``."""
    question = turn.question
    return (
        *place(turn),
        turn.label,
        turn.reporter,
        turn.exchange,
        question and question.outlet and question.outlet.name,
        question and question.reporter,
        question and question.text,
        question and question.key,
        turn.text,
        turn.words,
        turn.key,
        request.build_absolute_uri(turn.get_absolute_url()),
        content_hash(turn.text),
    )


def _briefing(request: HttpRequest, found: Briefing) -> dict[str, Any]:
    return {
        "title": found.title,
        "date": found.date,
        "slug": found.slug,
        "url": request.build_absolute_uri(found.get_absolute_url()),
    }


def _question(request: HttpRequest, question: Turn | None) -> dict[str, Any] | None:
    if question is None:
        return None
    return {
        "key": question.key,
        "url": request.build_absolute_uri(question.get_absolute_url()),
        "outlet": question.outlet.name if question.outlet else None,
        "reporter": question.reporter or None,
        "paragraphs": question.paragraphs,
    }


def _document(request: HttpRequest, version: Transcript, found: Briefing) -> dict[str, Any]:
    document = version.document
    return {
        "name": document.name,
        "media_type": document.media_type,
        "size": document.size,
        "sha256": document.sha256,
        "url": request.build_absolute_uri(reverse("briefings:document", args=[document.pk])),
        "source_url": document.source_url or None,
        "language": version.language,
        "complete": version.complete,
        "canonical": version.pk == found.canonical_id,
        "relation": version.relation or None,
    }


def _named(request: HttpRequest, named: Speaker | Outlet) -> dict[str, Any]:
    return {"name": named.name, "url": request.build_absolute_uri(named.get_absolute_url())}


def _resolved(
    request: HttpRequest, named: Speaker | Outlet | None, attribution: str
) -> dict[str, Any] | None:
    return {**_named(request, named), "attribution": attribution} if named else None


def _json(data: dict[str, Any]) -> JsonResponse:
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _dumps(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, default=str)
