"""What the rows of a table are: data, or names beside what each said."""

import re
from collections.abc import Sequence

# A data table's cells share a line ("2021<tab>5.2"); a cell of running text has its own.
MAX_CELL = 60
CUE_CELL = re.compile(r"(Q|A|[^\n]{1,60}[:：])\s*")


def is_dialogue(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a table sets names on the left of what each said, by its cells' texts."""
    pairs = [row for row in rows if len(row) == 2]
    return (
        len(pairs) > len(rows) / 2
        and all(len(left) <= MAX_CELL and not left.isdigit() for left, _ in pairs)
        and any(len(right) > MAX_CELL for _, right in pairs)
    )
