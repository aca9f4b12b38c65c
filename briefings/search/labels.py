"""The names of facets' values."""

from collections.abc import Iterable, Mapping
from typing import TypeGuard

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from briefings.models import Kind, Outlet, Series, Speaker
from briefings.search.rows import columns_by_key
from briefings.search.types import Facet

_MODELS = {Facet.SPEAKER: Speaker, Facet.OUTLET: Outlet, Facet.SERIES: Series}


Names = Mapping[int | str, str]


def labels(facet: Facet, values: Iterable[int | str]) -> Names:
    """Return the names of a facet's values; one without a name (a deleted row) has its value."""
    return labels_of({facet: values})[facet]


def labels_of(facets: Mapping[Facet, Iterable[int | str]]) -> dict[Facet, Names]:
    """Return the names of several facets' values, asking the database once."""
    names: dict[Facet, dict[int | str, str]] = {
        facet: {value: str(value) for value in values} for facet, values in facets.items()
    }
    named = [facet for facet in names if facet in _MODELS]
    rows = columns_by_key(
        *((_MODELS[facet], "name", list(filter(_is_id, names[facet]))) for facet in named)
    )
    for facet, found in zip(named, rows, strict=True):
        names[facet].update(found.items())
    if kinds := names.get(Facet.KIND):
        kinds.update({kind.value: str(kind.label) for kind in Kind if kind.value in kinds})
    if languages := names.get(Facet.LANGUAGE):
        languages.update({value: _language(str(value)) for value in languages})
    return dict(names)


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
