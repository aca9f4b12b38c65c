"""The names of facets' values."""

from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from typing import Any

from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from briefings.models import Kind, Outlet, Series, Speaker
from briefings.search.rows import columns_by_key
from briefings.search.types import Facet

_MODELS = {Facet.SPEAKER: Speaker, Facet.OUTLET: Outlet, Facet.SERIES: Series}
MOST_ID = 2**63 - 1

Names = Mapping[int | str, str]


def labels(facet: Facet, values: Collection[int | str]) -> Names:
    """Return the names of a facet's values; one without a name (a deleted row) has its value."""
    return labels_of({facet: values})[facet]


def labels_of(facets: Mapping[Facet, Collection[int | str]]) -> dict[Facet, Names]:
    """Return the names of several facets' values, asking the database once."""
    named = [facet for facet in facets if facet in _MODELS]
    rows = columns_by_key(*((_MODELS[facet], "name", _ids(facets[facet])) for facet in named))
    known: dict[Facet, Mapping[Any, str]] = dict(zip(named, rows, strict=True))
    if Facet.KIND in facets:
        known[Facet.KIND] = _kinds(get_language())
    if Facet.LANGUAGE in facets:
        interface = get_language()
        known[Facet.LANGUAGE] = {
            tag: _language(str(tag), interface) for tag in facets[Facet.LANGUAGE]
        }
    found: dict[Facet, Names] = {}
    for facet, values in facets.items():
        name = known.get(facet, {}).get
        found[facet] = {value: name(value) or str(value) for value in values}
    return found


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


def _ids(values: Collection[int | str]) -> list[int]:
    """Return the values that can be primary keys (SQLite and PostgreSQL hold 64 bits)."""
    return [value for value in values if isinstance(value, int) and -MOST_ID <= value <= MOST_ID]


@lru_cache(maxsize=256)
def _language(tag: str, _interface: str | None) -> str:
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
