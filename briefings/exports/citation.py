"""What a citation of a turn or of one of its paragraphs says, before any style is put on it."""

import hashlib
from dataclasses import dataclass
from datetime import date

from briefings.models import Kind, Turn

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True)
class Citation:
    """The facts of a citation; what is not known is empty and left out of every style.

    ``author`` is the name as the archive has it, never turned round: which part of "Tian Yulong"
    or "Jen Psaki" is the family name no transcript says. ``sha256`` is of the cited words in UTF-8,
    paragraphs joined by one line feed, as the JSON of the turn gives them. ``paragraph`` counts
    from 1; None cites the whole turn.
    """

    identifier: str
    kind: str
    author: str
    heading: str
    briefing: str
    host: str
    place: str
    day: date | None
    language: str
    paragraph: int | None
    permalink: str
    read: date
    sha256: str
    archive: str
    text: str


def cite(turn: Turn, paragraph: int | None, permalink: str, read: date, archive: str) -> Citation:
    """Return the citation of ``turn``, or of its ``paragraph`` (from 1).

    ``permalink`` is absolute, ``read`` the day of reading, ``archive`` the name of the site. Raises
    IndexError where the turn has no such paragraph.
    """
    text = turn.text
    if paragraph is not None:
        if not 1 <= paragraph <= len(turn.paragraphs):
            raise IndexError(f"turn {turn.key} has no paragraph {paragraph}")
        text = turn.paragraphs[paragraph - 1]
    briefing = turn.transcript.briefing
    return Citation(
        identifier=f"turn-{turn.key}" + (f"-{paragraph}" if paragraph else ""),
        kind=turn.kind,
        author=author(turn),
        heading=heading(turn),
        briefing=one_line(briefing.title),
        host=one_line(briefing.host),
        place=one_line(briefing.place),
        day=briefing.date,
        language=turn.transcript.language.partition("+")[0],
        paragraph=paragraph,
        permalink=permalink,
        read=read,
        sha256=content_hash(text),
        archive=archive,
        text=text,
    )


def content_hash(text: str) -> str:
    """Return the SHA-256 of the words in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def author(turn: Turn) -> str:
    """Return who spoke, as far as known: the speaker, the reporter and outlet, the label.

    A question's label that is neither ("Q", "Reporter") names nobody and is no author.
    """
    if turn.kind == Kind.QUESTION:
        return one_line(_asker(turn))
    return one_line(turn.speaker.name if turn.speaker else turn.label)


def heading(turn: Turn) -> str:
    """Return what the turn is, in English as the styles are: "Answer to Harbour Daily"."""
    if turn.kind == Kind.ANSWER:
        asked = _asker(turn.question) if turn.question else ""
        return one_line(f"Answer to {asked}") if asked else "Answer"
    if turn.kind == Kind.QUESTION:
        return "Question" if _asker(turn) else "Question from a reporter"
    return {
        Kind.REMARKS: "Remarks",
        Kind.MODERATION: "Moderation",
        Kind.HANDOFF: "Hand-over",
    }[Kind(turn.kind)]


def _asker(question: Turn) -> str:
    """Return who asks: "Ben Oak (Harbour Daily)", one of the two, or nothing."""
    outlet = question.outlet.name if question.outlet else question.outlet_name
    if question.reporter and outlet:
        return f"{question.reporter} ({outlet})"
    return question.reporter or outlet


def one_line(text: str) -> str:
    """Return ``text`` without line breaks and control characters, which would end a field."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def long_date(day: date) -> str:
    """Return the day as English styles write it: "July 16, 2021", whatever the page's language."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
