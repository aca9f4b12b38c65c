"""What the first page of the editors' desk needs: what waits for an editor."""

from typing import Any, NamedTuple

from django import template
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import ngettext_lazy

from briefings.models import Briefing, Outlet, Proposal, Speaker

register = template.Library()


class Waiting(NamedTuple):
    """How many rows of a kind wait, in words, and the list of just these."""

    number: int
    text: str
    address: str


# The rows that wait, the list's parameters for just these, and what is said of their number.
KINDS: tuple[tuple[QuerySet[Any], str, Promise], ...] = (
    (
        Briefing.objects.filter(status=Briefing.Status.HELD),
        f"status__exact={Briefing.Status.HELD}",
        ngettext_lazy(
            "%(number)d briefing that readers do not see yet",
            "%(number)d briefings that readers do not see yet",
            "number",
        ),
    ),
    (
        Proposal.objects.all(),
        "",
        ngettext_lazy(
            "%(number)d pair of documents that may be one briefing",
            "%(number)d pairs of documents that may be one briefing",
            "number",
        ),
    ),
    (
        Speaker.objects.filter(confirmed=False),
        "confirmed__exact=0",
        ngettext_lazy(
            "%(number)d speaker whom no editor has confirmed",
            "%(number)d speakers whom no editor has confirmed",
            "number",
        ),
    ),
    (
        Outlet.objects.filter(confirmed=False),
        "confirmed__exact=0",
        ngettext_lazy(
            "%(number)d outlet that no editor has confirmed",
            "%(number)d outlets that no editor has confirmed",
            "number",
        ),
    ),
)


@register.simple_tag
def waiting(user: Any) -> list[Waiting]:
    """Return what waits for an editor, of the kinds of rows that ``user`` may see."""
    found = []
    for rows, parameters, text in KINDS:
        name = f"briefings_{rows.model._meta.model_name}"
        may = user.has_perm(f"briefings.view_{rows.model._meta.model_name}")
        if may and (number := rows.count()):
            address = f"{reverse(f'admin:{name}_changelist')}?{parameters}".rstrip("?")
            found.append(Waiting(number, str(text % {"number": number}), address))
    return found
