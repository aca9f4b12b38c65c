"""Tables as CSV, sent row by row."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import StreamingHttpResponse

# Spreadsheets run a cell that begins so as a formula (OWASP, "CSV injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, value: str) -> str:
        return value


def rows_as_csv(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """Yield the CSV (RFC 4180, UTF-8 when encoded) of ``header`` and ``rows``, a line at a time.

    Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers do not.
    """
    writer = csv.writer(_Echo())
    yield writer.writerow([guarded(cell) for cell in header])
    for row in rows:
        yield writer.writerow([guarded(cell) for cell in row])


def guarded(cell: Any) -> Any:
    """Return ``cell`` so that no spreadsheet runs it; None becomes empty."""
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.lstrip(" \n").startswith(FORMULA_STARTS):
        return "'" + cell
    return cell


def csv_response(
    header: Iterable[str], rows: Iterable[Iterable[Any]], name: str
) -> StreamingHttpResponse:
    """Send a table as CSV, row by row; ``name`` is a file name of the software's own making."""
    response = StreamingHttpResponse(
        rows_as_csv(header, rows), content_type="text/csv; charset=utf-8; header=present"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
