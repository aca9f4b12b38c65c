"""PDF with a text layer → lines."""

from briefings.transcripts.types import Extracted, ExtractionError


def read_pdf(name: str, data: bytes) -> Extracted:
    raise ExtractionError(f"{name} is a PDF.", "unsupported-format")
