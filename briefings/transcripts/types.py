"""The shapes that pass from step to step of the pure library.

extraction: bytes → ``Extracted`` · parsing: ``Extracted`` → ``Transcript`` ·
relations: a ``Transcript`` against known ones → ``Relation`` and ``Alignment``.

All are frozen, hold plain values, and know nothing of Django. Line numbers count the lines of the
extracted text from 1; a span is inclusive at both ends.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a turn does in a briefing."""

    MODERATION = "moderation"
    REMARKS = "remarks"
    QUESTION = "question"
    ANSWER = "answer"
    HANDOFF = "handoff"


class Role(StrEnum):
    """What a person is at a briefing."""

    SPEAKER = "speaker"
    MODERATOR = "moderator"


class Attribution(StrEnum):
    """How a value came to be known."""

    PRINTED = "printed"  # it stands in the label or heading itself
    HEADER = "header"  # the header or lede names the holder of the printed office
    INTRODUCED = "introduced"  # the reporter says so in the question's own words
    FLOOR_GIVEN = "floor-given"  # the moderator says so when giving the floor
    ADDRESSED = "addressed"  # the answer calls the reporter by name
    CONTINUED = "continued"  # a follow-up by the reporter of the question before
    OTHER_VERSION = "other-version"  # an aligned transcript of the same briefing prints it
    EDITOR = "editor"  # an editor set it


class RelationKind(StrEnum):
    """What a transcript is to the canonical transcript of its briefing."""

    COPY = "copy"
    EXCERPT = "excerpt"
    REVISION = "revision"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the extracted text; ``number`` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that could not be placed; ``line`` is None when it is of the whole document."""

    code: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A run of lines, inclusive at both ends."""

    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Furniture(Span):
    """Lines that belong to the page and not to the briefing, and why they were taken so."""

    reason: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of one document, before anything is read into it.

    ``metadata`` holds what the container says of itself (front matter, an HTML head, document
    properties) under lower-case keys such as ``title``, ``date``, ``language``, ``source_url``.
    ``furniture`` are the lines that the container itself tells to be no part of the briefing: a
    front matter block, a page's navigation, a PDF's running heads. They stay among ``lines``.
    ``headings`` are the numbers of the lines that it marks as headings, ``emphasised`` of those
    that it sets apart as a whole (in bold, as a label's cell of a table); ``leads`` are the words
    that open a line and are set apart from the rest of it ("**Jane Roe** Yes."), by its number.
    """

    name: str
    media_type: str
    lines: tuple[Line, ...]
    encoding: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    headings: frozenset[int] = frozenset()
    emphasised: frozenset[int] = frozenset()
    leads: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Participant:
    """A person the header, the lede or the host names; ``title`` as printed."""

    name: str
    role: Role
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Turn(Span):
    """The words under one label, as the document gives them.

    ``paragraphs`` are verbatim but for white space at their ends and where hard-wrapped lines were
    joined by one space; none holds a line break. ``label`` is the cue as printed without its colon,
    None where none is printed. ``exchange`` counts questions from 1; the handoff and answers that
    follow a question carry its number.
    """

    kind: Kind
    paragraphs: tuple[str, ...]
    label: str | None = None
    speaker: str | None = None
    speaker_attribution: Attribution | None = None
    outlet: str | None = None
    outlet_attribution: Attribution | None = None
    reporter: str | None = None
    reporter_attribution: Attribution | None = None
    exchange: int | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What the document prints about the briefing, and where."""

    title: str | None = None
    date: datetime.date | None = None
    time: datetime.time | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """What one document says of one briefing.

    Every non-blank line of the extracted text lies in the header's spans, in a turn or in a piece
    of furniture; ``uncovered_lines`` counts those that do not and is 0 by construction.
    ``language`` is a BCP 47 tag ("en", "zh", "es"), "zh+en" style for a bilingual document.
    """

    name: str
    family: str
    language: str
    header: Header
    complete: bool
    turns: tuple[Turn, ...]
    furniture: tuple[Furniture, ...]
    issues: tuple[Issue, ...]
    uncovered_lines: int
    parser_version: str


class ExtractionError(Exception):
    """A document whose text cannot be had; the message is a sentence for the person who sent it."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code
