"""CSV: every cell comes back as it was, but for what a spreadsheet would run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.exports.sheets import guarded, rows_as_csv

CELLS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=5))
def test_every_cell_is_read_back(rows: list[list[str]]) -> None:
    text = "".join(rows_as_csv(["a", "b"], rows))
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read == [["a", "b"], *([guarded(cell) for cell in row] for row in rows)]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1"]
)
def test_a_formula_is_made_text(cell: str) -> None:
    assert guarded(cell) == "'" + cell


def test_numbers_and_words_stay() -> None:
    assert guarded(-5) == -5
    assert guarded("5G base stations") == "5G base stations"
    assert guarded(None) == ""
