"""Bytes of one document → numbered lines of text. One file a format; the content tells which."""

from collections.abc import Iterator

from briefings.transcripts.extraction.encodings import decode
from briefings.transcripts.extraction.limits import MAX_DOCUMENT_BYTES
from briefings.transcripts.extraction.markdown import front_matter
from briefings.transcripts.extraction.plain import is_blank, number_lines
from briefings.transcripts.types import Extracted, ExtractionError, Furniture

__all__ = ["extract", "unpack"]


def extract(name: str, data: bytes) -> Extracted:
    """Return the text of one document; ``name`` only names it in messages."""
    if len(data) > MAX_DOCUMENT_BYTES:
        raise ExtractionError(
            f"{name} has {len(data) / 2**20:.1f} MB; "
            f"documents over {MAX_DOCUMENT_BYTES / 2**20:.0f} MB are not read.",
            "too-large",
        )
    if not data.strip():
        raise ExtractionError(f"{name} is empty.", "empty")
    text, encoding, issues = decode(name, data)
    if is_blank(text):
        raise ExtractionError(f"{name} holds no text.", "empty")
    lines = number_lines(name, text)
    metadata, last, problems = front_matter(lines)
    return Extracted(
        name=name,
        media_type="text/markdown" if last else "text/plain",
        lines=lines,
        encoding=encoding,
        metadata=metadata,
        issues=(*issues, *problems),
        furniture=(Furniture(1, last, "front matter"),) if last else (),
    )


def unpack(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the documents of an archive, or the document itself."""
    yield name, data
