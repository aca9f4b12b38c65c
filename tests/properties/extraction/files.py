"""The invented briefing as the files of office programs; their libraries take long to load."""

import io
from collections.abc import Sequence
from functools import cache
from html import escape

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from tests.transcripts.extraction.documents import PARAGRAPHS


def as_docx(paragraphs: Sequence[str] = PARAGRAPHS, *, header: str = "Press office") -> bytes:
    """Return a Word document with a page header."""
    return _docx(tuple(paragraphs), header)


@cache
def _docx(paragraphs: tuple[str, ...], header: str) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = header
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(
    paragraphs: Sequence[str] = PARAGRAPHS, *, columns: int = 1, font: str = "Times-Roman"
) -> bytes:
    """Return a PDF with a running head and page numbers, set in columns."""
    return _pdf(tuple(paragraphs), columns, font)


@cache
def _pdf(paragraphs: tuple[str, ...], columns: int, font: str) -> bytes:
    style = ParagraphStyle("body", fontName=font, fontSize=11, leading=13.5, spaceAfter=7)
    if font.startswith("ST"):
        style = ParagraphStyle("chinese", parent=style, wordWrap="CJK", firstLineIndent=22)

    def furnish(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(2 * cm, 28.4 * cm, "Ministry of Harbours - Press office")
        canvas.drawCentredString(10.5 * cm, 1.2 * cm, f"Page {document.page}")

    width = (17 * cm - (columns - 1) * cm) / columns
    frames = [
        Frame(2 * cm + n * (width + cm), 2 * cm, width, 25 * cm, leftPadding=0, rightPadding=0)
        for n in range(columns)
    ]
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=furnish)])
    document.build([Paragraph(escape(text), style) for text in paragraphs])
    return out.getvalue()
