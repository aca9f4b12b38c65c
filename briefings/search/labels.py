"""The names of facets' values."""

from collections.abc import Iterable, Mapping

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from briefings.models import Kind, Outlet, Series, Speaker
from briefings.search.rows import column_by_key
from briefings.search.types import Facet

_MODELS = {Facet.SPEAKER: Speaker, Facet.OUTLET: Outlet, Facet.SERIES: Series}


def labels(facet: Facet, values: Iterable[int | str]) -> Mapping[int | str, str]:
    """Return the names of a facet's values; one without a name (a deleted row) has its value."""
    names: dict[int | str, str] = {value: str(value) for value in values}
    if facet in _MODELS:
        ids = [int(value) for value in names if _is_id(value)]
        names.update(column_by_key(_MODELS[facet], "name", ids).items())
    elif facet is Facet.KIND:
        names.update({kind.value: str(kind.label) for kind in Kind if kind.value in names})
    elif facet is Facet.LANGUAGE:
        names.update({value: _language(str(value)) for value in names})
    return names


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


def _is_id(value: int | str) -> bool:
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
