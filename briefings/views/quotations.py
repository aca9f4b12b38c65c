"""Quote check: what was really said, beside a sentence that somebody pastes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from briefings.forms import QUERY_LENGTH
from briefings.models import Turn
from briefings.quotations import Passage, Piece, passage, pieces
from briefings.search import closest
from briefings.search.types import Change, Quotation

# Characters of a quotation. It stands in the address, where a Chinese character takes nine bytes,
# and gunicorn takes addresses of 8,190 bytes (archive/gunicorn.py).
QUOTE_LENGTH = 800
# From which likeness on the words are called so; the percentage stands beside them.
LIKENESSES: Sequence[tuple[float, Promise]] = (
    (0.9, _("Nearly word for word")),
    (0.75, _("Much the same words")),
    (0.0, _("Partly the same words")),
)


@dataclass(frozen=True, slots=True)
class Found:
    """One of the closest passages; ``same`` when it has the quotation's words and no others.

    ``canonical`` is the turn that says it in the canonical transcript, where ``turn`` is of another
    version; ``percent`` is never rounded up to 100 where something differs.
    """

    turn: Turn
    paragraph: int
    same: bool
    likeness: str | Promise
    percent: int
    pieces: tuple[Piece, ...]
    passage: Passage
    canonical: Turn | None


@require_safe
def quote(request: HttpRequest) -> HttpResponse:
    """Show the passages closest to ``?q=``, in any version of any briefing."""
    pasted = request.GET.get("q", "").replace("\x00", "").strip()
    text = pasted[:QUOTE_LENGTH]
    found = list(_found(closest(text)))
    return render(
        request,
        "briefings/quote.html",
        {
            "text": text,
            "cut": len(pasted) > len(text),
            "has_words": any(character.isalnum() for character in text),
            "length": QUOTE_LENGTH,
            "query": text[:QUERY_LENGTH],
            "found": found,
            "said": bool(found) and found[0].same,
        },
    )


def _found(quotations: Sequence[Quotation]) -> Iterator[Found]:
    """Yield the passages with their turns, from one query."""
    wanted = [pk for one in quotations for pk in (one.turn_id, one.canonical_id) if pk]
    turns = Turn.objects.with_place().in_bulk(wanted)
    for one in quotations:
        # A turn may have gone since the index was asked: its document was read again.
        if (turn := turns.get(one.turn_id)) is None or one.paragraph > len(turn.paragraphs):
            continue
        paragraph = turn.paragraphs[one.paragraph - 1]
        same = _is_same(one)
        yield Found(
            turn=turn,
            paragraph=one.paragraph,
            same=same,
            likeness=_("Word for word") if same else _in_words(one.likeness),
            percent=100 if same else min(99, round(100 * one.likeness)),
            pieces=pieces(one, paragraph),
            passage=passage(one, paragraph),
            canonical=turns.get(one.canonical_id) if one.canonical_id else None,
        )


def _is_same(quotation: Quotation) -> bool:
    return all(stretch.change is Change.SAME for stretch in quotation.stretches)


def _in_words(likeness: float) -> Promise:
    return next(words for least, words in LIKENESSES if likeness >= least)
