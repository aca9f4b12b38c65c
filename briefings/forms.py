"""What readers type and choose, made into clean values; nothing they send can fail."""

from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.dateparse import parse_date
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .search.types import Facet, Request, Sort

PAGE_SIZE = 20
# What the search box takes; a longer text is cut there, and the page says so.
QUERY_LENGTH = 500
NUMBERED = {
    Facet.SPEAKER: gettext_lazy("speaker"),
    Facet.OUTLET: gettext_lazy("outlet"),
    Facet.YEAR: gettext_lazy("year"),
    Facet.SERIES: gettext_lazy("series"),
}
BIGGEST_ID = 2**63 - 1
MOST_VALUES = 50
LAST_PAGE = 100_000


class WalkForm(forms.Form):
    """``?year=&month=`` of the walk through the archive; what is nonsense is left out."""

    year = forms.IntegerField(required=False, min_value=MINYEAR, max_value=MAXYEAR)
    month = forms.IntegerField(required=False, min_value=1, max_value=12)

    def is_walk(self) -> bool:
        """Return whether any part of a walk is asked for."""
        return any(name in self.data for name in ("year", "month", "page"))

    @property
    def year_asked(self) -> int | None:
        """The year, None where none or nonsense is given."""
        self.is_valid()
        return self.cleaned_data.get("year")

    @property
    def month_asked(self) -> int | None:
        """The month, None where none or nonsense is given, or where it has no year."""
        self.is_valid()
        return self.cleaned_data.get("month") if self.year_asked else None

    @property
    def first_day(self) -> date | None:
        """The first day of the month asked for, None where none is."""
        year, month = self.year_asked, self.month_asked
        return date(year, month, 1) if year and month else None

    def parameters(self) -> str:
        """Return the walk as URL parameters, for the links to its other pages."""
        chosen = {"year": self.year_asked, "month": self.month_asked}
        return urlencode({name: value for name, value in chosen.items() if value})


class SearchForm:
    """The parameters of a search page, read into a ``Request``; ``problems`` says what was not.

    Written by hand rather than as a Django form, because a bad value must not stop the others: the
    search goes on without it and the page says so in a sentence.
    """

    def __init__(self, data: QueryDict) -> None:
        self.data = data
        self.problems: list[str] = []

    def request(self, *, page_size: int = PAGE_SIZE) -> Request:
        """Return the search that the parameters ask for; never raises."""
        self.problems = []
        return Request(
            query=self._query(),
            selected={facet: values for facet in Facet if (values := self._values(facet))},
            after=self._day("after"),
            before=self._day("before"),
            sort=self._sort(),
            page=self._page(),
            page_size=page_size,
            own=self.data.get("own") == "1",
        )

    def _query(self) -> str:
        query = self.data.get("q", "").replace("\x00", "").strip()
        if len(query) > QUERY_LENGTH:
            self.problems.append(
                _("Only the first %(length)d characters of the search were used.")
                % {"length": QUERY_LENGTH}
            )
        return query[:QUERY_LENGTH]

    def _values(self, facet: Facet) -> tuple[int | str, ...]:
        values: list[int | str] = []
        for text in self.data.getlist(facet)[:MOST_VALUES]:
            if facet not in NUMBERED:
                values.append(text[:40].replace("\x00", ""))
            elif text.isascii() and text.isdigit() and int(text[:20]) <= BIGGEST_ID:
                values.append(int(text[:20]))
            elif text:
                self.problems.append(
                    _("“%(value)s” is no %(facet)s of this archive and was left out.")
                    % {"value": text[:40], "facet": NUMBERED[facet]}
                )
        return tuple(dict.fromkeys(value for value in values if value != ""))

    def _day(self, name: str) -> date | None:
        text = self.data.get(name, "").strip()
        if not text:
            return None
        try:
            day = parse_date(text)
        except ValueError:
            day = None
        if day is None:
            self.problems.append(
                _("“%(text)s” is not a date and was left out; write it like 2022-07-19.")
                % {"text": text[:40]}
            )
        return day

    def _sort(self) -> Sort:
        try:
            return Sort(self.data.get("sort", ""))
        except ValueError:
            return Sort.RELEVANCE

    def _page(self) -> int:
        text = self.data.get("page", "")
        number = int(text[:9]) if text.isascii() and text.isdigit() else 1
        return min(max(number, 1), LAST_PAGE)


def parameters(request: Request, *, page: int | None = None) -> str:
    """Return a search as URL parameters, the inverse of ``SearchForm.request``.

    The page is left out, so that a changed search begins at its first page, unless ``page`` is
    given.
    """
    pairs: list[tuple[str, Any]] = []
    if request.query:
        pairs.append(("q", request.query))
    pairs += [(facet.value, value) for facet, value in chosen(request)]
    if request.after:
        pairs.append(("after", request.after.isoformat()))
    if request.before:
        pairs.append(("before", request.before.isoformat()))
    if request.sort != Sort.RELEVANCE:
        pairs.append(("sort", request.sort.value))
    if request.own:
        pairs.append(("own", 1))
    if page is not None and page > 1:
        pairs.append(("page", page))
    return urlencode(pairs)


def chosen(request: Request) -> Iterable[tuple[Facet, int | str]]:
    """Yield the facet values of a search one by one."""
    for facet, values in request.selected.items():
        for value in values:
            yield facet, value
