"""The names of facets' values."""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, TypeGuard

from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from briefings.models import Kind, Outlet, Series, Speaker
from briefings.search.rows import columns_by_key
from briefings.search.types import Facet

_MODELS = {Facet.SPEAKER: Speaker, Facet.OUTLET: Outlet, Facet.SERIES: Series}


Names = Mapping[int | str, str]


def labels(facet: Facet, values: Collection[int | str]) -> Names:
    """Return the names of a facet's values; one without a name (a deleted row) has its value."""
    return labels_of({facet: values})[facet]


def labels_of(facets: Mapping[Facet, Collection[int | str]]) -> dict[Facet, Names]:
    """Return the names of several facets' values, asking the database once."""
    named = [facet for facet in facets if facet in _MODELS]
    rows = columns_by_key(
        *((_MODELS[facet], "name", list(filter(_is_id, facets[facet]))) for facet in named)
    )
    known: dict[Facet, Mapping[Any, str]] = dict(zip(named, rows, strict=True))
    if Facet.KIND in facets:
        known[Facet.KIND] = _kinds(get_language())
    if Facet.LANGUAGE in facets:
        known[Facet.LANGUAGE] = {tag: _language(str(tag)) for tag in facets[Facet.LANGUAGE]}
    return {
        facet: {value: known.get(facet, {}).get(value) or str(value) for value in values}
        for facet, values in facets.items()
    }


@cache
def _kinds(_interface: str | None) -> dict[str, str]:
    """Return the kinds' names in the interface's language, which is active."""
    return {kind.value: str(kind.label) for kind in Kind}


def title(facet: Facet) -> str:
    """Return a facet's name in words."""
    titles = {
        Facet.SPEAKER: _("speaker"),
        Facet.OUTLET: _("outlet"),
        Facet.YEAR: _("year"),
        Facet.KIND: _("kind"),
        Facet.LANGUAGE: _("language"),
        Facet.SERIES: _("series"),
    }
    return titles[facet]


def entitled(title: str, value: str) -> str:
    """Return a filter's name and its value: "speaker: Ada Lin"."""
    return _("%(title)s: %(value)s") % {"title": title, "value": value}


def _is_id(value: int | str) -> TypeGuard[int]:
    """Say whether a value can be a primary key (SQLite and PostgreSQL hold 64 bits)."""
    return isinstance(value, int) and abs(value) < 2**63


def _language(tag: str) -> str:
    """Return a language's name: "English"; "Chinese + English" for "zh+en"."""
    names = []
    for part in tag.split("+"):
        try:
            names.append(
                str(get_language_info({"zh": "zh-hans"}.get(part, part))["name_translated"])
            )
        except KeyError:
            names.append(part)
    return " + ".join(names)
