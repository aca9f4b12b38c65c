"""A document that has been read → its ``Transcript``, and what each of its lines was taken for."""

import re
from dataclasses import dataclass

from briefings.transcripts.parsing import calls, participants
from briefings.transcripts.parsing.blocks import Taken
from briefings.transcripts.parsing.reading import Reading
from briefings.transcripts.types import (
    Extracted,
    Furniture,
    Header,
    Issue,
    Kind,
    Span,
    Transcript,
    Turn,
)


@dataclass(frozen=True, slots=True)
class Explained:
    """One line: its number and text, what it was taken for, and the rule that said so."""

    number: int
    text: str
    taken_for: str
    rule: str


def assemble(reading: Reading, version: str) -> Transcript:
    """Put together what was found."""
    result = [_turn(reading, number) for number in range(len(reading.drafts))]
    pieces = _furniture(reading)
    spans = _spans(reading, Taken.HEADER)
    uncovered = _uncovered(reading, result, pieces, spans)
    if uncovered:
        pieces = sorted(
            [*pieces, *(Furniture(n, n, "unplaced") for n in uncovered)],
            key=lambda piece: piece.first_line,
        )
        for number in uncovered[:20]:
            reading.issue("unplaced", "This line fits nowhere.", number)
    front = reading.front
    head = Header(
        title=front.title,
        date=front.date,
        time=front.time,
        place=front.place,
        participants=tuple(reading.participants),
        spans=tuple(spans),
    )
    return Transcript(
        name=reading.extracted.name,
        family=reading.family.name,
        language=reading.language,
        header=head,
        complete=_complete(reading, result),
        turns=tuple(result),
        furniture=tuple(pieces),
        issues=tuple(sorted(reading.issues, key=lambda issue: issue.line or 0)),
        uncovered_lines=0,
        parser_version=version,
    )


def unread(extracted: Extracted, version: str, error: Exception) -> Transcript:
    """Keep the text of a document on which the reader failed: one turn, an issue that says so."""
    lines = [line for line in extracted.lines if line.text.strip()]
    turns: tuple[Turn, ...] = ()
    if lines:
        words = tuple(line.text.strip() for line in lines)
        turns = (Turn(lines[0].number, lines[-1].number, Kind.REMARKS, words),)
    failed = Issue(
        "reader-failed",
        f"The reader failed here ({type(error).__name__}); the text is kept as one turn.",
    )
    return Transcript(
        name=extracted.name,
        family="generic",
        language="und",
        header=Header(title=extracted.metadata.get("title")),
        complete=False,
        turns=turns,
        furniture=(),
        issues=(*extracted.issues, failed),
        uncovered_lines=0,
        parser_version=version,
    )


def _turn(reading: Reading, number: int) -> Turn:
    draft = reading.drafts[number]
    kind, exchange = reading.kinds[number]
    asker = reading.askers[number]
    holder = participants.holder(reading.drafts, number, reading.roster, reading.sole)
    return Turn(
        first_line=draft.first_line,
        last_line=draft.last_line,
        kind=kind,
        paragraphs=tuple(draft.paragraphs),
        label=draft.label,
        speaker=holder.name,
        speaker_attribution=holder.attribution if holder.name else None,
        outlet=asker.outlet,
        outlet_attribution=asker.outlet_how,
        reporter=asker.reporter,
        reporter_attribution=asker.reporter_how,
        exchange=exchange,
    )


def _complete(reading: Reading, result: list[Turn]) -> bool:
    """Opening, questions and close are all there."""
    if not result or not any(turn.kind is Kind.QUESTION for turn in result):
        return False
    if not reading.family.prints_close:
        return result[-1].kind is Kind.ANSWER
    if result[0].kind is Kind.QUESTION:
        return False
    furniture = _furniture(reading)
    if any(piece.reason in ("end mark", "time stamp") for piece in furniture[-3:]):
        return True
    if any(p.reason == "end mark" and p.first_line > result[-1].last_line for p in furniture):
        return True  # "完", and the day and the hour of issue below it
    if _BIDS_GOOD_DAY.search(result[-1].paragraphs[-1] if result[-1].paragraphs else ""):
        return True
    return (
        any(
            calls.CLOSES.search(" ".join(turn.paragraphs)[-calls.CLOSING_CHARACTERS :])
            for turn in result[-2:]
            if turn.kind is not Kind.QUESTION
        )
        and result[-1].kind is not Kind.QUESTION
    )


# "… and thank you, Usec. Rocio. Good afternoon, Philippines."
_BIDS_GOOD_DAY = re.compile(
    r"(?<=[.!]\s)Good\s+(?:day|afternoon|evening|night)(?:,\s+(?:[A-Z]\w+|all|everyone))?[.!]?$"
)


def _furniture(reading: Reading) -> list[Furniture]:
    pieces = [
        Furniture(block.first_line, block.last_line, reading.sheet.rules[index])
        for index, block in enumerate(reading.sheet.blocks)
        if reading.sheet.taken[index] is Taken.FURNITURE
    ]
    return sorted([*reading.given, *pieces], key=lambda piece: piece.first_line)


def _spans(reading: Reading, taken: Taken) -> list[Span]:
    spans: list[Span] = []
    for index, block in enumerate(reading.sheet.blocks):
        if reading.sheet.taken[index] is not taken:
            continue
        if spans and index and reading.sheet.taken[index - 1] is taken:
            spans[-1] = Span(spans[-1].first_line, block.last_line)
        else:
            spans.append(Span(block.first_line, block.last_line))
    return spans


def _uncovered(
    reading: Reading, result: list[Turn], pieces: list[Furniture], spans: list[Span]
) -> list[int]:
    covered: set[int] = set()
    for span in (*result, *pieces, *spans):
        covered.update(range(span.first_line, span.last_line + 1))
    return [
        line.number
        for line in reading.extracted.lines
        if line.number not in covered and line.text.strip()
    ]


def explained(reading: Reading) -> tuple[Explained, ...]:
    """Return every line with what it was taken for."""
    what: dict[int, tuple[str, str]] = {}
    for item in reading.given:
        for number in range(item.first_line, item.last_line + 1):
            what[number] = ("furniture", item.reason)
    kinds: dict[int, str] = {}
    for draft, (kind, exchange) in zip(reading.drafts, reading.kinds, strict=True):
        for index in draft.blocks:
            kinds[index] = f"{kind} {exchange}" if exchange else str(kind)
    for index, block in enumerate(reading.sheet.blocks):
        taken = reading.sheet.taken[index]
        name = f"{taken} · {kinds[index]}" if index in kinds else str(taken or "unplaced")
        for number in range(block.first_line, block.last_line + 1):
            what[number] = (name, reading.sheet.rules[index])
    blank = ("blank", "")  # also between a page's number and its running head
    return tuple(
        Explained(
            line.number, line.text, *what.get(line.number, blank) if line.text.strip() else blank
        )
        for line in reading.extracted.lines
    )
