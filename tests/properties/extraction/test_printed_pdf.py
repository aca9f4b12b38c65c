"""A PDF of numbered lines comes out as the briefing that was printed."""

import io

import pytest
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from briefings.transcripts.extraction import extract
from tests.transcripts.extraction.documents import PARAGRAPHS
from tests.transcripts.extraction.reading import texts
from tests.transcripts.extraction.test_printed_text import PAGE, wrapped


@pytest.mark.parametrize("order", ["rows", "columns", "one run"])
def test_the_numbers_of_a_pdfs_lines_go(order: str) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=LETTER)
    lines = wrapped(52)
    for start in range(0, len(lines), PAGE):
        canvas.setFont("Courier", 12)
        rows = list(enumerate(lines[start : start + PAGE], 1))
        if order == "columns":
            for number, _ in rows:
                canvas.drawRightString(90, 740 - 26 * number, str(number))
        for number, line in rows:
            if order == "one run":
                canvas.drawString(75, 740 - 26 * number, f"{number:>2}   {line}")
                continue
            if order == "rows":
                canvas.drawRightString(90, 740 - 26 * number, str(number))
            indent = len(line) - len(line.lstrip())
            canvas.drawString(110 + 7.2 * indent, 740 - 26 * number, line.strip())
        canvas.showPage()
    canvas.save()
    assert texts(extract("hearing.pdf", out.getvalue())) == list(PARAGRAPHS)
