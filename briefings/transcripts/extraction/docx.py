"""DOCX → lines: paragraphs and tables in order, page headers and footers as furniture."""

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from briefings.transcripts.extraction.limits import (
    MAX_DOCX_TEXT_BYTES,
    MAX_PACKING_RATIO,
    MAX_UNPACKED_BYTES,
)
from briefings.transcripts.extraction.plain import is_blank, number_lines
from briefings.transcripts.extraction.sniffing import DOCX
from briefings.transcripts.extraction.spans import Assembly, leads_of
from briefings.transcripts.extraction.tables import CUE_CELL, MAX_CELL, is_dialogue
from briefings.transcripts.types import Extracted, ExtractionError

# XML packs about ten times smaller.
RATIO_FROM_BYTES = 1024 * 1024
ENCRYPTED = 0x1
# Built-in styles keep their English names in the file, in whatever language Word runs.
HEADING = re.compile(r"heading|title", re.IGNORECASE)

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _RUN = qn("w:t"), qn("w:r")
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "\u2011"}
# What tracked changes took out, the second rendering of a text box, what is no text of the page.
_SKIPPED = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:instrText"),
    qn("w:pPr"),
    qn("w:rPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_STRUCK = qn("w:strike")


def read_docx(name: str, data: bytes) -> Extracted:
    """Return a Word document's text as lines."""
    _look_over(name, data)
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        properties = document.core_properties
        metadata = {"title": properties.title or "", "author": properties.author or ""}
        if properties.language:
            metadata["language"] = properties.language
        heads, feet = _running(document)
        styles = {style.style_id for style in document.styles if HEADING.match(style.name or "")}
        bold = {style.style_id for style in document.styles if _is_bold_style(style)}
        pieces = [(found, found.style in styles) for found in _Walk(bold).paragraphs(body)]
    except (
        OpcError,
        etree.LxmlError,
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
    ) as error:
        # python-docx lets through whatever a missing or malformed part happens to raise.
        raise ExtractionError(
            f"{name} is a damaged Word document and cannot be read.", "broken"
        ) from error
    if all(is_blank(found.text) for found, _ in pieces):
        raise ExtractionError(
            f"The Word document {name} holds no text; a scanned page in it is a picture.",
            "scanned",
        )
    assembly = Assembly()
    for text in heads:
        assembly.add(text, "page header")
    for found, heading in pieces:
        assembly.add(found.text, heading=heading, leads=found.leads)
    for text in feet:
        assembly.add(text, "page footer")
    return Extracted(
        name=name,
        media_type=DOCX,
        lines=number_lines(name, assembly.text),
        metadata={key: value.strip() for key, value in metadata.items() if value.strip()},
        furniture=assembly.furniture,
        headings=frozenset(assembly.headings),
        emphasised=frozenset(assembly.emphasised),
        leads=assembly.leads,
    )


def _look_over(name: str, data: bytes) -> None:
    """Refuse a package that unpacks to more than a document holds, before it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        infos = package.infolist()
    text = sum(info.file_size for info in infos if info.filename.endswith((".xml", ".rels")))
    bomb = any(
        info.file_size > RATIO_FROM_BYTES
        and info.file_size > MAX_PACKING_RATIO * max(1, info.compress_size)
        for info in infos
    )
    whole = sum(info.file_size for info in infos)
    if bomb or text > MAX_DOCX_TEXT_BYTES or whole > MAX_UNPACKED_BYTES:
        raise ExtractionError(
            f"The Word document {name} is too large when unpacked; up to "
            f"{MAX_DOCX_TEXT_BYTES // 2**20} MB of text are read.",
            "unpacked-too-large",
        )
    if any(info.flag_bits & ENCRYPTED for info in infos):
        raise ExtractionError(
            f"{name} is protected by a password; save it without one and send it again.",
            "password-protected",
        )


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph's or table row's text, the id of its style, what opens its lines in bold."""

    text: str
    style: str | None = None
    leads: tuple[str, ...] = ()


class _Walk:
    """The walk over a document's tree; ``bold`` are the ids of the styles that are.

    python-docx's own ``paragraphs`` leaves out content controls, tracked insertions and text boxes;
    the tree is walked instead. (Its parser lets XML nest 256 deep, so recursion is bounded.)
    """

    def __init__(self, bold: Collection[str] = ()) -> None:
        self.bold = bold

    def paragraphs(self, element: Any) -> Iterator[_Paragraph]:
        """Yield paragraphs and table rows in order."""
        for child in element:
            if child.tag == _PARAGRAPH:
                boxes: list[Any] = []
                pieces = list(self.pieces(child, boxes, child.style in self.bold))
                text = "".join(piece for piece, _ in pieces)
                yield _Paragraph(text, child.style, leads_of(pieces))
                for box in boxes:
                    yield from self.paragraphs(box)
            elif child.tag == _TABLE:
                yield from self.table(child)
            elif child.tag not in _SKIPPED:
                yield from self.paragraphs(child)

    def table(self, table: Any) -> Iterator[_Paragraph]:
        """Yield a table's rows; where it sets names beside what each said, they are set apart."""
        rows = [
            [
                [found for found in self.paragraphs(cell) if not is_blank(found.text)]
                for cell in row.iter(_CELL)
                if next(cell.iterancestors(_ROW)) is row
            ]
            for row in table.iter(_ROW)
            if next(row.iterancestors(_TABLE)) is table
        ]
        dialogue = is_dialogue(
            [[" ".join(found.text.strip() for found in cell) for cell in row] for row in rows]
        )
        for row in rows:
            yield from _row([cell for cell in row if cell], dialogue)

    def pieces(self, element: Any, boxes: list[Any], bold: bool) -> Iterator[tuple[str, bool]]:
        """Yield a paragraph's text and whether it is bold; text boxes in it go into ``boxes``."""
        for child in element:
            if child.tag == _TEXT:
                yield child.text or "", bold
            elif child.tag in _BREAKS:
                yield _BREAKS[child.tag], bold
            elif child.tag == qn("w:txbxContent"):
                boxes.append(child)
            elif child.tag == _RUN:
                in_bold = self.is_bold(child, bold)
                if _is_struck(child):
                    struck = "".join(text for text, _ in self.pieces(child, boxes, in_bold))
                    yield f"~~{struck}~~" if struck.strip() else struck, in_bold
                else:
                    yield from self.pieces(child, boxes, in_bold)
            elif child.tag not in _SKIPPED:
                yield from self.pieces(child, boxes, bold)

    def is_bold(self, run: Any, bold: bool) -> bool:
        """Return whether a run is bold: by itself, by its style, else as its paragraph is."""
        properties = run.find(qn("w:rPr"))
        if properties is None:
            return bold
        own, style = properties.find(qn("w:b")), properties.find(qn("w:rStyle"))
        if own is not None:
            return _is_on(own)
        return bold or (style is not None and style.get(qn("w:val")) in self.bold)


def _row(cells: list[list[_Paragraph]], dialogue: bool) -> Iterator[_Paragraph]:
    """Yield a row: a row of data, or a label and its text, on one line; else a line a paragraph."""
    single = len(cells) > 1 and all(len(cell) == 1 and "\n" not in cell[0].text for cell in cells)
    short = all(
        len(cell[0].text) <= MAX_CELL and cell[0].text.rstrip()[-1] not in ":：" for cell in cells
    )
    first = cells[0][0].text.strip() if cells else ""
    if single and short and not dialogue:
        yield _Paragraph("\t".join(cell[0].text for cell in cells))
    elif len(cells) == 2 and len(cells[0]) == 1 and CUE_CELL.fullmatch(first):
        yield _Paragraph(f"{first}\t{cells[1][0].text}", None, (first,))
        yield from cells[1][1:]
    else:
        apart = dialogue and len(cells) == 2 and len(cells[0]) == 1
        for number, cell in enumerate(cells):
            yield from (
                (replace(found, leads=(first,)) for found in cell) if apart and not number else cell
            )


def _is_bold_style(style: Any) -> bool:
    return bool(getattr(style, "font", None) is not None and style.font.bold)


def _is_on(mark: Any) -> bool:
    return mark.get(qn("w:val"), "true") not in ("0", "false", "none", "off")


def _is_struck(run: Any) -> bool:
    struck = run.find(f"{qn('w:rPr')}/{_STRUCK}")
    return struck is not None and _is_on(struck)


def _running(document: Any) -> tuple[list[str], list[str]]:
    """Return the lines of all sections' page headers and footers, each once."""
    heads: dict[str, None] = {}
    feet: dict[str, None] = {}
    for section in document.sections:
        for part, into in (
            (section.header, heads),
            (section.first_page_header, heads),
            (section.footer, feet),
            (section.first_page_footer, feet),
        ):
            if not part.is_linked_to_previous:
                for found in _Walk().paragraphs(part._element):
                    if not is_blank(found.text):
                        into[found.text] = None
    return list(heads), list(feet)
