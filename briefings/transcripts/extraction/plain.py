"""Text → numbered lines, kept as they are: joining wrapped lines is the parser's work."""

import re
from collections.abc import Mapping, Sequence

from briefings.transcripts.extraction.limits import MAX_LINE_CHARACTERS, MAX_LINES
from briefings.transcripts.extraction.markdown import (
    front_matter,
    has_markup,
    is_heading,
    set_apart,
    without_markup,
)
from briefings.transcripts.extraction.printed_text import (
    between_pages,
    line_numbers,
    without_numbers,
)
from briefings.transcripts.types import Extracted, ExtractionError, Furniture, Issue, Line

# Line ends of Windows, Unix and old Macs, also mixed in one file; the separators of Unicode (Word
# writes U+2028 for a soft break); vertical tab and form feed, which pdftotext puts between pages.
LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")

# Not white space for Python, and yet nothing to see: a text of these alone is empty.
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"


def read_text(name: str, text: str, encoding: str, issues: Sequence[Issue]) -> Extracted:
    """Return a text's lines under the file's own numbers, without the marks of Markdown."""
    lines = number_lines(name, text)
    metadata, last, problems = front_matter(lines)
    markdown = bool(last) or has_markup(text)
    given = [Furniture(1, last, "front matter")] if last else []
    headings = emphasised = frozenset[int]()
    leads: Mapping[int, str] = {}
    if markdown:
        emphasised, leads = set_apart(lines[last:])
        headings = frozenset(line.number for line in lines[last:] if is_heading(line.text))
        lines = (
            *lines[:last],
            *(Line(line.number, without_markup(line.text)) for line in lines[last:]),
        )
    else:
        lines, between = _as_printed(lines, text)
        given += between
    return Extracted(
        name=name,
        media_type="text/markdown" if markdown else "text/plain",
        lines=lines,
        encoding=encoding,
        metadata=metadata,
        issues=(*issues, *problems),
        furniture=tuple(given),
        headings=headings,
        emphasised=emphasised,
        leads=leads,
    )


def _as_printed(
    lines: tuple[Line, ...], text: str
) -> tuple[tuple[Line, ...], tuple[Furniture, ...]]:
    """Take the numbers of its lines off a text printed in pages; find what parts the pages."""
    texts = [line.text for line in lines]
    numbers = line_numbers(texts)
    if any(numbers):
        texts = without_numbers(texts, numbers)
        lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    breaks: set[int] = set()
    if "\f" in text:
        ends = (found[0] for found in LINE_END.finditer(text))
        breaks = {number for number, end in enumerate(ends, 1) if end == "\f"}
    return lines, between_pages(texts, numbers, breaks)


def number_lines(name: str, text: str) -> tuple[Line, ...]:
    """Return the lines of a text, numbered from 1; raises ``ExtractionError`` past the limits."""
    # A soft hyphen only says where a word may be parted; with it no search would find the word.
    texts = LINE_END.split(text.replace("\u00ad", ""))
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
