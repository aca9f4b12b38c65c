"""Text → numbered lines, kept as they are: joining wrapped lines is the parser's work."""

import re

from briefings.transcripts.extraction.limits import MAX_LINE_CHARACTERS, MAX_LINES
from briefings.transcripts.types import ExtractionError, Line

# Line ends of Windows, Unix and old Macs, also mixed in one file; the separators of Unicode (Word
# writes U+2028 for a soft break); vertical tab and form feed, which pdftotext puts between pages.
LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")

# Not white space for Python, and yet nothing to see: a text of these alone is empty.
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"


def number_lines(name: str, text: str) -> tuple[Line, ...]:
    """Return the lines of a text, numbered from 1; raises ``ExtractionError`` past the limits."""
    texts = LINE_END.split(text)
    if texts and not texts[-1]:
        texts.pop()
    if len(texts) > MAX_LINES:
        raise ExtractionError(
            f"{name} has {len(texts):,} lines; more than {MAX_LINES:,} are not read.",
            "too-many-lines",
        )
    for number, line in enumerate(texts, 1):
        if len(line) > MAX_LINE_CHARACTERS:
            raise ExtractionError(
                f"Line {number} of {name} is {len(line):,} characters long; "
                f"lines over {MAX_LINE_CHARACTERS:,} are not read.",
                "line-too-long",
            )
    return tuple(Line(number, line) for number, line in enumerate(texts, 1))


def is_blank(text: str) -> bool:
    """Return whether there is nothing to see in a text."""
    return not text.strip().strip(INVISIBLE).strip()
