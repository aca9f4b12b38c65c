"""What the search page needs to write a search as an address."""

from django import template
from django.utils.http import urlencode

from briefings import forms
from briefings.search.types import Hit, Passage, Request

register = template.Library()


@register.filter
def parameters(request: Request) -> str:
    """Return a search as URL parameters."""
    return forms.parameters(request)


@register.simple_tag
def hit_parameters(request: Request, hit: Hit | None = None, passage: Passage | None = None) -> str:
    """Return the ``?q=&p=`` with which a hit's permalink leads to its words, marked."""
    shown = passage or (hit.passages[0] if hit and hit.passages else None)
    pairs: list[tuple[str, str | int]] = []
    if request.query:
        pairs.append(("q", request.query))
        if shown is not None:
            pairs.append(("p", shown.paragraph))
    return f"?{urlencode(pairs)}" if pairs else ""
