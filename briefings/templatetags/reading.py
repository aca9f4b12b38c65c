"""What templates need to show a text in short, and to lead on."""

import re
from collections.abc import Iterable

from django import template
from django.template.defaultfilters import floatformat
from django.utils.html import escape
from django.utils.safestring import SafeString

from briefings import wording
from briefings.paragraphs import language_of
from briefings.search.types import Passage, Segment

register = template.Library()

# Where a text may be cut: after white space or a mark of punctuation, and in Chinese anywhere.
CUT = re.compile(r"\s|(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])")

# The smallest rate that is shown as a number.
LEAST_SHOWN = 0.01


@register.filter
def excerpt(text: str, length: int = 240) -> str:
    """Return the text's beginning on one line, cut between words, with "…" where it goes on."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    places = (match.start() for match in CUT.finditer(line[: length + 2]))
    cuts = [place for place in places if 0 < place <= length]
    return line[: cuts[-1] if cuts else length].rstrip(" ,;:，；：、") + "…"


@register.filter
def rate(value: float | None) -> str:
    """Return a share or a rate for people: "14.1", "0.03", "< 0.01", "0", "–" where it is None.

    What is there but small is never shown as 0.0: whoever reads that takes it for nothing.
    """
    if value is None:
        return "–"
    if 0 < value < LEAST_SHOWN / 2:
        return f"< {floatformat(LEAST_SHOWN, 2)}"
    return floatformat(value, 2 if 0 < value < 0.095 else 1 if value else 0)


@register.filter
def reword(sentence: str) -> str:
    """Return a sentence that a row keeps in English in the reader's language."""
    return wording.reword(sentence)


@register.filter
def marks(segments: Iterable[Segment]) -> SafeString:
    """Return the segments as one escaped text, the hits within ``<mark>``."""
    return SafeString(
        "".join(
            f"<mark>{escape(segment.text)}</mark>" if segment.hit else escape(segment.text)
            for segment in segments
        )
    )


@register.filter
def tongue(text: str | Passage, language: str) -> str:
    """Return the language tag of a text of a transcript in ``language`` ("zh+en": by script)."""
    if isinstance(text, Passage):
        text = "".join(segment.text for segment in text.segments)
    return language_of(text, language)
