"""Atom feeds (RFC 4287): new briefings, what a speaker says, what an outlet asks, any search.

Entries are the latest to arrive in the archive, not the latest held: somebody who follows a speaker
wants to hear of an old briefing that was added today. Their ids are tag URIs (RFC 4151) made from
keys that last, so a renamed page is no new entry. A feed that has not changed answers 304.
"""

import hashlib
import heapq
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from .exports.citation import one_line
from .forms import SearchForm, parameters
from .models import Briefing, Kind, OldSlug, Outlet, Speaker, Turn
from .querysets import TurnQuerySet
from .search import matches
from .state import EPOCH, State, state
from .views.moving import same_page

FEED_ENTRIES = 50
# What XML 1.0 cannot hold even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: ``name`` is what its tag URI ends in, ``address`` a path, ``html`` its summary."""

    name: str
    title: str
    address: str
    html: str
    author: str
    published: datetime
    updated: datetime


class _Atom(Atom1Feed):
    """Django's Atom writer, told when the feed was updated: an empty one was not updated now."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=EPOCH)


def _state(request: HttpRequest) -> State:
    """Return the archive's state, asked once a request."""
    known = getattr(request, "_feed_state", None)
    if not isinstance(known, State):
        known = state()
        request._feed_state = known  # type: ignore[attr-defined]
    return known


def _etag(request: HttpRequest, **kwargs: Any) -> str:
    """Return what changes whenever the feed may have changed."""
    parts = [_state(request), get_language(), request.get_host(), request.get_full_path()]
    return f'"{hashlib.sha256(repr([str(part) for part in parts]).encode()).hexdigest()[:32]}"'


def _last_modified(request: HttpRequest, **kwargs: Any) -> datetime | None:
    """Return when anything was last changed, None while the index is behind."""
    known = _state(request)
    return known.changed if known.behind is None else None


def _feed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make ``view`` a feed: GET and HEAD alone, 304 where nothing has changed."""
    conditional = condition(etag_func=_etag, last_modified_func=_last_modified)
    wrapped: Callable[..., HttpResponse] = wraps(view)(require_safe(conditional(view)))
    return wrapped


@_feed
def latest(request: HttpRequest) -> HttpResponse:
    """Feed the briefings that came last."""
    found = Briefing.objects.listed().order_by("-created", "-pk")
    return _respond(
        request,
        title=_("New briefings"),
        name="briefings",
        page=reverse("briefings:home"),
        entries=[_briefing_entry(briefing) for briefing in found[:FEED_ENTRIES]],
    )


@_feed
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """Feed what one speaker says."""
    person = Speaker.objects.filter(slug=slug).first()
    if person is None:
        return same_page(request, OldSlug.Target.SPEAKER, slug)
    turns = _spoken().filter(speaker=person)
    return _respond(
        request,
        title=person.name,
        name=f"speaker/{person.pk}",
        page=person.get_absolute_url(),
        entries=_turn_entries(turns.order_by("-transcript", "sequence")[:FEED_ENTRIES]),
    )


@_feed
def outlet(request: HttpRequest, slug: str) -> HttpResponse:
    """Feed what one outlet asks."""
    asking = Outlet.objects.filter(slug=slug).first()
    if asking is None:
        return same_page(request, OldSlug.Target.OUTLET, slug)
    turns = _spoken().filter(outlet=asking, kind=Kind.QUESTION)
    return _respond(
        request,
        title=_("Questions of %(outlet)s") % {"outlet": asking.name},
        name=f"outlet/{asking.pk}",
        page=asking.get_absolute_url(),
        entries=_turn_entries(turns.order_by("-transcript", "sequence")[:FEED_ENTRIES]),
    )


@_feed
def search(request: HttpRequest) -> HttpResponse:
    """Feed the hits of a search that came last; keys of rows grow as they arrive."""
    asked = SearchForm(request.GET).request()
    newest = heapq.nlargest(FEED_ENTRIES, matches(asked))
    return _respond(
        request,
        title=_("Search: %(query)s") % {"query": asked.query or _("all turns")},
        name="search?" + parameters(asked),
        page=f"{reverse('briefings:search')}?{parameters(asked)}",
        entries=_turn_entries(_spoken().filter(pk__in=newest).order_by("-pk")),
    )


def _spoken() -> TurnQuerySet:
    """Return the turns that lists and search count, with all that an entry shows."""
    return Turn.objects.canonical().exclude(kind=Kind.HANDOFF).with_place().with_replies()


def _briefing_entry(briefing: Briefing) -> Entry:
    """Return the entry of one briefing."""
    changed = [briefing.updated]
    if briefing.canonical:
        changed.append(briefing.canonical.updated)
    return Entry(
        name=f"briefing/{briefing.pk}",
        title=briefing.title,
        address=briefing.get_absolute_url(),
        html=render_to_string("briefings/feeds/briefing.html", {"briefing": briefing}),
        author=briefing.host,
        published=briefing.created,
        updated=max(changed),
    )


def _turn_entries(turns: Iterable[Turn]) -> list[Entry]:
    """Return the entries of turns: who to whom, in which briefing, question and answer together."""
    entries = []
    for turn in turns:
        briefing = turn.transcript.briefing
        who = turn.speaker or turn.outlet or turn.label or turn.get_kind_display()
        entries.append(
            Entry(
                name=f"turn/{turn.key}",
                title=f"{who} · {briefing.title}",
                address=turn.get_absolute_url(),
                html=render_to_string("briefings/feeds/turn.html", {"turn": turn}),
                author=str(who),
                published=turn.transcript.created,
                updated=turn.transcript.updated,
            )
        )
    return entries


def _respond(
    request: HttpRequest, *, title: str, name: str, page: str, entries: Iterable[Entry]
) -> HttpResponse:
    """Write a feed; ``name`` ends its tag URI and ``page`` is the path of what it follows."""
    archive = _("Press Briefing Archive")
    absolute = request.build_absolute_uri
    feed = _Atom(
        title=_xml(f"{title} · {archive}"),
        link=absolute(page),
        description=None,
        feed_url=absolute(),
        feed_guid=tag(name),
        author_name=archive,
        language=get_language(),
    )
    for entry in entries:
        feed.add_item(
            title=_xml(entry.title),
            link=absolute(entry.address),
            description=_NOT_XML.sub("", entry.html).strip(),
            unique_id=tag(entry.name),
            author_name=_xml(entry.author) or None,
            pubdate=entry.published,
            updateddate=entry.updated,
        )
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response


def tag(name: str) -> str:
    """Return the tag URI of a thing of this archive; it outlives addresses."""
    return f"tag:{settings.TAG_AUTHORITY}:{name}"


def _xml(text: Any) -> str:
    """Return text in one line without what XML cannot hold."""
    return _NOT_XML.sub("", one_line(str(text)))
