"""The readable part of an address. Any script keeps its letters; one address leads to one page.

A Chinese title keeps its characters (``2022-07-19-工业和信息化发展``): browsers show them as they
are, and there is no romanisation that its readers would look for.
"""

from datetime import date

from django.db import models
from django.utils.text import slugify

from briefings.models import Briefing, OldSlug

# Titles of the State Council Information Office run to 130 characters; addresses longer than this
# are broken over lines by mail programs.
MAX_LENGTH = 90


def briefing_slug(day: date | None, title: str, own: int | None = None) -> str:
    """Return ``yyyy-mm-dd-title``, with ``undated`` where the day is not known."""
    dated = day.isoformat() if day else "undated"
    text = f"{dated} {slugify(title, allow_unicode=True) or 'briefing'}"
    return free_slug(Briefing, text, OldSlug.Target.BRIEFING, own)


def free_slug(
    model: type[models.Model], text: str, target: OldSlug.Target, own: int | None = None
) -> str:
    """Return the slug of ``text``, numbered where another row of ``model`` has it or had it.

    ``own`` is the row that asks: what it has, and what it had once, is its own to take.
    """
    base = _short(text) or target.value
    rows = model._default_manager.filter(slug__startswith=base).exclude(pk=own)
    past = OldSlug.objects.filter(target=target, slug__startswith=base)
    if own is not None:
        past = past.exclude(target_id=own)
    taken = {*rows.values_list("slug", flat=True), *past.values_list("slug", flat=True)}
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)


def _short(text: str) -> str:
    """Return ``text`` as a slug of at most ``MAX_LENGTH`` characters, cut between words."""
    slug = slugify(text, allow_unicode=True)
    if len(slug) <= MAX_LENGTH:
        return slug
    head, _, _ = slug[: MAX_LENGTH + 1].rpartition("-")
    return head if len(head) > MAX_LENGTH // 2 else slug[:MAX_LENGTH]
