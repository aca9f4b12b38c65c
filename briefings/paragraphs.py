"""Paragraphs as they are shown: their anchors, their marked words, narratives, their language."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .search.types import Segment

Marker = Callable[[str], tuple[Segment, ...]]

# A paragraph that is all in brackets and no longer than this is a narrative, "(Laughter.)" or
# "[The recording is not clear]"; a longer one is speech that somebody set in brackets.
NARRATIVE_LENGTH = 120
BRACKETS = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its anchor; ``language`` is set where the turn's differs."""

    anchor: str
    segments: tuple[Segment, ...]
    narrative: bool = False
    language: str = ""


def marked(key: str, texts: Sequence[str], marker: Marker, mixed: str) -> Iterable[Paragraph]:
    """Yield the paragraphs of one turn with marks; ``mixed`` are the languages if several."""
    for number, text in enumerate(texts, 1):
        yield Paragraph(
            anchor=f"t-{key}-{number}",
            segments=marker(text),
            narrative=is_narrative(text),
            language=language_of(text, mixed),
        )


def is_narrative(text: str) -> bool:
    """Return whether a paragraph is all in one pair of brackets, "(Laughter.)"."""
    close = BRACKETS.get(text[:1])
    return (
        close is not None
        and len(text) <= NARRATIVE_LENGTH
        and text.endswith(close)
        and text.count(close) == 1
    )


def language_of(text: str, language: str) -> str:
    """Return the language tag of a text out of a transcript in ``language``.

    Two joined by "+" are told apart by their script: Chinese, or the other one.
    """
    if "+" not in language:
        return language
    others = [tag for tag in language.split("+") if not tag.startswith("zh")]
    return "zh" if is_han(text) or not others else others[0]


def is_han(text: str) -> bool:
    """Return whether most letters of a paragraph are Chinese characters."""
    letters = [character for character in text if character.isalpha()]
    han = sum("\u3400" <= character <= "\u9fff" for character in letters)
    return han * 2 > len(letters)


def unmarked(text: str) -> tuple[Segment, ...]:
    """Return the text as one piece without marks."""
    return (Segment(text),)
