"""What a speaker speaks of: the words that set them apart from everybody else."""

from collections import Counter
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefings.exports.sheets import csv_response
from briefings.forms import parameters
from briefings.keyness import Distinctive, distinctive
from briefings.models import Kind, OldSlug, Speaker, Turn
from briefings.search import frequencies, said_words
from briefings.search.types import Facet, Request
from briefings.state import kept
from briefings.views.moving import same_page

# Words on the page; the CSV holds all.
MOST_WORDS = 100


@require_safe
def words(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a speaker's distinctive words, each with its passages."""
    person = Speaker.objects.filter(slug=slug).first()
    if person is None:
        return same_page(request, OldSlug.Target.SPEAKER, slug)
    found = distinctive_words(person)
    return render(
        request,
        "briefings/distinctive.html",
        {
            "section": "speakers",
            "speaker": person,
            "words": [(one, passages(person, one.word)) for one in found[:MOST_WORDS]],
            "total": len(found),
        },
    )


@require_safe
def words_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send a speaker's distinctive words."""
    person = Speaker.objects.filter(slug=slug).first()
    if person is None:
        return same_page(request, OldSlug.Target.SPEAKER, slug)
    header = ("word", "said", "by the rest", "per 10,000", "rest per 10,000", "log-likelihood")
    rows = (
        (
            one.word,
            one.said,
            one.rest,
            round(one.said_rate, 3),
            round(one.rest_rate, 3),
            round(one.log_likelihood, 2),
        )
        for one in distinctive_words(person)
    )
    return csv_response(header, rows, "distinctive-words.csv")


def distinctive_words(person: Speaker) -> list[Distinctive]:
    """Return what the person says more often than all other turns of the archive do.

    Counting somebody's 600,000 words takes a second, so it is done once for a state of the archive.
    """
    return kept(f"distinctive {person.pk}", lambda: _counted(person))


def _counted(person: Speaker) -> list[Distinctive]:
    spoken = Turn.objects.canonical().filter(speaker=person).exclude(kind=Kind.HANDOFF)
    said = count(spoken.values_list("text", flat=True).iterator())
    everybody, all_words = frequencies(said)
    rest = {word: max(0, everybody.get(word, 0) - number) for word, number in said.items()}
    total = said.total()
    return distinctive(said, total, rest, max(0, all_words - total))


def count(texts: Iterable[str]) -> Counter[str]:
    """Count the words of texts as search cuts them."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(said_words(text))
    return counted


def passages(person: Speaker, word: str) -> str:
    """Return the parameters of the search for what the person says with this word."""
    return parameters(Request(query=f'"{word}"', own=True, selected={Facet.SPEAKER: (person.pk,)}))
