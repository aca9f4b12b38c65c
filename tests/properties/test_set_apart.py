"""Names that a Word document sets apart, in bold or in a table's left cell, are labels."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document

from briefings.transcripts.extraction import extract
from tests.properties.holding import holds

SAID = (
    ("Jane Roe", "Good morning. The pier opens on Friday, and lorries may use it from Monday on."),
    ("Harbour Daily", "Is there a toll?"),
    ("Jane Roe", "There is none."),
    ("Nordby TV", "And for lorries?"),
    ("Jane Roe", "Ten crowns."),
)


def in_one_paragraph(document: Document) -> None:
    for label, words in SAID:
        paragraph = document.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(f" {words}")


def on_its_own_line(document: Document) -> None:
    for label, words in SAID:
        document.add_paragraph().add_run(label).bold = True
        document.add_paragraph(words)


def in_a_table(document: Document) -> None:
    table = document.add_table(0, 2)
    for row in SAID:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


@pytest.mark.parametrize("write", [in_one_paragraph, on_its_own_line, in_a_table])
def test_names_set_apart_are_labels(write: Callable[[Document], None]) -> None:
    document = docx.Document()
    document.add_heading("Press conference on harbours", 0)
    write(document)
    out = io.BytesIO()
    document.save(out)
    found = holds(extract("a.docx", out.getvalue())).turns
    assert [(turn.label, " ".join(turn.paragraphs)) for turn in found] == list(SAID)
    assert [turn.speaker or turn.outlet for turn in found] == [label for label, _ in SAID]
