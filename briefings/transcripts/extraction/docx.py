"""DOCX → lines: paragraphs and tables in order, page headers and footers as furniture."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
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
from briefings.transcripts.extraction.spans import Assembly
from briefings.transcripts.types import Extracted, ExtractionError

# XML packs about ten times smaller.
RATIO_FROM_BYTES = 1024 * 1024
ENCRYPTED = 0x1
MAX_CELL = 60
# Built-in styles keep their English names in the file, in whatever language Word runs.
HEADING = re.compile(r"heading|title", re.IGNORECASE)
CUE_CELL = re.compile(r"(Q|A|[^\n]{1,60}[:：])\s*")

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT = qn("w:t")
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
        pieces = [(text, style in styles) for text, style in _paragraphs(body)]
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
    if all(is_blank(text) for text, _ in pieces):
        raise ExtractionError(
            f"The Word document {name} holds no text; a scanned page in it is a picture.",
            "scanned",
        )
    assembly = Assembly()
    for text in heads:
        assembly.add(text, "page header")
    for text, heading in pieces:
        assembly.add(text, heading=heading)
    for text in feet:
        assembly.add(text, "page footer")
    return Extracted(
        name=name,
        media_type=DOCX,
        lines=number_lines(name, assembly.text),
        metadata={key: value.strip() for key, value in metadata.items() if value.strip()},
        furniture=assembly.furniture,
        headings=frozenset(assembly.headings),
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


def _paragraphs(element: Any) -> Iterator[tuple[str, str | None]]:
    """Yield each paragraph's and table row's text and the id of its style, in order.

    python-docx's own ``paragraphs`` leaves out content controls, tracked insertions and text boxes;
    the tree is walked instead. (Its parser lets XML nest 256 deep, so recursion is bounded.)
    """
    for child in element:
        if child.tag == _PARAGRAPH:
            boxes: list[Any] = []
            yield _text(child, boxes), child.style
            for box in boxes:
                yield from _paragraphs(box)
        elif child.tag == _TABLE:
            for row in child.iter(_ROW):
                if next(row.iterancestors(_TABLE)) is child:
                    yield from _row(row)
        elif child.tag not in _SKIPPED:
            yield from _paragraphs(child)


def _row(row: Any) -> Iterator[tuple[str, None]]:
    """Yield a row: a row of data, or a label and its text, on one line; else a line a paragraph."""
    cells = [
        [text for text, _ in _paragraphs(cell) if not is_blank(text)]
        for cell in row.iter(_CELL)
        if next(cell.iterancestors(_ROW)) is row
    ]
    cells = [cell for cell in cells if cell]
    first = cells[0][0] if cells else ""
    single = len(cells) > 1 and all(len(cell) == 1 and "\n" not in cell[0] for cell in cells)
    data = single and all(len(c[0]) <= MAX_CELL and c[0].rstrip()[-1] not in ":：" for c in cells)
    cue = len(cells) == 2 and len(cells[0]) == 1 and CUE_CELL.fullmatch(first)
    if data:
        yield "\t".join(cell[0] for cell in cells), None
    elif cue:
        yield f"{first}\t{cells[1][0]}", None
        yield from ((text, None) for text in cells[1][1:])
    else:
        yield from ((text, None) for cell in cells for text in cell)


def _text(element: Any, boxes: list[Any]) -> str:
    """Return a paragraph's text; text boxes anchored in it are put aside into ``boxes``."""
    parts: list[str] = []
    for child in element:
        if child.tag == _TEXT:
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif child.tag == qn("w:txbxContent"):
            boxes.append(child)
        elif child.tag == qn("w:r") and _is_struck(child):
            struck = _text(child, boxes)
            parts.append(f"~~{struck}~~" if struck.strip() else struck)
        elif child.tag not in _SKIPPED:
            parts.append(_text(child, boxes))
    return "".join(parts)


def _is_struck(run: Any) -> bool:
    struck = run.find(f"{qn('w:rPr')}/{_STRUCK}")
    return struck is not None and struck.get(qn("w:val"), "true") not in ("0", "false", "none")


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
                for text, _ in _paragraphs(part._element):
                    if not is_blank(text):
                        into[text] = None
    return list(heads), list(feet)
