"""Bytes of one document → numbered lines of text. One file a format; the content tells which."""

from briefings.transcripts.extraction.archives import unpack
from briefings.transcripts.extraction.encodings import decode
from briefings.transcripts.extraction.html import looks_like_html, read_html, refuse_error_title
from briefings.transcripts.extraction.limits import MAX_DOCUMENT_BYTES
from briefings.transcripts.extraction.mhtml import page_of
from briefings.transcripts.extraction.plain import is_blank, read_text
from briefings.transcripts.extraction.sniffing import DOCX, MHTML, PDF, ZIP, refuse_data, sniff
from briefings.transcripts.extraction.subtitles import are_subtitles, read_subtitles
from briefings.transcripts.types import Extracted, ExtractionError

__all__ = ["extract", "unpack"]

# "404 page not found" is all that some servers answer; a briefing is longer.
MAX_ERROR_TEXT = 300


def extract(name: str, data: bytes) -> Extracted:
    """Return the text of one document as numbered lines.

    ``name`` only names the document in messages; the content tells the format. Raises
    ``ExtractionError``, and nothing else, where the text cannot be had; docs/formats.md lists the
    codes. An archive is no document: see ``unpack``.
    """
    if len(data) > MAX_DOCUMENT_BYTES:
        raise ExtractionError(
            f"{name} has {len(data) / 2**20:.1f} MB; "
            f"documents over {MAX_DOCUMENT_BYTES / 2**20:.0f} MB are not read.",
            "too-large",
        )
    if not data.strip():
        raise ExtractionError(f"{name} is empty.", "empty")
    media_type = sniff(name, data)
    # The libraries of these two take longer to load than a briefing to read, and few need them.
    if media_type == PDF:
        from briefings.transcripts.extraction.pdf import read_pdf

        return read_pdf(name, data)
    if media_type == DOCX:
        from briefings.transcripts.extraction.docx import read_docx

        return read_docx(name, data)
    if media_type == ZIP:
        raise ExtractionError(f"{name} is an archive; unpack it first.", "archive")
    if media_type == MHTML:
        return read_html(name, page_of(name, data))
    text, encoding, issues = decode(name, data)
    if is_blank(text):
        raise ExtractionError(f"{name} holds no text.", "empty")
    if are_subtitles(text):
        return read_subtitles(name, text, encoding, issues)
    if looks_like_html(text):
        return read_html(name, data)
    refuse_data(name, text)
    if len(text) < MAX_ERROR_TEXT:
        refuse_error_title(name, text.strip().splitlines()[0])
    return read_text(name, text, encoding, issues)
