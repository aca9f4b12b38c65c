"""Pages of long lists: which page is asked for, and no input that fails."""

from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

PAGE_SIZE = 20

Row = TypeVar("Row", bound=Model)


def page_of(request: HttpRequest, rows: QuerySet[Row], size: int = PAGE_SIZE) -> Page[Row]:
    """Return the page of ``rows`` that ``?page=`` asks for, the nearest where it is nonsense."""
    return Paginator(rows, size).get_page(request.GET.get("page"))
