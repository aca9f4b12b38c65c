"""What tests look at in an extracted document."""

from briefings.transcripts.types import Extracted


def texts(extracted: Extracted) -> list[str]:
    """Return the lines that are neither blank nor furniture."""
    furniture = {
        number
        for span in extracted.furniture
        for number in range(span.first_line, span.last_line + 1)
    }
    return [
        line.text for line in extracted.lines if line.text.strip() and line.number not in furniture
    ]


def furniture(extracted: Extracted) -> dict[str, list[str]]:
    """Return the lines of furniture by their reason."""
    found: dict[str, list[str]] = {}
    for span in extracted.furniture:
        lines = extracted.lines[span.first_line - 1 : span.last_line]
        found.setdefault(span.reason, []).extend(line.text for line in lines if line.text.strip())
    return found
